import type { ArrayExpression, ObjectExpression } from '../../syntax/expression';
import type { Change } from './change';
import { endOfLine, readGap } from './gap';
import { deeper, hasLineBreak, layoutAt, lineStart, startsLine, type Layout } from './layout';
import { writeOnOneLine } from './write-value';

export type Collection = ObjectExpression | ArrayExpression;
type Member = ObjectExpression['members'][number] | ArrayExpression['items'][number];

export interface Addition {
  readonly text: string;
  readonly collection: Collection;
  /** The innermost object or array around it: one line stays one line. */
  readonly enclosing: Collection | undefined;
  /** Whether members on lines of their own need commas between them. */
  readonly commas: boolean;
  /** The member to write behind; the last one if left out. */
  readonly anchor?: Member | undefined;
  /** Writes the new member on a line of this layout, or on one line with others. */
  readonly write: (layout: Layout | undefined) => string | undefined;
}

/** Adds a member behind the anchor. Without one behind the last member that is no nested resource: those come at the end by habit. */
export function addMember(addition: Addition): readonly Change[] | undefined {
  const { text, collection } = addition;
  const members = membersOf(collection);
  const close = collection.end - 1;
  const isClosed = close > collection.start && text.charAt(close) === (collection.kind === 'object' ? '}' : ']');
  if (!isClosed || members.some(isUnread)) return undefined;
  const anchor = addition.anchor ?? members.findLast((member) => member.kind !== 'resource') ?? members.at(-1);
  if (anchor === undefined) return fillEmpty(addition);
  const next = members[members.indexOf(anchor) + 1];
  const gapEnd = next?.start ?? close;
  return hasLineBreak(text, anchor.end, gapEnd)
    ? addLine(addition, anchor.end, gapEnd)
    : addBeside(addition, anchor.end, gapEnd);
}

/** Adds a line behind that of the last member, which ends at `end`. */
function addLine(addition: Addition, end: number, gapEnd: number): readonly Change[] | undefined {
  const { text, commas } = addition;
  const layout = layoutOfMembers(addition);
  const { comma } = readGap(text, end, gapEnd);
  const written = addition.write(layout);
  if (written === undefined) return undefined;
  const line = layout.lineBreak + layout.indent + written + (comma === undefined ? '' : ',');
  const lineEnd = endOfLine(text, comma === undefined ? end : comma + 1, gapEnd);
  if (!commas || comma !== undefined) return [insertion(lineEnd, line)];
  return lineEnd === end ? [insertion(end, `,${line}`)] : [insertion(end, ','), insertion(lineEnd, line)];
}

/** Adds to the line of the last member, which ends at `end` and shares it with the closing bracket. */
function addBeside({ text, write }: Addition, end: number, gapEnd: number): readonly Change[] | undefined {
  const written = write(undefined);
  if (written === undefined) return undefined;
  const place = end + text.slice(end, gapEnd).trimEnd().length;
  const { comma } = readGap(text, end, gapEnd);
  return [insertion(place, comma === undefined ? `, ${written}` : ` ${written},`)];
}

function fillEmpty({ text, collection, enclosing, write }: Addition): readonly Change[] | undefined {
  const start = collection.start + 1;
  const end = collection.end - 1;
  const inside = text.slice(start, end);
  const around = layoutAt(text, collection.start);
  const isBlank = inside.trim() === '';
  const isOneLine = enclosing !== undefined && !hasLineBreak(text, enclosing.start, enclosing.end);
  if (isBlank ? isOneLine : !startsLine(text, end)) {
    const written = write(undefined);
    if (written === undefined) return undefined;
    if (!isBlank) return [insertion(start + inside.trimEnd().length, ` ${written}`)];
    return [{ start, end, newText: writeOnOneLine([written], text.charAt(collection.start)).slice(1, -1) }];
  }
  const layout = deeper(around);
  const written = write(layout);
  if (written === undefined) return undefined;
  if (!isBlank) return [insertion(lineStart(text, end), layout.indent + written + layout.lineBreak)];
  const newText = layout.lineBreak + layout.indent + written + layout.lineBreak + around.indent;
  return [{ start, end, newText }];
}

/** The layout of the last member that starts its line; where none does, one level below the collection's line. */
function layoutOfMembers({ text, collection }: Addition): Layout {
  const model = membersOf(collection).findLast(({ start }) => startsLine(text, start));
  return model ? layoutAt(text, model.start) : deeper(layoutAt(text, collection.start));
}

function membersOf(collection: Collection): readonly Member[] {
  return collection.kind === 'object' ? collection.members : collection.items;
}

/** Whether a member could not be read, so that nobody knows where it ends. */
function isUnread(member: Member): boolean {
  return member.kind === 'skipped' || (member.kind === 'property' && member.value.kind === 'skipped');
}

function insertion(offset: number, newText: string): Change {
  return { start: offset, end: offset, newText };
}
