import type { Span } from '../../base/span';
import { isArmExpression, pathTo } from '../../model/edit/find-node';
import { readGap } from '../../model/edit/gap';
import { armWriter } from '../../model/edit/json-writer';
import { hasLineBreak } from '../../model/edit/layout';
import type { ScalarWriter } from '../../model/edit/writer';
import { writerOf } from '../../model/edit/writer-of';
import type { SourceFile } from '../../model/source-file';
import type { BicepNode } from '../../syntax/bicep/walk';

/** A place of one line where a value is being written, or a part of a text. */
export interface Slot {
  /** What a new value takes the place of: a text with its quotes, a word, or nothing yet. */
  readonly span: Span;
  /** What stands between the quotes, or between two holes of an interpolated text; undefined where there is no text. */
  readonly content: Span | undefined;
  /** The nodes around it, outermost first. */
  readonly around: readonly BicepNode[];
  /** Writes the value; undefined where only the content can be replaced, as between holes. */
  readonly writer: ScalarWriter | undefined;
}

/** What is being written at an offset, also in a file that is only half typed; undefined in comments, names and all between values. */
export function slotAt(file: SourceFile, offset: number): Slot | undefined {
  const around = pathTo(file.tree, { start: offset, end: offset });
  const node = around.at(-1);
  const parents = around.slice(0, -1);
  switch (node?.kind) {
    case 'string':
      return textSlot(file, node, parents, offset);
    case 'interpolation': {
      const part = node.parts.find((it) => it.kind === 'text' && it.start <= offset && offset <= it.end);
      return part && { span: part, content: part, around: parents, writer: undefined };
    }
    case 'identifier': // Elsewhere a word is rather the name of a variable than the beginning of a text.
      return parents.at(-1)?.kind === 'array' ? wordSlot(file, node, parents) : undefined;
    case 'skipped':
      return wordSlot(file, node, parents);
    case 'array':
      return isFreeForItem(file, node, offset) ? emptySlot(file, around, offset) : undefined;
    case 'object':
      return memberSlot(file, node, around, offset);
    default:
      return undefined;
  }
}

type NodeOf<Kind extends BicepNode['kind']> = Extract<BicepNode, { readonly kind: Kind }>;

function textSlot(
  file: SourceFile,
  node: NodeOf<'string'>,
  around: readonly BicepNode[],
  offset: number,
): Slot | undefined {
  const { start, end, contentStart } = node;
  const { text } = file;
  const parent = around.at(-1);
  if (parent?.kind === 'property' && parent.key === node) return undefined;
  const quote = text.charAt(contentStart - 1);
  const isClosed = end > contentStart && text.charAt(end - 1) === quote;
  const contentEnd = isClosed ? end - 1 : end;
  if (offset < contentStart || offset > contentEnd || hasLineBreak(text, start, end)) return undefined;
  const writer = parent && file.tree.kind !== 'file' && isArmExpression(parent) ? armWriter : writerOf(file);
  // Of a text that is not closed yet only the word goes on that is typed; the parser has to take the rest of the line for it.
  const typedEnd = isClosed ? contentEnd : endOfWord(text, offset);
  return {
    span: { start, end: isClosed ? end : typedEnd },
    content: { start: contentStart, end: typedEnd },
    around,
    writer,
  };
}

function endOfWord(text: string, offset: number): number {
  return offset + (/^[\w.-]*/.exec(text.slice(offset))?.[0].length ?? 0);
}

function wordSlot(file: SourceFile, { start, end }: Span, around: readonly BicepNode[]): Slot | undefined {
  if (!/^\w*$/.test(file.text.slice(start, end))) return undefined;
  return { span: { start, end }, content: undefined, around, writer: writerOf(file) };
}

function emptySlot(file: SourceFile, around: readonly BicepNode[], offset: number): Slot {
  return { span: { start: offset, end: offset }, content: undefined, around, writer: writerOf(file) };
}

/** Behind the bracket or what parts two items. */
function isFreeForItem({ text, tree }: SourceFile, array: NodeOf<'array'>, offset: number): boolean {
  const before = array.items.findLast((item) => item.end <= offset);
  const start = before?.end ?? array.start + 1;
  const gap = readGap(text, start, offset);
  if (offset <= array.start || isInComment(text, gap.comments, offset)) return false;
  if (before === undefined || gap.comma !== undefined) return true;
  return tree.kind === 'file' && hasLineBreak(text, start, offset);
}

/** Behind the colon of a member of Bicep that has no value yet. */
function memberSlot(
  file: SourceFile,
  object: NodeOf<'object'>,
  around: readonly BicepNode[],
  offset: number,
): Slot | undefined {
  const member = object.members.findLast((it) => it.end <= offset);
  if (member?.kind !== 'property' || member.value.kind !== 'skipped' || member.value.start < member.value.end)
    return undefined;
  return /^\s*:[ \t]*$/.test(file.text.slice(member.key.end, offset)) && !hasLineBreak(file.text, member.end, offset)
    ? emptySlot(file, [...around, member], offset)
    : undefined;
}

function isInComment(text: string, comments: readonly Span[], offset: number): boolean {
  const last = comments.at(-1);
  if (last === undefined || last.end < offset) return false;
  return last.end > offset || !text.startsWith('/*', last.start);
}
