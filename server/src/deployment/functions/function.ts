import type { LazyText } from '../../base/lazy-text';
import type { Place } from '../../base/place';
import type { Trail, Value } from '../values/value';

/** What a function is called with: a value (never a `oneOf`, the caller tries each option) or a lambda. */
export type Argument = Value | LambdaArgument;

export interface LambdaArgument {
  readonly kind: 'lambda';
  /** Equal for equal lambdas among equal names. */
  readonly key: LazyText;
  readonly arity: number;
  readonly apply: (...values: readonly Value[]) => Value;
}

/** What a function may know of its surroundings. */
export interface CallContext {
  /** The call, for the trail of what the function makes. */
  readonly place: Place;
  readonly trail: Trail;
  /** Counts work; throws the evaluator's own signal when the evaluation has done too much. Call it once for each item that is made. */
  readonly step: (count?: number) => void;
}

/**
 * A function of the template language. `apply` returns undefined for what cannot be known; the caller then makes an unknown whose key
 * is the call itself, so that the same call of the same unknowns stays equal to itself. A call that Azure refuses is unknown too.
 */
export interface TemplateFunction {
  readonly apply: (values: readonly Argument[], context: CallContext) => Value | undefined;
}

/** A family of functions, by name in lower case: ARM compares function names without case. */
export type FunctionFamily = Readonly<Record<string, TemplateFunction>>;
