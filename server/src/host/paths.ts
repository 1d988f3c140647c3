import path from 'node:path';
import { URI } from 'vscode-uri';
import { fileUri, type Uri } from '../base/uri';

/** Paths and documents of one kind of system. */
export interface Paths {
  /** The identity of a file on disk. */
  readonly uriOfPath: (file: string) => Uri;
  /** The path of a document in the system's spelling, or undefined if it is not on disk. */
  readonly pathOfUri: (uri: Uri) => string | undefined;
  /** A document as a path relative to a folder, with forward slashes; absolute where it is on another drive. */
  readonly relativePath: (folder: string, uri: Uri) => string;
  /** Whether a path is the folder or lies below it. Both are absolute. */
  readonly isWithin: (folder: string, file: string) => boolean;
}

/** By the rules of a system: those of Windows can be looked at elsewhere, too. */
export function pathsOf(system: path.PlatformPath): Paths {
  const { sep } = system;
  const pathOfUri = (uri: Uri): string | undefined => {
    const parsed = URI.parse(uri);
    return parsed.scheme === 'file' ? parsed.fsPath.replaceAll('/', sep) : undefined;
  };
  return {
    uriOfPath: (file) => fileUri(system.resolve(file).replaceAll(sep, '/')),
    pathOfUri,
    relativePath: (folder, uri) => {
      const file = pathOfUri(uri);
      return file === undefined ? uri : system.relative(folder, file).replaceAll(sep, '/');
    },
    isWithin: (folder, file) => {
      const way = system.relative(folder, file);
      return way !== '..' && !way.startsWith(`..${sep}`) && !system.isAbsolute(way);
    },
  };
}

/** Those of this system. */
export const { uriOfPath, pathOfUri, relativePath, isWithin } = pathsOf(path);
