import { hashText } from '../../base/hash-text';
import type { LineIndex } from '../../base/line-index';

/**
 * Gives each finding of a run a fingerprint that stays the same when lines above it come and go, when its line is
 * indented anew, and when its message is reworded. Equal findings on equal lines are told apart by their order.
 */
export function createFingerprints(): (ruleId: string, file: string, line: string) => string {
  const seen = new Map<string, number>();
  return (ruleId, file, line) => {
    const key = [ruleId, file, line.trim().replace(/\s+/g, ' ')].join('\0');
    const occurrence = seen.get(key) ?? 0;
    seen.set(key, occurrence + 1);
    return hashText(`${key}\0${occurrence}`);
  };
}

/** The text of the line that an offset lies in, with its end: what a fingerprint is made from. */
export function lineAround(text: string, offset: number, index: LineIndex): string {
  const { line } = index.positionAt(offset);
  return text.slice(index.lineStart(line), index.lineStart(line + 1));
}
