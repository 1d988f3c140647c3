import type { SourceFile } from '../source-file';
import { bicepparamWriter, bicepWriter } from './bicep-writer';
import { parametersWriter, templateWriter } from './json-writer';
import type { Writer } from './writer';

/** What writes values of a file, by its language and by what it holds. */
export function writerOf({ kind, tree }: Pick<SourceFile, 'kind' | 'tree'>): Writer {
  if (tree.kind === 'file') return kind === 'template' ? bicepWriter : bicepparamWriter;
  return kind === 'template' ? templateWriter : parametersWriter;
}
