import assert from 'node:assert/strict';
import type { Span } from '../../../../server/src/base/span';
import { parametersFromArm, templateFromArm } from '../../../../server/src/model/arm/from-arm';
import type { Template } from '../../../../server/src/model/template';
import { parseArm, parseArmParameters } from '../../../../server/src/syntax/arm/parse';
import type { Expression } from '../../../../server/src/syntax/expression';
import { printTree } from '../../../support/arm-tree';
import { readMarks } from '../../../support/marks';

const URI = 'file:///main.json';
const DEPLOYMENT = '"type": "Microsoft.Resources/deployments", "apiVersion": "2022-09-01"';

function lower(text: string): Template {
  const parsed = parseArm(text);
  assert.deepEqual(parsed.problems, []);
  return templateFromArm(URI, parsed);
}

function lowerResource(resource: string): Template['resources'][number] {
  const [first] = lower(`{"resources": [${resource}]}`).resources;
  assert(first !== undefined);
  return first;
}

function lowerModule(properties: string): Template['modules'][number] {
  const [first] = lower(`{"resources": [{${DEPLOYMENT}, "name": "d", ${properties}}]}`).modules;
  assert(first !== undefined);
  return first;
}

const print = (expression: Expression | undefined): string => printTree(expression, '');

describe('templateFromArm', () => {
  it('reads the scope from the schema', () => {
    const schema = 'https://schema.management.azure.com/schemas/2018-05-01/subscriptionDeploymentTemplate.json#';
    assert.equal(lower(`{"$schema": "${schema}"}`).scope, 'subscription');
    assert.equal(lower('{}').scope, 'resourceGroup');
  });

  it('knows what Bicep made', () => {
    assert.equal(lower('{"metadata": {"_generator": {"name": "bicep"}}}').generatedByBicep, true);
    assert.equal(lower('{"metadata": {"_generator": {"name": "hand"}}}').generatedByBicep, false);
  });

  it('makes a template of anything', () => {
    for (const text of [
      '',
      '[]',
      '{"resources": 1, "parameters": [], "variables": "x", "outputs": null, "functions": {}}',
    ]) {
      const template = templateFromArm(URI, parseArm(text));
      assert.deepEqual([template.resources, template.modules, template.parameters.size], [[], [], 0]);
    }
  });

  it('compares names of sections and properties without case', () => {
    const template = lower(
      '{"Resources": [{"TYPE": "a.b/c", "Name": "[x()]"}], "PARAMETERS": {"A": {"DefaultValue": 1}}}',
    );
    assert.equal(template.resources[0]?.type, 'a.b/c');
    assert.equal(print(template.resources[0].name), 'x()');
    assert.equal(print(template.parameters.get('a')?.default), '1');
  });
});

describe('parameters of an ARM template', () => {
  const parameters: readonly [name: string, text: string, expected: object][] = [
    ['a default', '{"type": "string", "defaultValue": "[a()]"}', { type: 'string', default: 'a()' }],
    ['no default', '{"type": "int"}', { type: 'int', default: 'nothing' }],
    ['a secret', '{"type": "SecureString"}', { type: 'string', secure: true }],
    ['a secret object', '{"type": "secureObject"}', { type: 'object', secure: true }],
    ['allowed values', '{"type": "string", "allowedValues": ["a", "b"]}', { type: 'string', allowed: "'a', 'b'" }],
    ['a nullable type', '{"type": "string", "nullable": true}', { type: 'string', nullable: true }],
    ['a type by reference', '{"$ref": "#/definitions/codes"}', { type: 'string', nullable: true, allowed: "'x'" }],
    ['a type that refers to itself', '{"$ref": "#/definitions/circle"}', { type: undefined }],
    ['a type that is not there', '{"$ref": "#/definitions/none"}', { type: undefined }],
    ['a value that is no object', '1', { type: undefined }],
  ];
  const definitions = `{
    "codes": {"$ref": "#/definitions/base", "nullable": true},
    "base": {"type": "string", "allowedValues": ["x"]},
    "circle": {"$ref": "#/definitions/circle"}
  }`;
  for (const [name, text, expected] of parameters) {
    it(`with ${name}`, () => {
      const parameter = lower(`{"definitions": ${definitions}, "parameters": {"Name": ${text}}}`).parameters.get(
        'name',
      );
      assert(parameter !== undefined);
      const { type, secure, nullable } = parameter;
      const allowed = parameter.allowed?.map(print).join(', ');
      const found = { name: parameter.name, type, default: print(parameter.default), secure, nullable, allowed };
      const defaults = { name: 'Name', default: 'nothing', secure: false, nullable: false, allowed: undefined };
      assert.deepEqual(found, { ...defaults, ...expected });
    });
  }
});

