import { fileUri } from '../../server/src/base/uri';
import { check, createSession } from '../../server/src/lint/check';
import type { CheckOptions, CheckRequest, CheckResult } from '../../server/src/lint/check';

/** The files of a project by their paths from its root. */
export type ProjectFiles = Readonly<Record<string, string>>;

/** The URI of a file of a test's project. */
export function projectUri(path: string): string {
  return fileUri(`/project/${path}`);
}

/** Checks a project that exists in memory alone, with its configuration files. Every file is reported. */
export function checkFiles(
  files: ProjectFiles,
  options: Partial<CheckOptions> = {},
  request: Partial<CheckRequest> = {},
): Promise<CheckResult> {
  const texts = new Map(Object.entries(files).map(([path, text]) => [projectUri(path), text]));
  const project = [...texts.keys()];
  const defaults: CheckOptions = { levels: new Map(), cloud: undefined, location: undefined, syntaxErrors: () => true };
  const host = { read: (uri: string) => Promise.resolve(texts.get(uri)) };
  const usual = { project, report: project, configuration: 'nearest', options: { ...defaults, ...options } } as const;
  return check({ ...usual, ...request }, host, createSession());
}
