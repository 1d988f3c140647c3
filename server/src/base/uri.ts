import { URI, Utils } from 'vscode-uri';

/** Identifies a document: a normalised URI in the spelling that VS Code uses. Compared as plain text. */
export type Uri = string;

/** The normal spelling of a URI, so that equal documents have equal identifiers. */
export function normalizeUri(uri: string): Uri {
  return URI.parse(uri).toString();
}

/** The URI of a path on disk (forward slashes; a drive letter is kept). */
export function fileUri(path: string): Uri {
  return URI.file(path).toString();
}

/** The path part of a URI, decoded, with forward slashes. */
export function uriPath(uri: Uri): string {
  return URI.parse(uri).path;
}

/** What `reference`, a relative path with forward or backward slashes, names when it stands in the document `from`. */
export function resolveUri(from: Uri, reference: string): Uri {
  return Utils.resolvePath(Utils.dirname(URI.parse(from)), reference.replaceAll('\\', '/')).toString();
}

/** URIs of documents in a folder, with nothing behind the path: nearly all. Taking them apart is dear, and large projects have thousands. */
const PLAIN = /^[\w+.-]+:\/\/[^/?#]*(?:\/[^/?#]+){2,}$/;
const PLAIN_NAME = /^[\w-][\w.-]*$/;

/** The folder that holds the document. */
export function parentUri(uri: Uri): Uri {
  if (PLAIN.test(uri)) return uri.slice(0, uri.lastIndexOf('/'));
  return Utils.dirname(URI.parse(uri)).toString();
}

/** A document below a folder. */
export function joinUri(folder: Uri, path: string): Uri {
  if (PLAIN_NAME.test(path) && PLAIN.test(folder)) return `${folder}/${path}`;
  return Utils.joinPath(URI.parse(folder), path).toString();
}

/** The last segment of the path, decoded. */
export function baseName(uri: Uri): string {
  return Utils.basename(URI.parse(uri));
}