describe('variables, outputs and functions of an ARM template', () => {
  it('unrolls the names of variable copies', () => {
    const { variables } = lower(`{"variables": {
      "copy": [{"name": "List", "count": 3, "input": "[copyIndex('List')]"}],
      "object": {"a": 1, "copy": [{"name": "b", "count": "[n()]", "input": {"copy": [{"name": "c", "count": 1, "input": 2}]}}]},
      "plain": "[x()]"
    }}`);
    const found = [...variables].map(([key, { value }]) => `${key} = ${print(value)}`);
    assert.deepEqual(found, [
      "list = copy List × 3 of copyIndex('List')",
      'object = {a: 1, b: copy b × n() of {c: copy c × 1 of 2}}',
      'plain = x()',
    ]);
  });

  it('leaves a copy alone that lacks something', () => {
    const { variables } = lower(
      '{"variables": {"v": {"copy": [{"name": "a", "count": 1}]}, "w": {"copy": {"name": "a"}}, "x": {"copy": []}}}',
    );
    assert.deepEqual(
      [...variables.values()].map(({ value }) => print(value)),
      ["{copy: [{name: 'a', count: 1}]}", "{copy: {name: 'a'}}", '{copy: []}'],
    );
  });

  it('reads outputs', () => {
    const { outputs } = lower(`{"outputs": {
      "Plain": {"type": "string", "value": "[x()]", "condition": "[y()]"},
      "many": {"type": "array", "copy": {"count": 2, "input": "[copyIndex()]"}},
      "none": {"type": "string"}
    }}`);
    const found = [...outputs].map(([key, { name, value, condition }]) => [key, name, print(value), print(condition)]);
    assert.deepEqual(found, [
      ['plain', 'Plain', 'x()', 'y()'],
      ['many', 'many', 'copy  × 2 of copyIndex()', 'nothing'],
      ['none', 'none', '<>', 'nothing'],
    ]);
  });

  it('reads functions under the names by which they are called', () => {
    const { functions } = lower(`{"functions": [{"namespace": "Contoso", "members": {
      "Zone": {"parameters": [{"name": "geo", "type": "string"}, {"name": "n", "type": "int"}], "output": {"type": "string", "value": "[parameters('geo')]"}}
    }}]}`);
    const [[key, definition] = []] = functions;
    assert.equal(key, 'contoso.zone');
    assert.deepEqual([definition?.name, definition?.parameters], ['Contoso.Zone', ['geo', 'n']]);
    assert.equal(print(definition?.body), "parameters('geo')");
  });
});

