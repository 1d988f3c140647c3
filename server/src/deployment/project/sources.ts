import type { Uri } from '../../base/uri';
import type { ParameterFile, Template } from '../../model/template';
import type { Expression } from '../../syntax/expression';

/** The files that an evaluation may read, already read and understood. Nothing here waits or fails. */
export interface Sources {
  /** The document that a reference names (`./module.bicep`, `br/public:…`), or undefined where it names none that can be found. */
  resolve(from: Uri, reference: string): Uri | undefined;
  template(uri: Uri): Template | undefined;
  parameterFile(uri: Uri): ParameterFile | undefined;
  text(uri: Uri): string | undefined;
  /** The first document of a YAML file; undefined for what is none. Absent where nothing can read YAML. */
  yaml?(uri: Uri): Expression | undefined;
}
