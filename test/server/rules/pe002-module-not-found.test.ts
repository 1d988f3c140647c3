import { moduleNotFound } from '../../../server/src/rules/pe002-module-not-found';
import { armTemplate, armZone } from '../../support/arm-parts';
import { testRule } from '../../support/rule-cases';

const deployment = (properties: string): string =>
  `{ "type": "Microsoft.Resources/deployments", "apiVersion": "2024-07-01", "name": "d", "properties": { ${properties} } }`;
const empty = armTemplate([]);

testRule(moduleNotFound, [
  {
    name: 'speaks of a file that is not there, once for a loop',
    text: "module a ‹'a.bicep'› = [for i in range(0, 3): {\n  name: 'a${i}'\n}]\n",
    message: /no template 'a\.bicep'/,
    unfixable: true,
  },
  {
    name: 'is silent about a file that is there, also with mistakes in it',
    files: { 'main.bicep': "module a 'a.bicep' = {}\n", 'a.bicep': "var b = 'x'\n" },
  },
  {
    name: 'speaks of a module of a registry that is not in the cache',
    text: "module a ‹'br:acme.azurecr.io/a:v1'› = {}\nmodule b ‹'br/public:none/of/these:1.0.0'› = {}\n",
    message: /not in the module cache.*bicep restore/,
  },
  {
    name: 'speaks of a template spec',
    text: "module a ‹'ts:00000000-0000-0000-0000-000000000000/rg/spec:v1'› = {}\n",
  },
  {
    name: 'is silent about a well-known module, whose inside is understood',
    text: "module zone 'br/public:avm/res/network/private-dns-zone:0.7.1' = {\n  params: { name: 'a.b' }\n}\n",
    options: { modules: { cache: 'file:///cache' } },
  },
  {
    name: 'is silent about a module that is not deployed',
    text: "module a 'a.bicep' = if (false) {}\n",
  },
  {
    name: 'speaks in a module of the project',
    files: { 'main.bicep': "module a 'a.bicep' = {}\n", 'a.bicep': "module b ‹'b.bicep'› = {}\n" },
  },
  {
    name: 'is silent about a module that leads back to itself, which is there',
    files: { 'main.bicep': "module a 'a.bicep' = {}\n", 'a.bicep': "module a 'a.bicep' = {}\n" },
  },
  {
    name: 'speaks of a linked template that is not there',
    text: armTemplate([deployment('"templateLink": { "relativePath": ‹"nested/a.json"› }')]),
    message: /no template 'nested\/a\.json'/,
  },
  {
    name: 'speaks of a linked template at another address',
    text: armTemplate([deployment('"templateLink": { "uri": ‹"https://example.org/a.json"› }')]),
    message: /template is at another address/,
  },
  {
    name: 'speaks of a linked template spec',
    text: armTemplate([
      deployment('"templateLink": { "id": ‹"[resourceId(\'Microsoft.Resources/templateSpecs\', \'a\')]"› }'),
    ]),
    message: /template spec/,
  },
  {
    name: 'is silent about linked templates that are there and nested ones',
    files: {
      'main.json': armTemplate([
        deployment('"templateLink": { "relativePath": "a.json" }'),
        deployment(`"template": ${empty}`),
        armZone('"a"'),
      ]),
      'a.json': empty,
    },
  },
]);