describe('resources of an ARM template', () => {
  it('keeps places, and takes out of the body what is no property of it', () => {
    const { text, spans } = readMarks(`{"resources": [‹{
      "type": ‹"Microsoft.Network/privateDnsZones"›, "apiVersion": "2020-06-01", "name": ‹"[variables('zone')]"›,
      "condition": "[c()]", "scope": "s", "dependsOn": ["d"], "copy": ‹{"name": "loop", "count": 2}›,
      "properties": {"copy": [{"name": "list", "count": 1, "input": 0}]}, "resources": []
    }›]}`);
    const [resource] = lower(text).resources;
    assert(resource?.loop?.kind === 'count');
    assert.deepEqual([resource.span, resource.typeSpan, resource.nameSpan, resource.loop.span], spans);
    assert.deepEqual([resource.type, resource.apiVersion], ['Microsoft.Network/privateDnsZones', '2020-06-01']);
    assert.deepEqual([resource.symbol, resource.existing, resource.nested], [undefined, false, false]);
    assert.deepEqual([resource.loop.name, print(resource.loop.count)], ['loop', '2']);
    assert.deepEqual(
      [print(resource.condition), print(resource.scope), print(resource.dependsOn)],
      ['c()', "'s'", "['d']"],
    );
    assert(resource.body.kind === 'object');
    assert.deepEqual(
      resource.body.members.map((member) => member.kind === 'property' && member.name),
      ['type', 'apiVersion', 'name', 'scope', 'dependsOn', 'properties'],
    );
    assert.match(print(resource.body), /properties: \{list: copy list × 1 of 0\}/);
  });

  it('reads symbolic names and existing resources', () => {
    const { resources } = lower(`{"languageVersion": "2.0", "resources": {
      "vault": {"existing": true, "type": "Microsoft.RecoveryServices/vaults", "apiVersion": "2024-01-01", "name": "v"},
      "zone": {"type": "Microsoft.Network/privateDnsZones", "name": "z"}
    }}`);
    assert.deepEqual(
      resources.map(({ symbol, existing }) => [symbol, existing]),
      [
        ['vault', true],
        ['zone', false],
      ],
    );
  });

  // What Azure makes of types and names inside another resource was asked of the engine behind `bicep snapshot` 0.49.2.
  const children: readonly [written: string, type: string, nested: boolean][] = [
    ['virtualNetworkLinks', 'Microsoft.Network/privateDnsZones/virtualNetworkLinks', true],
    ['providers/locks', 'Microsoft.Network/privateDnsZones/providers/locks', true],
    ['Microsoft.Network/privateDnsZones/A', 'Microsoft.Network/privateDnsZones/A', false],
    ['Microsoft.Storage/storageAccounts', 'Microsoft.Storage/storageAccounts', false],
  ];
  for (const [written, type, nested] of children) {
    it(`reads a child of type ${written}`, () => {
      const zone = '"type": "Microsoft.Network/privateDnsZones", "name": "z"';
      const [child] = lowerResource(`{${zone}, "resources": [{"type": "${written}", "name": "c"}]}`).children;
      assert.deepEqual([child?.type, child?.nested], [type, nested]);
    });
  }

  it('reads children of children, by symbolic names, too', () => {
    const vault = lowerResource(`{"type": "Microsoft.RecoveryServices/vaults", "resources": {
      "fabric": {"type": "backupFabrics", "resources": [{"type": "protectionContainers"}]}
    }}`);
    const [fabric] = vault.children;
    assert.equal(fabric?.symbol, 'fabric');
    assert.equal(fabric.children[0]?.type, 'Microsoft.RecoveryServices/vaults/backupFabrics/protectionContainers');
  });

  it('has no type where the text does not say it', () => {
    const resource = lowerResource('{"type": "[x()]", "apiVersion": "[y()]"}');
    assert.deepEqual([resource.type, resource.apiVersion], ['', '']);
    assert.equal(lowerResource('{}').type, '');
  });
});

