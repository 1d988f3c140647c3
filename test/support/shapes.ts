import type { RuleExample } from '../../server/src/rules/rule';
import { projectUri } from './check-files';
import type { ProjectFiles } from './check-files';
import { readMarks } from './marks';

/**
 * One and the same deployment in the shapes that people write it in. Rules must say the same of all of them; a shape that a rule's own
 * examples can be brought into by rule needs no case of its own.
 */
export interface Shape {
  readonly name: string;
  readonly language: RuleExample['language'];
  /** The template with its marks in this shape; undefined where it has nothing to change. */
  readonly of: (template: string) => ProjectFiles | undefined;
  /** Findings stand at the `module` statement, whatever is marked inside. */
  readonly atModule?: boolean;
}

/** Where the shapes with modules from a registry expect them. */
export const CACHE = projectUri('cache');

const REGISTRY_MODULE = 'br/public:test/example:1.0.0';
const CACHED_MODULE = 'cache/br/mcr.microsoft.com/bicep$test$example/1.0.0$/main.json';

export const shapes: readonly Shape[] = [
  { name: 'as it is', language: 'bicep', of: (template) => ({ 'main.bicep': template }) },
  {
    name: 'with Windows line ends',
    language: 'bicep',
    of: (text) => ({ 'main.bicep': text.replaceAll('\n', '\r\n') }),
  },
  { name: 'under one condition', language: 'bicep', of: (text) => changed(text, 'main.bicep', underCondition(text)) },
  { name: 'in loops of one turn', language: 'bicep', of: (text) => changed(text, 'main.bicep', inLoops(text)) },
  { name: 'in a module', language: 'bicep', of: (text) => inModule(text, ['', '']) },
  { name: 'in a module in a loop', language: 'bicep', of: (text) => inModule(text, ['[for i in range(0, 1): ', ']']) },
  { name: 'in a module under a condition', language: 'bicep', of: (text) => inModule(text, ['if (deployAll) ', '']) },
  { name: 'in a module of a module', language: 'bicep', of: inModuleOfModule },
  { name: 'with a .bicepparam', language: 'bicep', of: withBicepParameters },
  { name: 'as it is', language: 'json', of: (template) => ({ 'main.json': template }) },
  { name: 'under one condition', language: 'json', of: (text) => changed(text, 'main.json', underJsonCondition(text)) },
  { name: 'in copies of one turn', language: 'json', of: (text) => changed(text, 'main.json', inCopies(text)) },
  { name: 'in a nested deployment', language: 'json', of: (text) => ({ 'main.json': nested(text, 'inner') }) },
  {
    name: 'in a nested deployment of the outer scope',
    language: 'json',
    of: (text) => ({ 'main.json': nested(text, 'outer') }),
  },
  { name: 'as a module of Bicep', language: 'json', of: (text) => jsonAsModule(text, './inner.json', 'inner.json') },
  {
    name: 'as a module of a registry',
    language: 'json',
    of: (text) => jsonAsModule(text, REGISTRY_MODULE, CACHED_MODULE),
    atModule: true,
  },
  { name: 'with a parameter file', language: 'json', of: withJsonParameters },
];

function changed(before: string, path: string, after: string): ProjectFiles | undefined {
  return before === after ? undefined : { [path]: after };
}

/** Parameters without a default, by their names. */
function requiredParameters(bicep: string): readonly string[] {
  return [...bicep.matchAll(/^param (\w+) \w+$/gm)].flatMap(([, name]) => name ?? []);
}

function requiredJsonParameters(json: string): readonly string[] {
  const { parameters = {} } = JSON.parse(readMarks(json).text) as { parameters?: Record<string, object> };
  return Object.keys(parameters).filter((name) => !('defaultValue' in (parameters[name] ?? {})));
}

const CONDITION = 'param deployAll bool\n';

