import type { Span } from '../../base/span';

/** Stands in a name for a part that is not known: one character, U+FFFC, for text of any length, dots included. */
export const hole = '\uFFFC';

/** A label of a DNS name, in lower case, with its place in the name. */
export interface Label extends Span {
  readonly text: string;
}

/** Letters A to Z in lower case, all others as they are: DNS compares only these without case, and every offset stays right. */
export function lowerCaseName(name: string): string {
  return name.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** The labels of a name; the dot at the end of an absolute name makes none. */
export function splitLabels(name: string): readonly Label[] {
  const text = lowerCaseName(name).replace(/\.$/, '');
  const labels: Label[] = [];
  let start = 0;
  for (const part of text.split('.')) {
    labels.push({ text: part, start, end: start + part.length });
    start += part.length + 1;
  }
  return labels;
}

/** A part of a label, as a label of its own. Offsets count from 0 within the label. */
export function partOfLabel(label: Label, start: number, end = label.text.length): Label {
  return { text: label.text.slice(start, end), start: label.start + start, end: label.start + end };
}

/** Whether a name can turn out to be the candidate once its holes are filled. */
export function canBecome(name: string, candidate: string): boolean {
  const [first = '', ...others] = name.split(hole);
  const last = others.pop();
  if (last === undefined) return first === candidate;
  if (!candidate.startsWith(first)) return false;
  let offset = first.length;
  for (const part of others) {
    const found = candidate.indexOf(part, offset);
    if (found < 0) return false;
    offset = found + part.length;
  }
  return offset + last.length <= candidate.length && candidate.endsWith(last);
}

/** Whether two names are different whatever their holes hold: they begin or end differently. */
export function certainlyDiffer(one: string, other: string): boolean {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  if (!a.includes(hole) && !b.includes(hole)) return a !== b;
  const [aStart = '', bStart = ''] = [a, b].map((name) => name.split(hole)[0]);
  const [aEnd = '', bEnd = ''] = [a, b].map((name) => name.split(hole).at(-1));
  const isStart = aStart.startsWith(bStart) || bStart.startsWith(aStart);
  return !isStart || !(aEnd.endsWith(bEnd) || bEnd.endsWith(aEnd));
}
