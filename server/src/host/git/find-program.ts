import { accessSync, constants, statSync } from 'node:fs';
import path from 'node:path';
import { isWithin } from '../paths';

/**
 * The absolute path of a program, looked for in the folders of PATH. Those that are relative do not count, nor does what lies in one of
 * `avoided`: a repository that is looked at must not bring the program along. Windows would even look into the current folder first.
 */
export function findProgram(
  name: string,
  searched: string | undefined,
  avoided: readonly string[],
  isWindows = process.platform === 'win32',
): string | undefined {
  const file = isWindows ? `${name}.exe` : name;
  const folders = (searched ?? '').split(path.delimiter).filter((folder) => path.isAbsolute(folder));
  const isOpen = (folder: string): boolean => !avoided.some((it) => isWithin(it, folder));
  return folders
    .filter(isOpen)
    .map((folder) => path.join(folder, file))
    .find(isProgram);
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
