import { readFileSync } from 'node:fs';
import path from 'node:path';
import { configurationNames, configurationShape } from '../../server/src/lint/config/description';
import type { Choice, MemberShape, ObjectShape, Shape, TextShape } from '../../server/src/lint/config/shape';
import type { Rule } from '../../server/src/rules/rule';
import type { GeneratedFile } from './generated-file';
import { loadRules } from './rule-pages';

/** Where the schema is, relative to the repository's root. */
export const schemaFile = 'schemas/pelint.config.schema.json';

interface Manifest {
  readonly repository: { readonly url: string };
  readonly contributes: Record<string, unknown> & {
    readonly configuration: { readonly properties: Record<string, unknown> };
  };
}

/** The published schema of the configuration file, and the parts of package.json that tell VS Code of it and of the levels that users set. */
export async function configurationSchema(root: string): Promise<GeneratedFile[]> {
  const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Manifest;
  const rules = await loadRules(root);
  const address = `${manifest.repository.url.replace(/\.git$/, '')}/raw/main/${schemaFile}`;
  manifest.contributes.configuration.properties['pelint.rules'] = rulesSetting(rules);
  manifest.contributes['jsonValidation'] = [{ fileMatch: configurationNames, url: `./${schemaFile}` }];
  return [
    [schemaFile, JSON.stringify(schemaOf(address, rules))],
    ['package.json', JSON.stringify(manifest, undefined, 2)],
  ];
}

/** Levels in VS Code's settings: the same as in the configuration file, which they go before. */
function rulesSetting(known: readonly Rule[]): Schema {
  const { rules } = configurationShape(known).members;
  if (rules === undefined) throw new Error('The configuration file has no levels of rules.');
  const { description, shape } = rules;
  const shown = `${description} What is set here goes before the configuration file, which counts on the command line, too.`;
  return { scope: 'resource', default: {}, description: shown, ...shapeSchema(shape, new Map()) };
}

type Schema = Readonly<Record<string, unknown>>;

function schemaOf(address: string, known: readonly Rule[]): Schema {
  const rules = new Map<readonly Choice[], string>();
  const schema = objectSchema(configurationShape(known), rules);
  const definitions = [...rules].map(([choices, name]) => [name, { oneOf: choices.map(constant) }] as const);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: address,
    title: 'pelint configuration',
    ...schema,
    definitions: Object.fromEntries(definitions),
  };
}

/** `shared` collects long lists of choices, which are written once. */
function shapeSchema(shape: Shape, shared: Map<readonly Choice[], string>): Schema {
  switch (shape.kind) {
    case 'text':
      return textSchema(shape, shared);
    case 'flag':
      return { type: 'boolean' };
    case 'list': {
      const items = shapeSchema(shape.items, shared);
      const list = { type: 'array', items };
      return shape.orOne ? { anyOf: [items, list] } : list;
    }
    case 'object':
      return objectSchema(shape, shared);
    case 'map': {
      const keys = textSchema(shape.keys, shared);
      const values = shapeSchema(shape.values, shared);
      // Known keys are written out, so that editors offer them with what they mean.
      const known = shape.keys.choices?.map((it) => [it.text, { ...described(it), ...values }]);
      return known
        ? { type: 'object', properties: Object.fromEntries(known), additionalProperties: false }
        : { type: 'object', propertyNames: keys, additionalProperties: values };
    }
  }
}

function textSchema({ choices, choicesListed, pattern }: TextShape, shared: Map<readonly Choice[], string>): Schema {
  if (choices && choicesListed !== undefined) {
    const name = shared.get(choices) ?? `choice${shared.size + 1}`;
    shared.set(choices, name);
    return { $ref: `#/definitions/${name}` };
  }
  if (choices?.some(({ description }) => description)) return { oneOf: choices.map(constant) };
  if (choices) return { enum: choices.map(({ text }) => text) };
  return pattern === undefined ? { type: 'string' } : { type: 'string', pattern };
}

function objectSchema({ members }: ObjectShape, shared: Map<readonly Choice[], string>): Schema {
  const entries = Object.entries<MemberShape>(members);
  const required = entries.filter(([, member]) => member.required).map(([name]) => name);
  const properties = entries.map(([name, { shape, description }]) => [
    name,
    { description, ...shapeSchema(shape, shared) },
  ]);
  return {
    type: 'object',
    properties: Object.fromEntries(properties),
    ...(required.length > 0 ? { required } : {}),
    additionalProperties: false,
  };
}

function constant(choice: Choice): Schema {
  return { const: choice.text, ...described(choice) };
}

function described({ description }: Choice): Schema {
  return description === undefined ? {} : { description };
}
