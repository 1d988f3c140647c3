import type { Scalar } from '../../model/edit/new-value';
import type { Completion } from './completion';
import type { Slot } from './slot';

/** Something to offer, before it is known how it is written. */
export interface Offered {
  readonly label: string;
  readonly detail?: string;
  readonly documentation?: string;
  readonly value: Scalar;
}

/** What is offered as whole values, written in the language of the place; without what it cannot say. */
export function written({ span, content, writer }: Slot, offered: readonly Offered[]): readonly Completion[] {
  return offered.flatMap(({ label, detail, documentation, value }): Completion[] => {
    const newText = writer?.scalar(value);
    if (newText === undefined) return [];
    // What is typed so far begins with the quote.
    const filter = content ? `${newText.charAt(0)}${label}` : label;
    return [{ kind: 'value', label, detail, documentation, span, newText, filter }];
  });
}
