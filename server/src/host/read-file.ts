import { readFileSync, statSync } from 'node:fs';
import { decodeText, type DecodedText } from './encoding';
import { systemCode, systemMessage } from './system-error';

export type FileRead =
  | ({ readonly kind: 'text' } & DecodedText)
  | { readonly kind: 'missing' }
  /** The message completes "cannot read FILE: …". */
  | { readonly kind: 'problem'; readonly message: string };

/** The largest template that is read, in bytes. Azure Resource Manager takes templates of up to 4 MB; compiled modules in a repository may be larger. */
export const sizeLimit = 20_000_000;

/**
 * Reads a text file. Never throws. It reads at once instead of in the background because a linter waits for each file
 * anyway, and thousands of reads side by side would run out of file handles.
 */
export function readTextFile(path: string): FileRead {
  try {
    // A check looks for thousands of files that are not there, and an exception costs more than the question.
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats === undefined) return { kind: 'missing' };
    if (stats.isDirectory()) return problem('it is a folder');
    // Opening a pipe or a device could wait for ever.
    if (!stats.isFile()) return problem('it is no regular file');
    return stats.size > sizeLimit ? problem(tooLarge(stats.size)) : decodedFile(readFileSync(path));
  } catch (error) {
    const code = systemCode(error);
    return code === 'ENOENT' || code === 'ENOTDIR' ? { kind: 'missing' } : problem(systemMessage(error));
  }
}

/** What to make of bytes that came from elsewhere than a file, such as standard input. */
export function decodedFile(bytes: Buffer): FileRead {
  if (bytes.length > sizeLimit) return problem(tooLarge(bytes.length));
  const decoded = decodeText(bytes);
  return decoded === undefined ? problem('it is binary, not text') : { kind: 'text', ...decoded };
}

function tooLarge(size: number): string {
  return `it is too large (${Math.ceil(size / 1e6)} MB; the limit is ${sizeLimit / 1e6} MB)`;
}

function problem(message: string): FileRead {
  return { kind: 'problem', message };
}
