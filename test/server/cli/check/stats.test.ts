import assert from 'node:assert/strict';
import { runCheck } from '../../../../server/src/cli/check/run';
import { check, createSession } from '../../../../server/src/lint/check';
import { rules } from '../../../../server/src/rules';
import { temporaryFolder, type TemporaryFolder } from '../../../support/temporary-folder';
import { memoryIo, type MemoryIo } from '../memory-io';

const vault = `resource vault 'Microsoft.RecoveryServices/vaults@2024-04-01' = {
  name: 'rsv-1'
  location: 'northeurope'
}
`;

const endpoint = `resource vault 'Microsoft.RecoveryServices/vaults@2024-04-01' existing = { name: 'rsv-1' }
resource endpoint 'Microsoft.Network/privateEndpoints@2024-05-01' = {
  name: 'pe-1'
  location: 'westeurope'
  properties: {
    subnet: { id: resourceId('Microsoft.Network/virtualNetworks/subnets', 'vnet-1', 'default') }
    privateLinkServiceConnections: [
      { name: 'backup', properties: { privateLinkServiceId: vault.id, groupIds: ['AzureBackup'] } }
    ]
  }
}
`;

describe('pelint check --stats', () => {
  let folder: TemporaryFolder;
  before(() => {
    folder = temporaryFolder({
      '.git/HEAD': '',
      'vault.bicep': vault,
      'endpoint.bicep': endpoint,
      'prod.bicepparam': "using 'endpoint.bicep'\n",
    });
  });
  after(() => folder.remove());

  const checked = async (...args: string[]): Promise<MemoryIo['written']> => {
    let time = 0;
    const io = { ...memoryIo(folder.path), now: () => time++ };
    const session = createSession();
    await runCheck([...args, '--exit-zero'], io, { rules, check: (request, host) => check(request, host, session) });
    return io.written;
  };

  it('tells what was deployed, what was joined and why, and the time of phases and rules', async () => {
    const { stderr } = await checked('--stats', '--format', 'json');
    assert.match(stderr, /^pelint: 3 files in 2 deployments$/m);
    assert.match(stderr, /^pelint: {3}endpoint\.bicep with prod\.bicepparam$/m);
    assert.match(
      stderr,
      /endpoint\.bicep refers to Microsoft\.RecoveryServices\/vaults\/rsv-1, which vault\.bicep declares$/m,
    );
    assert.match(
      stderr,
      /time: \d+\.\d ms reading and parsing, \d+\.\d ms working out what is deployed, \d+\.\d ms rules$/m,
    );
    const timed = rules.filter(({ id }) => new RegExp(`\\d\\.\\d ms  ${id}$`, 'm').test(stderr));
    // The templates have to do with Azure Backup and with nothing else that rules are about.
    const able = rules.filter(({ about, offByDefault }) => about === 'backup' && !offByDefault);
    assert.deepEqual(
      timed.map(({ id }) => id),
      able.map(({ id }) => id),
    );
  });

  it('leaves standard output as it is, and says nothing unless it is asked', async () => {
    const [loud, quiet] = [await checked('--stats'), await checked()];
    assert.equal(loud.stdout, quiet.stdout);
    assert.equal(quiet.stderr, '');
  });
});
