import { statSync } from 'node:fs';
import path from 'node:path';
import { LineIndex } from '../base/line-index';
import type { Uri } from '../base/uri';
import { relativePath, uriOfPath } from '../host/paths';
import type { ConfigurationChoice, ConfigurationProblem } from '../lint/config/configurations';
import { UsageError } from './usage-error';

/** Which configuration is wanted: that of each file, none, or one file (its absolute path) for all. */
export type ConfigurationOption =
  { readonly kind: 'nearest' | 'none' } | { readonly kind: 'file'; readonly file: string };

/** What `--config` and `--no-config` say. Throws a UsageError. */
export function readConfiguration(file: string | undefined, none: boolean, cwd: string): ConfigurationOption {
  if (file === undefined) return { kind: none ? 'none' : 'nearest' };
  if (none) throw new UsageError('--config and --no-config exclude each other.');
  const full = path.resolve(cwd, file);
  if (statSync(full, { throwIfNoEntry: false })?.isFile() === true) return { kind: 'file', file: full };
  throw new UsageError(`--config names '${file}', and there is no such file.`);
}

/** The same for the checker. The patterns of a file that is named hold for the project, wherever the file lies. */
export function configurationChoice(option: ConfigurationOption, project: string): ConfigurationChoice | undefined {
  switch (option.kind) {
    case 'nearest':
      return 'nearest';
    case 'none':
      return undefined;
    case 'file':
      return { file: uriOfPath(option.file), folder: uriOfPath(project) };
  }
}

/** One line about each mistake in the configuration, with its place. */
export function configurationLines(
  problems: readonly ConfigurationProblem[],
  texts: ReadonlyMap<Uri, string>,
  cwd: string,
): readonly string[] {
  const lines = problems.map(({ uri, start, message }) => {
    const { line, character } = new LineIndex(texts.get(uri) ?? '').positionAt(start);
    return `${relativePath(cwd, uri)}:${line + 1}:${character + 1}: ${message}`;
  });
  return [...new Set(lines)];
}
