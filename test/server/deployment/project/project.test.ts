import assert from 'node:assert/strict';
import { scanProject } from '../../../../server/src/deployment/project/project';
import { checkFiles, projectUri, type ProjectFiles } from '../../../support/check-files';

const files: ProjectFiles = {
  'main.bicep': "module part 'part.bicep' = { name: 'part' }\n",
  'part.bicep': "param location string = 'global'\noutput place string = location\n",
};

function rootsOf(more: ProjectFiles): readonly string[] {
  const all = Object.entries({ ...files, ...more }).map(([path, text]) => [projectUri(path), text] as const);
  return scanProject(new Map(all)).roots;
}

describe('the roots of a project', () => {
  it('are the templates that no other one deploys', () => {
    assert.deepEqual(rootsOf({}), [projectUri('main.bicep')]);
  });

  it('are also modules that a .bicepparam names', () => {
    const using = { 'part.bicepparam': "using 'part.bicep'\nparam location = 'westeurope'\n" };
    assert.deepEqual(rootsOf(using), [projectUri('main.bicep'), projectUri('part.bicep')]);
  });

  it('are not modules with JSON parameters that have their name', () => {
    const schema = 'https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#';
    assert.deepEqual(rootsOf({ 'part.parameters.json': JSON.stringify({ $schema: schema, parameters: {} }) }), [
      projectUri('main.bicep'),
    ]);
  });

  it('are judged by what their parameter files give', async () => {
    const zone = `param location string = 'global'
resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: 'privatelink.we.backup.windowsazure.com'
  location: location
}
`;
    const parameters = { 'part.bicepparam': "using 'part.bicep'\nparam location = 'westeurope'\n" };
    const { findings } = await checkFiles({ ...files, 'part.bicep': zone, ...parameters });
    const found = findings.filter(({ ruleId }) => ruleId === 'PE209');
    assert.deepEqual(
      found.map(({ place, deployments }) => [place.uri, deployments]),
      [[projectUri('part.bicepparam'), [projectUri('part.bicepparam')]]],
    );
  });

  it('are judged for every file that they are made of, also for what a parameter file imports, extends or loads', async () => {
    const all = {
      'main.bicep': `param one string
param two string
param three string
${['one', 'two', 'three'].map((name) => zoneAt(name, name)).join('')}${zoneAt('four', "loadJsonContent('loaded.json').place")}`,
      'main.bicepparam': `using 'main.bicep'
extends 'base.bicepparam'
import { place } from 'shared.bicep'
param two = place
param three = loadJsonContent('given.json').place
`,
      'base.bicepparam': "using none\nparam one = 'westus'\n",
      'shared.bicep': "@export()\nvar place = 'westus'\n",
      'given.json': '{ "place": "westus" }',
      'loaded.json': '{ "place": "westus" }',
    };
    for (const file of ['base.bicepparam', 'shared.bicep', 'given.json', 'loaded.json']) {
      const { findings } = await checkFiles(all, {}, { report: [projectUri(file)] });
      const places = findings.filter(({ ruleId }) => ruleId === 'PE209').map(({ place }) => place.uri);
      assert.deepEqual(places, [projectUri(file)], file);
    }
  });
});

const zoneAt = (
  name: string,
  location: string,
): string => `resource ${name}Zone 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: 'privatelink.${name}.backup.windowsazure.com'
  location: ${location}
}
`;
