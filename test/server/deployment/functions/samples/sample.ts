import type { JsonValue } from '../../../../../server/src/formats/evaluated-value';

/** The real engine gives no value for this call, but an error. */
export const REFUSED = Symbol('refused');

/** An expression and what the real engine (Bicep 0.49.2) makes of it. */
export type Sample = readonly [expression: string, expected: JsonValue | typeof REFUSED];
