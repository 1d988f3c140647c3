import type { Uri } from '../../base/uri';
import type { Expression } from '../../syntax/expression';
import type { BicepFile, BicepParseResult, FunctionDeclaration, VariableDeclaration } from '../../syntax/bicep/nodes';
import { literalText } from '../../syntax/properties';
import type {
  FunctionDefinition,
  ImportDefinition,
  OutputDefinition,
  ParameterDefinition,
  ParameterFile,
  TargetScope,
  Template,
  VariableDefinition,
} from '../template';
import { lowerDirectives } from './directives';
import { hasDecorator, lowerParameter } from './parameters';
import { collectReferences } from './references';
import { fileReference, lowerModule, lowerResource, spanOf } from './resources';

const SCOPES: readonly string[] = [
  'resourceGroup',
  'subscription',
  'managementGroup',
  'tenant',
] satisfies TargetScope[];

/** Lowers a `.bicep` file. */
export function templateFromBicep(uri: Uri, { tree, problems }: BicepParseResult): Template {
  return {
    uri,
    language: 'bicep',
    span: spanOf(tree),
    scope: targetScope(tree),
    parameters: parameters(tree),
    outputs: outputs(tree),
    ...sharedParts(tree),
    resources: tree.statements.filter((statement) => statement.kind === 'resource').map((it) => lowerResource(it)),
    modules: tree.statements.filter((statement) => statement.kind === 'module').map(lowerModule),
    problems,
    generatedByBicep: false,
  };
}

/** Lowers a `.bicepparam` file. */
export function parametersFromBicep(uri: Uri, { tree, problems }: BicepParseResult): ParameterFile {
  const assignments = new Map<string, VariableDefinition>();
  for (const statement of tree.statements) {
    if (statement.kind === 'paramAssignment') assignments.set(...named(variable(statement, statement.value, false)));
  }
  const using = tree.statements.find((statement) => statement.kind === 'using');
  const base = tree.statements.find((statement) => statement.kind === 'extends');
  return {
    uri,
    language: 'bicepparam',
    using: fileReference('using', using?.path),
    extends: fileReference('extends', base?.path),
    assignments,
    ...sharedParts(tree),
    problems,
  };
}

/** What both kinds of file may hold. */
function sharedParts(
  tree: BicepFile,
): Pick<Template, 'variables' | 'functions' | 'imports' | 'references' | 'directives'> {
  return {
    variables: variables(tree),
    functions: functions(tree),
    imports: imports(tree),
    references: collectReferences(tree),
    directives: lowerDirectives(tree),
  };
}

function targetScope(tree: BicepFile): TargetScope {
  const statement = tree.statements.find((candidate) => candidate.kind === 'targetScope');
  const name = literalText(statement?.value);
  return (SCOPES.find((scope) => scope === name) as TargetScope | undefined) ?? 'resourceGroup';
}

function parameters(tree: BicepFile): ReadonlyMap<string, ParameterDefinition> {
  const result = new Map<string, ParameterDefinition>();
  for (const statement of tree.statements) {
    if (statement.kind === 'param') result.set(...named(lowerParameter(statement, tree)));
  }
  return result;
}

function variables(tree: BicepFile): ReadonlyMap<string, VariableDefinition> {
  const result = new Map<string, VariableDefinition>();
  for (const statement of tree.statements) {
    if (statement.kind !== 'var') continue;
    result.set(...named(variable(statement, statement.value, hasDecorator(statement.decorators, 'export'))));
  }
  return result;
}

function variable(
  { name, start, end }: Pick<VariableDeclaration, 'name' | 'start' | 'end'>,
  value: Expression,
  exported: boolean,
): VariableDefinition {
  return { name: name.name, span: { start, end }, nameSpan: spanOf(name), value, exported };
}

function outputs(tree: BicepFile): ReadonlyMap<string, OutputDefinition> {
  const result = new Map<string, OutputDefinition>();
  for (const statement of tree.statements) {
    if (statement.kind !== 'output') continue;
    const { name, value } = statement;
    result.set(...named({ name: name.name, nameSpan: spanOf(name), value, condition: undefined }));
  }
  return result;
}

function functions(tree: BicepFile): ReadonlyMap<string, FunctionDefinition> {
  const result = new Map<string, FunctionDefinition>();
  for (const statement of tree.statements) {
    if (statement.kind === 'func') result.set(...named(functionDefinition(statement)));
  }
  return result;
}

function functionDefinition({ name, parameters, body, decorators }: FunctionDeclaration): FunctionDefinition {
  return {
    name: name.name,
    parameters: parameters.map((parameter) => parameter.name.name),
    body,
    exported: hasDecorator(decorators, 'export'),
  };
}

function imports(tree: BicepFile): readonly ImportDefinition[] {
  return tree.statements.flatMap((statement): ImportDefinition[] => {
    if (statement.kind !== 'import') return [];
    const from = fileReference('import', statement.path);
    if (!from) return [];
    const items = statement.items.flatMap(({ name, alias }) => {
      const imported = name.kind === 'identifier' ? name.name : literalText(name);
      return imported === undefined ? [] : [{ name: imported, alias: alias?.name ?? imported }];
    });
    return [{ from, items, wildcard: statement.wildcard?.name }];
  });
}

/** An entry for a map keyed as Azure compares names: without case. */
function named<T extends { readonly name: string }>(definition: T): [string, T] {
  return [definition.name.toLowerCase(), definition];
}
