import { spanOf } from '../../base/span';
import type { Uri } from '../../base/uri';
import { scopeOfSchema } from '../../syntax/arm/detect';
import type { ArmParseResult } from '../../syntax/arm/parse';
import type { ObjectExpression } from '../../syntax/expression';
import { literalText, propertyValue } from '../../syntax/properties';
import type { FileReference, ModuleDefinition, ParameterFile, TargetScope, Template } from '../template';
import { commentDirectives, metadataDirectives } from './directives';
import { lowerResources } from './resources';
import { lowerAssignments, lowerFunctions, lowerOutputs, lowerParameters, lowerVariables } from './sections';

const NOTHING: ObjectExpression = { kind: 'object', start: 0, end: 0, members: [] };

/** Lowers an ARM JSON template. What the text lacks, the template lacks; nothing is an error here. */
export function templateFromArm(uri: Uri, { root, problems, comments }: ArmParseResult): Template {
  const template = lowerTemplate(uri, root ?? NOTHING, 'resourceGroup');
  return { ...template, problems, directives: [...commentDirectives(comments), ...template.directives] };
}

/** Lowers a JSON parameters file. Its template is not named in it: the file's name tells. */
export function parametersFromArm(uri: Uri, { root, problems, comments }: ArmParseResult): ParameterFile {
  const file = root ?? NOTHING;
  return {
    uri,
    language: 'armParameters',
    using: undefined,
    extends: undefined,
    assignments: lowerAssignments(file),
    variables: new Map(),
    functions: new Map(),
    imports: [],
    references: [],
    directives: [...commentDirectives(comments), ...metadataDirectives(file)],
    problems,
  };
}

/** Also for a template inside a deployment, which has the file's comments and problems around it and none of its own. */
function lowerTemplate(uri: Uri, root: ObjectExpression, defaultScope: TargetScope): Template {
  const scope = scopeOfSchema(literalText(propertyValue(root, '$schema')) ?? '') ?? defaultScope;
  const { resources, modules, directives } = lowerResources(propertyValue(root, 'resources'), (inner, innerScope) =>
    lowerTemplate(uri, inner, innerScope ?? scope),
  );
  return {
    uri,
    language: 'arm',
    span: spanOf(root),
    scope,
    parameters: lowerParameters(root),
    variables: lowerVariables(root),
    outputs: lowerOutputs(root),
    functions: lowerFunctions(root),
    imports: [],
    resources,
    modules,
    references: modules.flatMap(referencesOf),
    directives: [...metadataDirectives(root), ...directives, ...modules.flatMap(directivesOf)],
    problems: [],
    generatedByBicep: isGeneratedByBicep(root),
  };
}

/** The files that a deployment names, those named inside its template included: all are relative to this file. */
function referencesOf({ source }: ModuleDefinition): readonly FileReference[] {
  if (source.kind === 'file') return [source.reference];
  return source.kind === 'inline' ? source.template.references : [];
}

function directivesOf({ source }: ModuleDefinition): Template['directives'] {
  return source.kind === 'inline' ? source.template.directives : [];
}

function isGeneratedByBicep(root: ObjectExpression): boolean {
  const generator = propertyValue(propertyValue(root, 'metadata'), '_generator');
  return literalText(propertyValue(generator, 'name'))?.toLowerCase() === 'bicep';
}
