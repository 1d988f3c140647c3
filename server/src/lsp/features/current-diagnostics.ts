import type { Diagnostic } from 'vscode-languageserver';
import type { Uri } from '../../base/uri';
import { problemDiagnostic, toDiagnostic, type Naming } from '../convert';
import { eachOnce, type FindingsStore } from '../findings-store';

/** Hears which documents may have other diagnostics now. It sends them, or waits until the client asks. */
export interface DiagnosticsAudience {
  changed(uris: ReadonlySet<Uri>): void;
}

/** Every diagnostic of a document: the findings in it, and what is wrong in it if it is a configuration file. */
export function currentDiagnostics(uri: Uri, store: FindingsStore, name: Naming): Diagnostic[] {
  return [
    ...eachOnce(store.at(uri)).map(({ finding, ranges }) => toDiagnostic(finding, ranges, name)),
    ...store.problemsAt(uri).map(({ problem, ranges }) => problemDiagnostic(problem, ranges)),
  ];
}
