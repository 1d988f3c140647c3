import type { Uri } from '../base/uri';
import type { Finding, Severity } from './finding';

/** What the checker needs of the world. Everything asynchronous in the core goes through here. */
export interface CheckHost {
  /** The text of a document (an editor's unsaved text before the disk's), or undefined where there is none. Never throws: what cannot be read is a ReadProblem. */
  read(uri: Uri): Promise<string | ReadProblem | undefined>;
}

/** A file that should have been read and could not be: too large, binary, no permission. */
export interface ReadProblem {
  readonly uri: Uri;
  readonly message: string;
}

export interface CheckOptions {
  /** A level or 'off' for a rule by ID; the rule's own levels count where it is absent. */
  readonly levels: ReadonlyMap<string, Severity | 'off'>;
  readonly cloud: 'public' | 'usgov' | 'china' | 'germany' | undefined;
  /** The location of a resource group that no template states. */
  readonly location: string | undefined;
  /** Whether PE001 is reported for a file (the editor leaves it to the official extension). */
  readonly syntaxErrors: (uri: Uri) => boolean;
}

export interface CheckRequest {
  /** Every template and parameter file of the project: they decide what is a module of what, never what is reported. */
  readonly project: readonly Uri[];
  /** The files whose findings are wanted. */
  readonly report: readonly Uri[];
  readonly options: CheckOptions;
}

export interface CheckResult {
  /** One for each deployment of each root that has a reported file in it. */
  readonly deployments: readonly DeploymentResult[];
  /** The findings of all deployments together, one for each distinct cause, in reported files only, sorted by file, place and rule. */
  readonly findings: readonly Finding[];
  readonly problems: readonly ReadProblem[];
  /** Reported files that are templates or parameter files. */
  readonly checked: readonly Uri[];
  /** The text of every file that a finding, related place or edit may name. */
  readonly texts: ReadonlyMap<Uri, string>;
}

export interface DeploymentResult {
  readonly root: Uri;
  /** The parameter file; undefined for the deployment by defaults. */
  readonly parameters: Uri | undefined;
  /** Every file that was read for it: it is evaluated anew only when one of them changes. */
  readonly files: readonly Uri[];
  readonly findings: readonly Finding[];
}
