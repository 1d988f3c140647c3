import assert from 'node:assert/strict';
import { endpoint, vault } from '../../../support/bicep-parts';
import { attached, diagramOfFiles } from '../../../support/topology-parts';

const publicVault = vault("properties: { publicNetworkAccess: 'Enabled' }");

describe('a diagram', () => {
  it('has the findings on the parts that they concern', async () => {
    const diagram = await diagramOfFiles({
      'main.bicep': publicVault + endpoint({ groupIds: "['AzureBackups', 'x']" }),
    });
    const found = attached(diagram);
    assert.ok(found.includes('PE102 on endpoint-1'), found.join());
    assert.ok(
      found.every((it) => !it.startsWith('PE102 on vault')),
      found.join(),
    );
  });

  it('has a finding in a parameter file on the resource that suffers', async () => {
    const files = {
      'main.bicep': `param access string\n${vault('properties: { publicNetworkAccess: access }')}${endpoint()}`,
      'main.bicepparam': "using 'main.bicep'\nparam access = 'Enabled'\n",
    };
    const diagram = await diagramOfFiles(files);
    assert.ok(attached(diagram).includes('PE109 on vault-1'), attached(diagram).join());
  });

  it('has a finding on the one copy of a loop that its message names', async () => {
    const loop = `
resource zones 'Microsoft.Network/privateDnsZones@2024-06-01' = [for name in ['privatelink.westeurope.backup.windowsazure.com', 'privatelink.blob.core.windows.net']: {
  name: name
  location: 'global'
}]`;
    const diagram = await diagramOfFiles({ 'main.bicep': loop });
    assert.deepEqual(attached(diagram), ['PE202 on zone-1']);
  });

  it('keeps findings on no part by themselves', async () => {
    const { nodes, otherFindings } = await diagramOfFiles({ 'main.bicep': `${vault()}\nvar =\n` });
    assert.deepEqual(
      nodes.flatMap(({ findings }) => findings),
      [],
    );
    assert.deepEqual([...new Set(otherFindings.map(({ ruleId }) => ruleId))], ['PE001']);
  });

  it('leaves out findings of other templates', async () => {
    const files = { 'main.bicep': vault(), 'other.bicep': publicVault + endpoint() };
    const diagram = await diagramOfFiles(files);
    assert.deepEqual([...attached(diagram), ...diagram.otherFindings], []);
  });
});
