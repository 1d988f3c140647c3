import { statSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from './usage-error';

/** The absolute path of a folder that an option names; undefined where the option is not given. Throws a UsageError. */
export function readFolder(option: string, folder: string | undefined, cwd: string): string | undefined {
  if (folder === undefined) return undefined;
  const absolute = path.resolve(cwd, folder);
  if (statSync(absolute, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new UsageError(`--${option} needs a folder, which '${folder}' is not.`);
  }
  return absolute;
}
