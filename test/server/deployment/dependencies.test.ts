import assert from 'node:assert/strict';
import { deployFiles, keyEnding } from '../../support/deploy-files';
import type { ProjectFiles } from '../../support/check-files';
import { armTemplate } from '../../support/arm-parts';

const bicep = (symbol: string, body = '', type = 'Microsoft.Test/things'): string => `
resource ${symbol} '${type}@2024-01-01' = {
  name: '${symbol}'
  ${body}
}
`;

const arm = (name: string, extra = ''): string =>
  `{ "type": "Microsoft.Test/things", "apiVersion": "2024-01-01", "name": "${name}"${extra} }`;

describe('what waits for what', () => {
  const cases: readonly { readonly name: string; readonly files: ProjectFiles; readonly waits: boolean }[] = [
    { name: 'nothing without a reference', files: { 'main.bicep': bicep('a') + bicep('b') }, waits: false },
    {
      name: 'a resource for what it refers to',
      files: { 'main.bicep': bicep('a', 'tags: { x: b.id }') + bicep('b') },
      waits: true,
    },
    {
      name: 'not for a symbol that a property has the name of',
      files: { 'main.bicep': bicep('a', "tags: { b: c.tags.b, 'x': map([], b => 1) }") + bicep('b') + bicep('c') },
      waits: false,
    },
    {
      name: 'not the other way round',
      files: { 'main.bicep': bicep('b', 'tags: { x: a.id }') + bicep('a') },
      waits: false,
    },
    {
      name: 'for what is written in dependsOn',
      files: { 'main.bicep': bicep('a', 'dependsOn: [b]') + bicep('b') },
      waits: true,
    },
    {
      name: 'through a variable',
      files: { 'main.bicep': `var x = { id: b.id }\n${bicep('a', 'tags: x')}${bicep('b')}` },
      waits: true,
    },
    {
      name: 'through another resource',
      files: { 'main.bicep': bicep('a', 'tags: { x: c.id }') + bicep('c', 'tags: { x: b.id }') + bicep('b') },
      waits: true,
    },
    {
      name: 'for its parent',
      files: { 'main.bicep': bicep('a', 'parent: b', 'Microsoft.Test/things/parts') + bicep('b') },
      waits: true,
    },
    {
      name: 'for everything in a module that it refers to',
      files: {
        'main.bicep': `${bicep('a', 'tags: { x: m.outputs.id }')}\nmodule m 'm.bicep' = { name: 'm' }\n`,
        'm.bicep': `${bicep('b')}output id string = 'x'\n`,
      },
      waits: true,
    },
    {
      name: 'in a module, for what the module waits for',
      files: {
        'main.bicep': `${bicep('b')}\nmodule m 'm.bicep' = {\n  name: 'm'\n  dependsOn: [b]\n}\n`,
        'm.bicep': bicep('a'),
      },
      waits: true,
    },
    {
      name: 'in a module, not for the other modules',
      files: {
        'main.bicep': `module m 'm.bicep' = { name: 'm' }\nmodule n 'n.bicep' = { name: 'n' }\n`,
        'm.bicep': bicep('a'),
        'n.bicep': bicep('b'),
      },
      waits: false,
    },
    {
      name: 'in ARM by an ID',
      files: {
        'main.json': armTemplate([arm('a', `, "dependsOn": ["[resourceId('Microsoft.Test/things', 'b')]"]`), arm('b')]),
      },
      waits: true,
    },
    {
      name: 'in ARM by type and name',
      files: { 'main.json': armTemplate([arm('a', ', "dependsOn": ["Microsoft.Test/things/b"]'), arm('b')]) },
      waits: true,
    },
    {
      name: 'in ARM by the name',
      files: { 'main.json': armTemplate([arm('a', ', "dependsOn": ["b"]'), arm('b')]) },
      waits: true,
    },
    {
      name: 'in ARM by reference()',
      files: { 'main.json': armTemplate([arm('a', `, "tags": { "x": "[reference('b').x]" }`), arm('b')]) },
      waits: true,
    },
    {
      name: 'in ARM not by resourceId() alone',
      files: {
        'main.json': armTemplate([
          arm('a', `, "tags": { "x": "[resourceId('Microsoft.Test/things', 'b')]" }`),
          arm('b'),
        ]),
      },
      waits: false,
    },
  ];

  for (const { name, files, waits } of cases) {
    it(name, () => {
      const deployment = deployFiles(files);
      const a = deployment.resources.some(({ type }) => type.endsWith('/parts')) ? '/parts/a' : '/things/a';
      const found = deployment.dependencies.waitsFor(keyEnding(deployment, a), keyEnding(deployment, '/things/b'));
      assert.equal(found, waits);
    });
  }
});

describe('waiting for what is not known', () => {
  const list = '"parameters": { "list": { "type": "array" } },';
  const cases: readonly { readonly name: string; readonly files: ProjectFiles; readonly waits: boolean }[] = [
    { name: 'nothing without a reference', files: { 'main.bicep': bicep('a') }, waits: false },
    {
      name: 'a module that cannot be read',
      files: { 'main.bicep': `${bicep('a', 'dependsOn: [m]')}module m 'm.bicep' = { name: 'm' }\n` },
      waits: true,
    },
    {
      name: 'not a module that can be read',
      files: {
        'main.bicep': `${bicep('a', 'dependsOn: [m]')}module m 'm.bicep' = { name: 'm' }\n`,
        'm.bicep': bicep('b'),
      },
      waits: false,
    },
    {
      name: 'not what stands beside such a module',
      files: { 'main.bicep': `${bicep('a')}module m 'm.bicep' = { name: 'm' }\n` },
      waits: false,
    },
    {
      name: 'not a known entry of dependsOn',
      files: { 'main.json': armTemplate([arm('a', ', "dependsOn": ["b"]'), arm('b')]) },
      waits: false,
    },
    {
      name: 'an entry of dependsOn that names nothing',
      files: { 'main.json': armTemplate([arm('a', ', "dependsOn": ["c"]'), arm('b')]) },
      waits: true,
    },
    {
      name: 'a list that is not known',
      files: { 'main.json': armTemplate([arm('a', ', "dependsOn": "[parameters(\'list\')]"')], list) },
      waits: true,
    },
    {
      name: 'an entry that is not known',
      files: { 'main.json': armTemplate([arm('a', ', "dependsOn": ["[parameters(\'list\')[0]]"]')], list) },
      waits: true,
    },
    {
      name: 'through another resource',
      files: { 'main.json': armTemplate([arm('a', ', "dependsOn": ["b"]'), arm('b', ', "dependsOn": ["c"]')]) },
      waits: true,
    },
  ];

  for (const { name, files, waits } of cases) {
    it(name, () => {
      const deployment = deployFiles(files);
      assert.equal(deployment.dependencies.waitsForUnknown(keyEnding(deployment, '/things/a')), waits);
    });
  }
});