describe('deployments in an ARM template', () => {
  it('are modules, not resources, wherever they stand', () => {
    const deployment = `{${DEPLOYMENT}, "name": "inner"}`;
    const template = lower(
      `{"resources": [{"type": "a.b/c", "resources": [${deployment}]}, ${deployment.replace('inner', 'outer')}]}`,
    );
    assert.deepEqual(
      template.modules.map(({ name }) => print(name)),
      ["'inner'", "'outer'"],
    );
    assert.deepEqual([template.resources.length, template.resources[0]?.children.length], [1, 0]);
  });

  it('keep what decides where and how often they run', () => {
    const module = lowerModule(`"resourceGroup": "rg", "subscriptionId": "[s()]", "scope": "x", "condition": "[c()]",
      "copy": {"name": "l", "count": 2}, "dependsOn": ["d"], "properties": {"parameters": {"p": {"value": {"copy": [{"name": "a", "count": 1, "input": 2}]}}}}`);
    const { resourceGroup, subscriptionId, scope, condition, dependsOn, parameters } = module;
    assert.deepEqual([resourceGroup, subscriptionId, scope, condition, dependsOn].map(print), [
      "'rg'",
      's()',
      "'x'",
      'c()',
      "['d']",
    ]);
    assert.equal(module.loop?.kind, 'count');
    assert.equal(print(parameters), '{p: {value: {a: copy a × 1 of 2}}}');
  });

  const scopes: readonly [options: string, expressions: 'inner' | 'outer'][] = [
    ['', 'outer'],
    ['"expressionEvaluationOptions": {"scope": "outer"},', 'outer'],
    ['"expressionEvaluationOptions": {"scope": "Inner"},', 'inner'],
  ];
  for (const [options, expressions] of scopes) {
    it(`have their own template, ${expressions} with ${options || 'no options'}`, () => {
      const { source } = lowerModule(
        `"properties": {${options} "template": {"variables": {"v": 1}, "resources": [{"type": "a.b/c"}]}}`,
      );
      assert(source.kind === 'inline');
      assert.equal(source.expressions, expressions);
      assert.deepEqual(
        [source.template.uri, source.template.variables.size, source.template.resources.length],
        [URI, 1, 1],
      );
    });
  }

  it('are deployed to where the schema of their template says, or else to their resource group or the outer scope', () => {
    const schema = (name: string): string =>
      `"$schema": "https://schema.management.azure.com/schemas/2019-08-01/${name}.json#"`;
    const scopeOf = (outer: string, inner: string, properties: string): string | undefined => {
      const deployment = `{${DEPLOYMENT}, ${properties} "properties": {"template": {${inner}}}}`;
      const source = lower(`{${outer}, "resources": [${deployment}]}`).modules[0]?.source;
      return source?.kind === 'inline' ? source.template.scope : undefined;
    };
    const tenant = schema('tenantDeploymentTemplate');
    assert.equal(scopeOf(tenant, schema('subscriptionDeploymentTemplate'), ''), 'subscription');
    assert.equal(scopeOf(tenant, '', '"resourceGroup": "rg",'), 'resourceGroup');
    assert.equal(scopeOf(tenant, '', ''), 'tenant');
  });

  const links: readonly [name: string, marked: string, path: string | undefined][] = [
    ['a relative path', `{"relativePath": ‹"nested/zone.json"›}`, 'nested/zone.json'],
    [
      'a path relative to the own address',
      `{"uri": "[uri(deployment().properties.templateLink.uri, ‹'nested/zone.json'›)]"}`,
      'nested/zone.json',
    ],
    ['an address', '{"uri": "https://example.com/zone.json"}', undefined],
    ['an address that is put together', `{"uri": "[uri(parameters('base'), 'zone.json')]"}`, undefined],
    ['a template spec', '{"id": "/subscriptions/x"}', undefined],
    ['a relative path that is put together', `{"relativePath": "[variables('path')]"}`, undefined],
  ];
  for (const [name, marked, path] of links) {
    it(`read ${name}`, () => {
      const { text, spans } = readMarks(`{"resources": [{${DEPLOYMENT}, "properties": {"templateLink": ${marked}}}]}`);
      const template = lower(text);
      const source = template.modules[0]?.source;
      const references = spans.map((span: Span) => ({ kind: 'templateLink', path, span }));
      assert.deepEqual(template.references, references);
      if (path === undefined) assert.equal(source?.kind, 'unknown');
      else assert.deepEqual(source, { kind: 'file', reference: references[0] });
    });
  }

  it('name files for the whole file, also from inside another deployment', () => {
    const link = `{${DEPLOYMENT}, "properties": {"templateLink": {"relativePath": "a.json"}}}`;
    const template = lower(`{"resources": [{${DEPLOYMENT}, "properties": {"template": {"resources": [${link}]}}}]}`);
    assert.deepEqual(
      template.references.map(({ path }) => path),
      ['a.json'],
    );
  });

  it('have unknown parameters where those are linked', () => {
    assert.equal(lowerModule('"properties": {"parametersLink": {"uri": "x"}}').parameters?.kind, 'skipped');
    assert.equal(lowerModule('"properties": {}').parameters, undefined);
  });
});

