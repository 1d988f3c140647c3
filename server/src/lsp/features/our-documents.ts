import { baseName, type Uri } from '../../base/uri';
import { configurationNames } from '../../lint/config/description';
import { fileKind } from '../../model/source-file';
import { looksLikeArm } from '../../syntax/arm/detect';

/** Whether a document may be a template, a parameter file or one of our configuration files: many editors send all JSON. */
export function isOurs(uri: Uri, text: string): boolean {
  return fileKind(uri) !== 'json' || looksLikeArm(text) || configurationNames.some((name) => name === baseName(uri));
}
