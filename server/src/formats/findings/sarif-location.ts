import type { ArtifactLocation, PhysicalLocation, Region } from 'sarif';
import type { ReportedRange } from './report';

/**
 * What relative paths start from: the folder that the command ran in. Only its name is written. Its address is left to
 * the reader (SARIF 2.1.0, section 3.14.14), so that a report is the same on every machine; GitHub knows this name.
 */
export const baseId = '%SRCROOT%';

export function physicalLocation(range: ReportedRange): PhysicalLocation {
  return { artifactLocation: artifactLocation(range.file), region: regionOf(range) };
}

/** A file by a reference that is valid in a URI. What is no path below a folder, such as one on another drive, stands alone. */
export function artifactLocation(file: string): ArtifactLocation {
  if (/^[a-z][a-z0-9+.-]+:/i.test(file)) return { uri: file };
  if (/^[a-z]:\//i.test(file)) return { uri: `file:///${encodePath(file)}` };
  if (file.startsWith('/')) return { uri: `file://${encodePath(file)}` };
  return { uri: encodePath(file), uriBaseId: baseId };
}

/** The file that `artifactLocation` refers to by an address; undefined for what is no address. */
export function fileOf(uri: string): string | undefined {
  if (/^[a-z][a-z0-9+.-]+:/i.test(uri) && !uri.startsWith('file:///')) return uri;
  try {
    const path = decodeURIComponent(uri.replace(/^file:\/\//, ''));
    return /^\/[a-z]:\//i.test(path) ? path.slice(1) : path;
  } catch {
    return undefined;
  }
}

/** Lines and columns count from 1 there as well, and the end is exclusive, too (section 3.30). */
export function regionOf({ startLine, startColumn, endLine, endColumn }: ReportedRange): Region {
  return { startLine, startColumn, endLine, endColumn };
}

/** The halves of characters, which a broken name may have, have no encoding. */
function encodePath(path: string): string {
  const whole = path.replace(/\p{Cs}/gu, '\ufffd');
  return whole.split('/').map(encodeURIComponent).join('/');
}
