import { spanOf, type Span } from '../../base/span';
import type { Expression } from '../../syntax/expression';
import type { Comment } from '../../syntax/arm/json';
import { findProperty, literalText, propertyValue } from '../../syntax/properties';
import type { SuppressionDirective } from '../template';

/** `// pelint-disable-next-line PE103 PE201 -- reason`; the codes may be separated by commas, and the reason may follow `//`. */
const NEXT_LINE = /^(\/[/*]\s*pelint-disable-next-line\s+)([\w-]+(?:[\s,]+[\w-]+)*?)\s*(?:(?:--|\/\/)\s*(.*))?$/s;

/** Reads the comments that silence rules. */
export function commentDirectives(comments: readonly Comment[]): readonly SuppressionDirective[] {
  return comments.flatMap((comment) => {
    const match = NEXT_LINE.exec(comment.text.replace(/\s*\*\/$/, ''));
    if (match === null) return [];
    const [, before = '', list = '', reason] = match;
    const codes = wordsOf(list, comment.start + before.length);
    const said = reason?.trim();
    return [
      { span: spanOf(comment), effect: 'next-line', scope: undefined, codes, reason: said === '' ? undefined : said },
    ];
  });
}

/** Reads `metadata.pelint.disable` of a template or a resource: rule IDs, or objects with `rule` and `reason`. */
export function metadataDirectives(owner: Expression): readonly SuppressionDirective[] {
  const disabled = findProperty(propertyValue(propertyValue(owner, 'metadata'), 'pelint'), 'disable')?.value;
  const items = disabled?.kind === 'array' ? disabled.items : disabled === undefined ? [] : [disabled];
  return items.flatMap((item) => (item.kind === 'spread' ? [] : metadataDirective(item, owner)));
}

function metadataDirective(item: Expression, owner: Span): readonly SuppressionDirective[] {
  const rule = item.kind === 'object' ? propertyValue(item, 'rule') : item;
  const code = literalText(rule);
  if (rule === undefined || code === undefined) return [];
  const reason = literalText(propertyValue(item, 'reason'));
  return [{ span: spanOf(item), effect: 'node', scope: spanOf(owner), codes: [{ code, span: spanOf(rule) }], reason }];
}

/** The words of a list with their places; `offset` is where the list starts. */
function wordsOf(list: string, offset: number): readonly { readonly code: string; readonly span: Span }[] {
  return Array.from(list.matchAll(/[\w-]+/g), ({ 0: code, index }) => {
    const start = offset + index;
    return { code, span: { start, end: start + code.length } };
  });
}
