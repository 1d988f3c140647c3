import type { Uri } from '../base/uri';
import { uriPath } from '../base/uri';
import { detectArmDocument, looksLikeArm } from '../syntax/arm/detect';
import { parsePlain, withExpressions, withParameterExpressions } from '../syntax/arm/parse';
import { parseBicep, parseBicepParam } from '../syntax/bicep/parse';
import type { BicepFile } from '../syntax/bicep/nodes';
import type { ObjectExpression } from '../syntax/expression';
import { parametersFromArm, templateFromArm } from './arm/from-arm';
import { parametersFromBicep, templateFromBicep } from './bicep/from-bicep';
import type { ParameterFile, Template } from './template';

/** A file of a project, read and understood. A function of its name and text alone. */
export type SourceFile = TemplateFile | ParametersFile;

export interface TemplateFile {
  readonly kind: 'template';
  readonly text: string;
  readonly tree: BicepFile | ObjectExpression;
  readonly template: Template;
}

export interface ParametersFile {
  readonly kind: 'parameters';
  readonly text: string;
  readonly tree: BicepFile | ObjectExpression;
  readonly parameters: ParameterFile;
}

export type FileKind = 'bicep' | 'bicepparam' | 'json';

/** What a file may be by its name; undefined for all others. */
export function fileKind(uri: Uri): FileKind | undefined {
  const path = uriPath(uri).toLowerCase();
  if (path.endsWith('.bicep')) return 'bicep';
  if (path.endsWith('.bicepparam')) return 'bicepparam';
  return path.endsWith('.json') || path.endsWith('.jsonc') ? 'json' : undefined;
}

/** Reads a file of a project. Undefined for a file that is none of ours, such as other JSON. Never throws. */
export function readSourceFile(uri: Uri, text: string): SourceFile | undefined {
  switch (fileKind(uri)) {
    case 'bicep': {
      const parsed = parseBicep(text);
      return { kind: 'template', text, tree: parsed.tree, template: templateFromBicep(uri, parsed) };
    }
    case 'bicepparam': {
      const parsed = parseBicepParam(text);
      return { kind: 'parameters', text, tree: parsed.tree, parameters: parametersFromBicep(uri, parsed) };
    }
    case 'json':
      return looksLikeArm(text) ? readArm(uri, text) : undefined;
    default:
      return undefined;
  }
}

function readArm(uri: Uri, text: string): SourceFile | undefined {
  const plain = parsePlain(text);
  const kind = detectArmDocument(plain.root);
  if (kind === 'parameters') {
    const parsed = withParameterExpressions(plain, text);
    return parsed.root && { kind, text, tree: parsed.root, parameters: parametersFromArm(uri, parsed) };
  }
  if (kind !== 'template') return undefined;
  const parsed = withExpressions(plain, text);
  return parsed.root && { kind, text, tree: parsed.root, template: templateFromArm(uri, parsed) };
}
