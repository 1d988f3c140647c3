import { baseName, uriPath, type Uri } from '../base/uri';

/** Whether a document lies in a folder or below it, or is the folder. */
export function isBelow(folder: Uri, uri: Uri): boolean {
  return uri === folder || uri.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

/** The path of a file in a folder, for people; the name alone of one that lies elsewhere. */
export function pathIn(folder: Uri, uri: Uri): string {
  if (uri === folder || !isBelow(folder, uri)) return baseName(uri);
  return uriPath(uri).slice(uriPath(folder).replace(/\/?$/, '/').length);
}

/** Of folders within each other, the one that is nearest to a document. */
export function innermostFolder(uri: Uri, folders: readonly Uri[]): Uri | undefined {
  let innermost: Uri | undefined;
  for (const folder of folders) {
    if (isBelow(folder, uri) && folder.length > (innermost?.length ?? 0)) innermost = folder;
  }
  return innermost;
}
