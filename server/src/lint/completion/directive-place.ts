import { pathTo } from '../../model/edit/find-node';
import { lineStart } from '../../model/edit/layout';
import type { SourceFile } from '../../model/source-file';
import type { RulePlace } from './completion';

const BICEP = /^#(?:disable-next-line|disable-diagnostics|restore-diagnostics)[ \t]+((?:[\w-]+[ \t]+)*)([\w-]*)$/;
const JSON_COMMENT = /\/[/*]\s*pelint-disable-next-line\s+((?:[\w-]+[\s,]+)*)([\w-]*)$/;

/** The place of a code in a compiler directive, or in a comment of JSON that is like one. */
export function directiveAt({ text, tree }: SourceFile, offset: number): RulePlace | undefined {
  const start = lineStart(text, offset);
  if (tree.kind === 'file') {
    const directive = tree.directives.find((it) => it.start >= start && it.start < offset);
    return directive && placeIn(text, offset, BICEP.exec(text.slice(directive.start, offset)));
  }
  const match = JSON_COMMENT.exec(text.slice(start, offset));
  if (!match) return undefined;
  // The same in a text is no comment.
  const slashes = start + match.index;
  const isText = pathTo(tree, { start: slashes, end: slashes }).at(-1)?.kind === 'string';
  return isText ? undefined : placeIn(text, offset, match);
}

/** Whether a value is a rule in `metadata.pelint.disable`, given the names of the properties around it in lower case. */
export function isInMetadata(names: readonly string[]): boolean {
  const inner = names.at(-1) === 'rule' ? names.slice(0, -1) : names;
  return inner.slice(-3).join('.') === 'metadata.pelint.disable';
}

function placeIn(text: string, offset: number, match: RegExpExecArray | null): RulePlace | undefined {
  const [, before = '', typed = ''] = match ?? [];
  const words = before.match(/[\w-]+/g) ?? [];
  // Behind the dashes stands the reason.
  if (!match || [...words, typed].includes('--')) return undefined;
  const rest = /^[\w-]*/.exec(text.slice(offset))?.[0] ?? '';
  const behind = /^[^\r\n]*/.exec(text.slice(offset + rest.length))?.[0] ?? '';
  const codes = behind.split(/--|\/\//)[0]?.match(/[\w-]+/g) ?? [];
  return {
    kind: 'rule',
    span: { start: offset - typed.length, end: offset + rest.length },
    used: [...words, ...codes],
  };
}
