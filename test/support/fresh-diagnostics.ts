import type { Diagnostic } from 'vscode-languageserver';
import type { Uri } from '../../server/src/base/uri';
import { check, createSession } from '../../server/src/lint/check';
import { currentDiagnostics } from '../../server/src/lsp/features/current-diagnostics';
import { FindingsStore } from '../../server/src/lsp/findings-store';

/**
 * The diagnostics of every document of a project as they are when nothing is remembered of it: what a server must say that has been at
 * work for hours. `texts` are all files of the project by their URI; documents without diagnostics are left out.
 */
export async function freshDiagnostics(
  texts: ReadonlyMap<Uri, string>,
  open: readonly Uri[],
): Promise<Readonly<Record<Uri, readonly Diagnostic[]>>> {
  const options = { levels: new Map(), cloud: undefined, location: undefined, syntaxErrors: () => true };
  const host = { read: (uri: Uri): Promise<string | undefined> => Promise.resolve(texts.get(uri)) };
  const project = [...texts.keys()].sort();
  const result = await check({ project, report: open, configuration: 'nearest', options }, host, createSession());
  const store = new FindingsStore({ positionEncoding: 'utf-16' });
  store.replace('', result);
  const diagnosticsOf = (uri: Uri): Diagnostic[] =>
    currentDiagnostics(uri, store, (it) => ({ uri: it, version: null }));
  return Object.fromEntries([...store.documents()].sort().map((uri) => [uri, diagnosticsOf(uri)]));
}
