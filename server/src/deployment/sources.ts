import type { Uri } from '../base/uri';
import type { ParameterFile, Template } from '../model/template';

/** The files that an evaluation may read, already read and understood. Nothing here waits or fails. */
export interface Sources {
  /** The document that a reference names (`./module.bicep`, `br/public:…`), or undefined where it names none that can be found. */
  resolve(from: Uri, reference: string): Uri | undefined;
  template(uri: Uri): Template | undefined;
  parameterFile(uri: Uri): ParameterFile | undefined;
  text(uri: Uri): string | undefined;
}
