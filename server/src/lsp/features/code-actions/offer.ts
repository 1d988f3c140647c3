import type { CodeActionKind, Command, Diagnostic, WorkspaceEdit } from 'vscode-languageserver';
import type { Uri } from '../../../base/uri';
import type { Session } from '../../../deployment/project/session';
import type { Configurations } from '../../../lint/config/configurations';
import type { Finding } from '../../../lint/finding';
import type { ConnectedClient } from '../../client';
import type { Naming } from '../../convert';
import type { StoredFinding } from '../../findings-store';

/** Something that the user may do about a finding. */
export interface Offer {
  readonly title: string;
  readonly kind: CodeActionKind;
  /** What it is about; with the title it tells an offer from all others. */
  readonly about: Touched;
  readonly isPreferred?: boolean;
  readonly command?: Command;
  /** Made when it is asked for: most offers are never taken. */
  readonly edit?: () => WorkspaceEdit;
}

/** A finding with the diagnostic that the client shows for it. */
export interface Touched extends StoredFinding {
  readonly diagnostic: Diagnostic;
}

/** What there is to know about the document that offers are for. */
export interface Scene {
  readonly uri: Uri;
  /** All findings in the document. */
  readonly findings: readonly StoredFinding[];
  readonly session: Session;
  /** As editors name languages; undefined for a document that is not open. */
  readonly languageId: string | undefined;
  /** Undefined where no level can be set: outside any project. */
  readonly configuring: Configuring | undefined;
  readonly client: ConnectedClient;
  readonly name: Naming;
}

/** What it takes to set levels for a document. */
export interface Configuring {
  /** The project's folder. */
  readonly project: Uri;
  readonly configurations: Configurations;
  /** The texts of the configuration files that count. */
  readonly texts: ReadonlyMap<Uri, string>;
  /** The rules whose level the editor's settings say: they go before any configuration file. */
  readonly set: ReadonlySet<string>;
}

/** The first of some findings for each of their rules. */
export function firstOfEachRule<T extends { readonly finding: Finding }>(touched: readonly T[]): readonly T[] {
  return touched.filter(
    ({ finding }, index) => touched.findIndex((other) => other.finding.ruleId === finding.ruleId) === index,
  );
}
