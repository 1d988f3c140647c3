import type { Span } from '../../base/span';
import type { ArrayExpression, ObjectExpression } from '../../syntax/expression';
import { joinTouching, removal, type Change } from './change';
import { endOfLine, readGap, type Gap } from './gap';
import {
  behindLineBreak,
  blanksBefore,
  blanksBehind,
  hasLineBreak,
  isLineBreak,
  lineStart,
  startsLine,
} from './layout';

/** A member with the gaps on both sides. */
interface Site {
  readonly text: string;
  readonly member: Span;
  readonly ahead: Gap;
  readonly behind: Gap;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

/**
 * Takes a member out of an object or an item out of an array, with one comma. With the last member on its line go the line and the
 * comment behind it, which would only be read as the next one's; comments on lines of their own stay.
 */
export function removeMember(
  text: string,
  collection: ObjectExpression | ArrayExpression,
  member: Span,
): readonly Change[] {
  const members: readonly Span[] = collection.kind === 'object' ? collection.members : collection.items;
  const index = members.indexOf(member);
  const before = members[index - 1];
  const after = members[index + 1];
  const site: Site = {
    text,
    member,
    ahead: readGap(text, before?.end ?? collection.start + 1, member.start),
    behind: readGap(text, member.end, after?.start ?? collection.end - 1),
    isFirst: before === undefined,
    isLast: after === undefined,
  };
  const comma = behindComma(site);
  const stretch = ownStretch(site, comma === undefined ? member.end : comma + 1);
  if (site.isFirst && site.isLast && leavesBlanks(site, stretch)) {
    return [removal({ start: site.ahead.start, end: site.behind.end })];
  }
  const other = comma === undefined ? (site.behind.comma ?? site.ahead.comma) : undefined;
  const changes = [removal(stretch)];
  if (other !== undefined) changes.push(removal({ start: other, end: other + 1 }));
  return joinTouching(changes);
}

/** The comma behind the member, where it is on the same line. */
function behindComma({ text, member, behind: { comma } }: Site): number | undefined {
  return comma !== undefined && !hasLineBreak(text, member.end, comma) ? comma : undefined;
}

/** What goes with the member, whose text and comma end at `end`. */
function ownStretch({ text, member, ahead, behind, isLast }: Site, end: number): Span {
  const lineEnd = endOfLine(text, end, behind.end);
  const endsLine = lineEnd < behind.end && isLineBreak(text, lineEnd);
  if (startsLine(text, member.start)) {
    if (endsLine) return { start: lineStart(text, member.start), end: behindLineBreak(text, lineEnd) };
    if (!isLast) return { start: member.start, end: blanksBehind(text, end) };
    // The closing bracket follows. It moves to the line before, unless that would put it into a comment.
    if (ahead.comments.length > 0) return { start: member.start, end };
    return { start: ahead.start + text.slice(ahead.start, member.start).trimEnd().length, end };
  }
  if (!endsLine && !isLast) return { start: member.start, end: blanksBehind(text, end) };
  return { start: blanksBefore(text, member.start), end };
}

/** Whether nothing but blanks would be left inside the brackets. */
function leavesBlanks({ text, ahead, behind }: Site, stretch: Span): boolean {
  return text.slice(ahead.start, stretch.start).trim() + text.slice(stretch.end, behind.end).trim() === '';
}
