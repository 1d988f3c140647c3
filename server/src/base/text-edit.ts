import type { Span } from './span';
import type { Uri } from './uri';

/** Replaces a stretch of one file's text. An insertion has `start` equal to `end`. */
export interface TextEdit extends Span {
  readonly uri: Uri;
  readonly newText: string;
}

/** Applies edits of one file. They must not overlap; their order does not matter. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  let result = '';
  let offset = 0;
  for (const edit of ordered) {
    if (edit.start < offset) throw new Error(`Edits overlap at offset ${edit.start}`);
    result += text.slice(offset, edit.start) + edit.newText;
    offset = edit.end;
  }
  return result + text.slice(offset);
}
