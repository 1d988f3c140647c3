import {
  accessSync,
  chmodSync,
  constants,
  lstatSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { decodeText, encodeText } from './encoding';
import { isWithin } from './paths';
import { systemCode, systemMessage } from './system-error';
import { uninterrupted } from './uninterrupted';

export interface Replacement {
  readonly path: string;
  /** What the file is expected to hold now. */
  readonly before: string;
  readonly after: string;
}

/**
 * Writes a file so that it holds either all of the new contents or what it held before, even if the process is stopped.
 * The mode of an existing file is kept; where there is a device or a pipe it is written to as it is. Throws the system's errors.
 */
export function writeFileAtomically(file: string, contents: string | Buffer): void {
  const existing = lstatSync(file, { throwIfNoEntry: false });
  const target = existing?.isSymbolicLink() ? realpathSync(file) : file;
  const replaced = lstatSync(target, { throwIfNoEntry: false });
  if (replaced !== undefined && !replaced.isFile()) {
    writeFileSync(target, contents);
    return;
  }
  // Renaming needs no permission on the file that it replaces, so that has to be asked for.
  if (replaced !== undefined) accessSync(target, constants.W_OK);
  uninterrupted(() => {
    writeAndRename(contents, target, replaced?.mode);
  });
}

function writeAndRename(contents: string | Buffer, target: string, mode: number | undefined): void {
  // Containers give all processes the same number, and one that was killed may have left its file.
  const unique = `${process.pid}-${Math.random().toString(36).slice(2)}`;
  const temporary = path.join(path.dirname(target), `.${path.basename(target)}.${unique}.tmp`);
  try {
    writeFileSync(temporary, contents, { flag: 'wx' });
    if (mode !== undefined) chmodSync(temporary, mode);
    renameSync(temporary, target);
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') rmSync(temporary, { force: true });
    throw error;
  }
}

/**
 * Replaces a text file's contents and keeps its encoding, unless the file no longer holds what was read, or lies outside
 * `root` once its symbolic links are followed. Returns why it was left alone, or undefined when it was written. Never throws.
 */
export function replaceText({ path: file, before, after }: Replacement, root: string): string | undefined {
  try {
    const target = realpathSync(file);
    if (!isWithin(realpathSync(root), target)) return 'it lies outside the project';
    const bytes = readFileSync(target);
    const now = decodeText(bytes);
    // Another name of the same file has been written before.
    if (now?.text === after) return undefined;
    if (now?.text !== before) return 'it has changed meanwhile';
    if (!bytes.equals(encodeText(before, now.encoding))) return 'some of its bytes are not valid in its encoding';
    writeFileAtomically(target, encodeText(after, now.encoding));
    return undefined;
  } catch (error) {
    return systemMessage(error);
  }
}
