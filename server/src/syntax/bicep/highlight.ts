import type { Span } from '../../base/span';
import { BICEP_KEYWORDS, BICEP_PARAM_KEYWORDS } from './grammar/statements';
import type { BicepFile } from './nodes';
import { TokenKind, type Tokens } from './tokens';
import { bicepChildren, type BicepNode } from './walk';

/** A stretch of a file that editors colour. Comments and strings may go over several lines. */
export interface Highlight extends Span {
  readonly kind: HighlightKind;
}

/** What it is, in LSP's words; `macro` is a compiler directive. */
export type HighlightKind =
  | 'comment'
  | 'decorator'
  | 'function'
  | 'keyword'
  | 'macro'
  | 'namespace'
  | 'number'
  | 'parameter'
  | 'property'
  | 'string'
  | 'type'
  | 'variable';

/** All that has a colour in a Bicep file, in the order of the text, also where the text is broken. */
export function highlightsOf(file: BicepFile): readonly Highlight[] {
  const { tokens } = file;
  const words = wordKinds(file);
  const highlights: Highlight[] = [];
  for (let index = 0; index < tokens.count; index++) {
    const start = tokens.starts[index] ?? 0;
    const end = tokens.ends[index] ?? 0;
    highlights.push(...between(file, tokens.ends[index - 1] ?? 0, start));
    const kind = words.get(start) ?? kindOfToken(tokens, index);
    if (kind !== undefined)
      highlights.push({ kind, ...(kind === 'string' ? withoutHoles(tokens, start, end) : { start, end }) });
  }
  return highlights.filter(({ start, end }) => start < end);
}

/** Words that are keywords wherever the tree has no name in their place, besides those that begin statements. */
const FURTHER_KEYWORDS = ['existing', 'for', 'if', 'in', 'as', 'with', 'from', 'none'];
const KEYWORDS: ReadonlySet<string> = new Set([
  ...BICEP_KEYWORDS.keys(),
  ...BICEP_PARAM_KEYWORDS.keys(),
  ...FURTHER_KEYWORDS,
]);

function kindOfToken({ text, kinds, starts, ends }: Tokens, index: number): HighlightKind | undefined {
  switch (kinds[index]) {
    case TokenKind.String:
    case TokenKind.StringStart:
    case TokenKind.StringMiddle:
    case TokenKind.StringEnd:
      return 'string';
    case TokenKind.Integer:
      return 'number';
    case TokenKind.True:
    case TokenKind.False:
    case TokenKind.Null:
      return 'keyword';
    case TokenKind.Word:
      return KEYWORDS.has(text.slice(starts[index], ends[index])) ? 'keyword' : undefined;
    default:
      return undefined;
  }
}

/** What opens and closes the holes of a text is no part of it. */
function withoutHoles({ text }: Tokens, start: number, end: number): Span {
  const piece = text.slice(start, end);
  const before = piece.startsWith('}') ? 1 : 0;
  const after = piece.startsWith('}') || !piece.endsWith("'") ? (/\$+\{$/.exec(piece)?.[0].length ?? 0) : 0;
  return { start: start + before, end: end - after };
}

/** Comments and directives, which stand between tokens. */
function between({ tokens: { text }, directives }: BicepFile, from: number, to: number): readonly Highlight[] {
  if (from === to) return [];
  const found = text.slice(from, to).matchAll(/\/\/[^\r\n]*|\/\*[^]*?(?:\*\/|$)|#/g);
  return Array.from(found).flatMap(({ 0: comment, index }): readonly Highlight[] => {
    const start = from + index;
    if (comment !== '#') return [{ kind: 'comment', start, end: start + comment.length }];
    const directive = directives.find((it) => it.start === start);
    return directive ? [{ kind: 'macro', start, end: directive.end }] : [];
  });
}

type Kinds = Map<number, HighlightKind>;

/** What words are by their place in the tree: kinds by where they start. */
function wordKinds(file: BicepFile): Kinds {
  const kinds: Kinds = new Map();
  const parameters = new Set(file.statements.flatMap((it) => (it.kind === 'param' ? it.name.name : [])));
  const pending: BicepNode[] = [file];
  for (let node = pending.pop(); node; node = pending.pop()) {
    nameKinds(node, kinds, parameters);
    pending.push(...bicepChildren(node));
  }
  return kinds;
}

/** Says what the names are that belong to a node; what its parent has said before stays. */
function nameKinds(node: BicepNode, kinds: Kinds, parameters: ReadonlySet<string>): void {
  const say = (at: Span | undefined, kind: HighlightKind): void => {
    if (at && !kinds.has(at.start)) kinds.set(at.start, kind);
  };
  switch (node.kind) {
    case 'param':
    case 'paramAssignment':
    case 'functionParameter':
      return say(node.name, 'parameter');
    case 'resource':
    case 'module':
    case 'var':
    case 'output':
    case 'assert':
    case 'test':
      return say(node.name, 'variable');
    case 'metadata':
    case 'resourceAccess':
      return say(node.name, 'property');
    case 'func':
      return say(node.name, 'function');
    case 'type':
      return say(node.name, 'type');
    case 'import':
      return say(node.wildcard, 'namespace');
    case 'extension':
      return say(node.alias, 'namespace');
    case 'for':
      say(node.item, 'parameter');
      return say(node.index, 'parameter');
    case 'lambda':
      return node.parameters.forEach((it) => say(it, 'parameter'));
    case 'property':
      return node.key.kind === 'identifier' ? say(node.key, 'property') : undefined;
    case 'typeMember':
      return node.key?.kind === 'identifier' ? say(node.key, 'property') : undefined;
    case 'decorator':
      return 'name' in node.expression && typeof node.expression.name === 'object'
        ? say(node.expression.name, 'decorator')
        : say(node.expression, 'decorator');
    case 'member':
      return say(node.name, 'property');
    case 'memberType':
      return node.member?.kind === 'identifier' ? say(node.member, 'type') : undefined;
    case 'call':
      return say(node.name, 'function');
    case 'methodCall':
      if (node.target.kind === 'identifier' && /^(?:az|sys)$/.test(node.target.name)) say(node.target, 'namespace');
      return say(node.name, 'function');
    case 'namedType':
      return say(node, 'type');
    case 'parameterizedType':
      return node.target ? undefined : say(node, 'type');
    case 'identifier':
      return say(node, parameters.has(node.name) ? 'parameter' : 'variable');
    default:
      return undefined;
  }
}
