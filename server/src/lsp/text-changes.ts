import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { LineIndex, type PositionEncoding } from '../base/line-index';

/** The document after what a client says was typed; positions count in `encoding`, each in the text that the change before it left. */
export function applyChanges(
  document: TextDocument,
  changes: readonly TextDocumentContentChangeEvent[],
  version: number,
  encoding: PositionEncoding,
): TextDocument {
  // The library that keeps the text counts in UTF-16 only.
  if (encoding === 'utf-16') return TextDocument.update(document, [...changes], version);
  return changes.reduce((changed, change) => {
    if (!('range' in change)) return TextDocument.update(changed, [change], version);
    const lines = new LineIndex(changed.getText(), encoding);
    const start = changed.positionAt(lines.offsetAt(change.range.start));
    const end = changed.positionAt(lines.offsetAt(change.range.end));
    return TextDocument.update(changed, [{ range: { start, end }, text: change.text }], version);
  }, document);
}
