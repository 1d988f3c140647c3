import path from 'node:path';
import { URI } from 'vscode-uri';
import { fileUri, type Uri } from '../base/uri';

/** The identity of a file on disk. */
export function uriOfPath(file: string): Uri {
  return fileUri(path.resolve(file));
}

/** The path of a document in this system's spelling, or undefined if it is not on disk. */
export function pathOfUri(uri: Uri): string | undefined {
  const parsed = URI.parse(uri);
  return parsed.scheme === 'file' ? parsed.fsPath : undefined;
}

/** A document as a path relative to a folder, with forward slashes. */
export function relativePath(folder: string, uri: Uri): string {
  const file = pathOfUri(uri);
  return file === undefined ? uri : path.relative(folder, file).replaceAll(path.sep, '/');
}

/** Whether a path is the folder or lies below it. Both are absolute. */
export function isWithin(folder: string, file: string): boolean {
  const relative = path.relative(folder, file);
  return relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}
