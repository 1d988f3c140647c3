import { Range, Uri, ViewColumn, window } from 'vscode';
import type { SourcePlace } from '../../../server/src/protocol';

/** A place as VS Code has it. */
export function rangeOf({ range: { start, end } }: SourcePlace): Range {
  return new Range(start.line, start.character, end.line, end.character);
}

/** Goes to a place in the source: where its document is shown already, else in an editor that does not cover the view that leads there. */
export async function openPlace(place: SourcePlace, view: ViewColumn | undefined): Promise<void> {
  const uri = Uri.parse(place.uri);
  try {
    await window.showTextDocument(uri, { selection: rangeOf(place), viewColumn: columnFor(uri, view) });
  } catch {
    void window.showWarningMessage(`${uri.path} cannot be opened: it is no longer there.`);
  }
}

function columnFor(uri: Uri, view: ViewColumn | undefined): ViewColumn {
  const editors = window.visibleTextEditors.filter(({ viewColumn }) => viewColumn !== undefined && viewColumn !== view);
  const editor = editors.find(({ document }) => document.uri.toString() === uri.toString()) ?? editors[0];
  return editor?.viewColumn ?? (view === ViewColumn.One ? ViewColumn.Two : ViewColumn.One);
}