describe('suppressions in an ARM template', () => {
  const comments: readonly [comment: string, codes: readonly string[], reason: string | undefined][] = [
    ['// pelint-disable-next-line PE103', ['PE103'], undefined],
    ['//pelint-disable-next-line PE103 static-ip', ['PE103', 'static-ip'], undefined],
    ['// pelint-disable-next-line PE103, PE2 -- not yet', ['PE103', 'PE2'], 'not yet'],
    ['// pelint-disable-next-line PE103 // not yet', ['PE103'], 'not yet'],
    ['/* pelint-disable-next-line PE103 -- a -- b */', ['PE103'], 'a -- b'],
  ];
  for (const [comment, codes, reason] of comments) {
    it(`reads ${comment}`, () => {
      const text = `{\n${comment}\n"resources": []}`;
      const [directive] = lower(text).directives;
      assert(directive !== undefined);
      assert.deepEqual([directive.effect, directive.scope, directive.reason], ['next-line', undefined, reason]);
      assert.equal(text.slice(directive.span.start, directive.span.end), comment);
      assert.deepEqual(
        directive.codes.map(({ span }) => text.slice(span.start, span.end)),
        codes,
      );
      assert.deepEqual(
        directive.codes.map(({ code }) => code),
        codes,
      );
    });
  }

  for (const comment of [
    '// pelint-disable-next-line',
    '// see pelint-disable-next-line PE103',
    '// pelint-disable PE103',
  ]) {
    it(`is not moved by ${comment}`, () => assert.deepEqual(lower(`{ ${comment}\n}`).directives, []));
  }

  it('reads metadata of the template and of resources, nested ones included', () => {
    const pelint = (item: string): string => `"metadata": {"pelint": {"disable": ${item}}}`;
    const { text, spans } = readMarks(
      `‹{${pelint('[‹"PE103"›]')}, "resources": [‹{"type": "a.b/c", ${pelint(
        '[‹{"rule": "PE201", "reason": "ours"}›]',
      )}}›, {${DEPLOYMENT}, "properties": {"template": {"resources": [‹{${pelint('‹"PE2"›')}}›]}}}]}›`,
    );
    const found = lower(text).directives.map(({ effect, codes, reason }) => [effect, codes[0]?.code, reason]);
    assert.deepEqual(found, [
      ['node', 'PE103', undefined],
      ['node', 'PE201', 'ours'],
      ['node', 'PE2', undefined],
    ]);
    const places = lower(text).directives.flatMap(({ scope, span }) => [scope, span]);
    assert.deepEqual(places, spans);
  });
});

describe('parametersFromArm', () => {
  it('reads values as they stand, secrets as calls and expressions as such', () => {
    const text = `{"parameters": {
      "Geo": {"value": "[eus]"}, "key": {"reference": {"secretName": "s"}}, "given": {"expression": "[externalInputs('x')]"}
    }}`;
    const file = parametersFromArm(URI, parseArmParameters(text));
    assert.equal(file.language, 'armParameters');
    assert.equal(file.using, undefined);
    const found = [...file.assignments].map(([key, { name, value }]) => [key, name, print(value)]);
    assert.deepEqual(found, [
      ['geo', 'Geo', "'[eus]'"],
      ['key', 'key', "getSecret({secretName: 's'})"],
      ['given', 'given', "externalInputs('x')"],
    ]);
  });
});