function underCondition(text: string): string {
  const conditional = text.replace(/^(resource ‹?\w+›? '[^']+' = )\{/gm, '$1if (deployAll) {');
  return conditional === text ? text : CONDITION + conditional;
}

/** Every resource in a loop, and what refers to it by its index. */
function inLoops(text: string): string {
  const resources = /^resource (\w+) ('[^']+' = )\{\n([^]*?)^\}$/gm;
  const names = [...text.matchAll(resources)].flatMap(([, name]) => name ?? []);
  // A resource inside another cannot be referred to from outside once the outer one is a loop.
  if (/^ +‹?resource/m.test(text)) return text;
  const looped = text.replace(resources, 'resource $1 $2[\n  for turn in range(0, 1): {\n$3}\n]');
  return names.reduce(
    (current, name) =>
      current
        .replace(new RegExp(`\\b${name}(?=\\.(id|identity|name|properties)\\b)`, 'g'), `${name}[0]`)
        .replace(new RegExp(`(parent: |scope: )${name}\\b`, 'g'), `$1${name}[0]`)
        .replace(new RegExp(`^(\\s+)${name}$`, 'gm'), `$1${name}[0]`),
    looped,
  );
}

function inModule(text: string, [before, after]: readonly [string, string]): ProjectFiles {
  return { 'main.bicep': moduleStatement('inner.bicep', text, before, after), 'inner.bicep': text };
}

function inModuleOfModule(text: string): ProjectFiles {
  const middle = moduleStatement('inner.bicep', text, '', '');
  return { 'main.bicep': moduleStatement('middle.bicep', middle, '', ''), 'middle.bicep': middle, 'inner.bicep': text };
}

/** A template that deploys another as a module and hands its own parameters on. */
function moduleStatement(path: string, inner: string, before: string, after: string): string {
  const targetScope = /^targetScope = .*\n/m.exec(inner)?.[0] ?? '';
  const parameters = [...inner.matchAll(/^param (\w+) \w+$/gm)];
  const declarations = parameters.map(([line]) => `${line}\n`).join('');
  const passed = parameters.map(([, name]) => `${name}: ${name}`).join(', ');
  const condition = before.includes('deployAll') ? CONDITION : '';
  return `${targetScope}${condition}${declarations}module inner '${path}' = ${before}{\n  name: 'inner'\n  params: { ${passed} }\n}${after}\n`;
}

function withBicepParameters(text: string): ProjectFiles {
  const parameters = requiredParameters(text).map((name) => `param ${name} = readEnvironmentVariable('${name}')\n`);
  return { 'main.bicep': text, 'main.bicepparam': `using 'main.bicep'\n${parameters.join('')}` };
}

function withJsonParameters(text: string): ProjectFiles {
  const schema = 'https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#';
  return {
    'main.json': text,
    'main.parameters.json': JSON.stringify({ $schema: schema, contentVersion: '1.0.0.0', parameters: {} }),
  };
}

/** Resources of the template itself, as the examples lay them out. */
const JSON_RESOURCE = /^ {4}\{\n {6}"type":/gm;

function withParameter(json: string, name: string, type: string): string {
  const declared = `"${name}": { "type": "${type}" }`;
  return /^ {2}"parameters": \{/m.test(json)
    ? json.replace(/^ {2}"parameters": \{/m, (start) => `${start}\n    ${declared},`)
    : json.replace(/^ {2}"resources"/m, `  "parameters": { ${declared} },\n  "resources"`);
}

function underJsonCondition(text: string): string {
  const conditional = text.replace(
    JSON_RESOURCE,
    `    {\n      "condition": "[parameters('deployAll')]",\n      "type":`,
  );
  return conditional === text ? text : withParameter(conditional, 'deployAll', 'bool');
}

function inCopies(text: string): string {
  // A resource has one copy at most.
  if (/^ {6}"copy":/m.test(text)) return text;
  let count = 0;
  return text.replace(
    JSON_RESOURCE,
    () => `    {\n      "copy": { "name": "turn${count++}", "count": 1 },\n      "type":`,
  );
}

const TEMPLATE_START = `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",`;

function nested(text: string, scope: 'inner' | 'outer'): string {
  const required = requiredJsonParameters(text);
  const given = required.map((name) => `"${name}": { "value": "[parameters('${name}')]" }`).join(', ');
  const { parameters = {} } = JSON.parse(readMarks(text).text) as Record<string, object>;
  // In the outer scope, the outer template's parameters and variables are the ones that count.
  const outer = scope === 'outer' ? sectionsOf(text) : `"parameters": ${JSON.stringify(pick(parameters, required))},`;
  const own = scope === 'inner' ? `"parameters": { ${given} },` : '';
  return `${TEMPLATE_START}
  ${outer}
  "resources": [
    {
      "type": "Microsoft.Resources/deployments",
      "apiVersion": "2022-09-01",
      "name": "inner",
      "properties": {
        "mode": "Incremental",
        "expressionEvaluationOptions": { "scope": "${scope}" },
        ${own}
        "template": ${text}
      }
    }
  ]
}
`;
}

/** The parameters and variables of a template as they are written, with their marks; those that are left inside do no harm. */
function sectionsOf(text: string): string {
  return [...text.matchAll(/^ {2}"(?:parameters|variables)": \{(?:.*\},?$|\n[^]*?^ {2}\},?$)/gm)]
    .map(([section]) => (section.endsWith(',') ? section : `${section},`))
    .join('\n');
}

function pick(parameters: object, names: readonly string[]): object {
  return Object.fromEntries(Object.entries(parameters).filter(([name]) => names.includes(name)));
}

function jsonAsModule(text: string, reference: string, path: string): ProjectFiles {
  const required = requiredJsonParameters(text);
  const { parameters = {} } = JSON.parse(readMarks(text).text) as { parameters?: Record<string, { type: string }> };
  const declarations = required.map((name) => `param ${name} ${parameters[name]?.type ?? 'string'}\n`).join('');
  const passed = required.map((name) => `${name}: ${name}`).join(', ');
  const root = `${declarations}module inner '${reference}' = {\n  name: 'inner'\n  params: { ${passed} }\n}\n`;
  return { 'main.bicep': root, [path]: text };
}
