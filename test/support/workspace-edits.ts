import type { CodeAction, SnippetTextEdit, TextDocumentEdit, TextEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** The edits of documents that an action asks for. */
export function documentEdits({ edit }: CodeAction): TextDocumentEdit[] {
  return (edit?.documentChanges ?? []).filter((change): change is TextDocumentEdit => 'edits' in change);
}

/** A document's text as an editor would have it after an action that changes this document alone; snippets stand as they are sent. */
export function applied(text: string, action: CodeAction): string {
  const [only, ...others] = documentEdits(action);
  if (only === undefined || others.length > 0) throw new Error(`Not one document: ${JSON.stringify(action)}`);
  const edits = only.edits.map((edit) => (isSnippet(edit) ? { range: edit.range, newText: edit.snippet.value } : edit));
  return TextDocument.applyEdits(TextDocument.create('file:///any', 'any', 1, text), edits);
}

function isSnippet(edit: TextEdit | SnippetTextEdit): edit is SnippetTextEdit {
  return 'snippet' in edit;
}
