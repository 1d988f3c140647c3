import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { run } from '../../../../server/src/cli/commands/init';
import { UsageError } from '../../../../server/src/cli/usage-error';
import { readConfigFile } from '../../../../server/src/lint/config/config-file';
import { temporaryFolder, type TemporaryFolder } from '../../../support/temporary-folder';
import { memoryIo } from '../memory-io';

describe('pelint init', () => {
  let folder: TemporaryFolder;
  beforeEach(() => (folder = temporaryFolder({ '.git/HEAD': '' })));
  afterEach(() => folder.remove());

  const init = async (...args: readonly string[]): Promise<{ status: number; stdout: string; stderr: string }> => {
    const io = memoryIo(folder.path);
    return { status: await run(args, io), ...io.written };
  };
  const resource = (type: string, name: string, rest = ''): string =>
    `resource it '${type}' = {\n  name: '${name}'\n  location: 'global'\n${rest}}\n`;
  const zone = resource('Microsoft.Network/privateDnsZones@2024-06-01', 'privatelink.we.backup.windowsazure.com');
  const ruleset = resource('Microsoft.Network/dnsForwardingRulesets@2022-07-01', 'rules');
  const policy = resource(
    'Microsoft.Authorization/policyDefinitions@2023-04-01',
    'dns',
    "  properties: { policyRule: { then: { details: { type: 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups' } } } }\n",
  );

  for (const [mode, file, text] of [
    ['private-zones', 'zones.bicep', zone],
    ['forwarder', 'rules.bicep', ruleset],
    ['policy', 'policy.bicep', policy],
  ] as const) {
    it(`proposes ${mode}, and says why`, async () => {
      folder.write('zones.bicep', zone);
      folder.write(file, text);
      const { status, stdout, stderr } = await init();
      assert.equal(status, 0);
      const { dns, problems } = readConfigFile('file:///pelint.config.json', stdout);
      assert.deepEqual({ dns, problems }, { dns: mode, problems: [] });
      assert.match(stderr, new RegExp(`^pelint: dns is ${mode}: ${file} `, 'm'));
    });
  }

  it('proposes another cloud where all is deployed to it, and none where not', async () => {
    const vault = (location: string): string =>
      resource('Microsoft.RecoveryServices/vaults@2024-04-01', 'rsv').replace('global', location);
    folder.write('one.bicep', vault('usgovvirginia'));
    assert.equal(readConfigFile('file:///c', (await init()).stdout).cloud, 'usgov');
    folder.write('two.bicep', vault('westeurope'));
    assert.equal(readConfigFile('file:///c', (await init()).stdout).cloud, undefined);
  });

  it('leaves open what nothing tells', async () => {
    folder.write('main.bicep', 'param name string\n');
    const { stdout, stderr } = await init();
    const { dns, cloud, problems } = readConfigFile('file:///c', stdout);
    assert.deepEqual({ dns, cloud, problems }, { dns: undefined, cloud: undefined, problems: [] });
    assert.match(stderr, /dns is left open: /);
  });

  it('writes with --yes alone, and never over a file that is there', async () => {
    folder.write('zones.bicep', zone);
    const file = path.join(folder.path, 'pelint.config.json');
    const { stdout } = await init();
    assert.ok(!existsSync(file));
    assert.equal((await init('--yes')).status, 0);
    assert.equal(readFileSync(file, 'utf8'), stdout);
    folder.write('pelint.config.json', '{}');
    await assert.rejects(init('--yes'), UsageError);
    assert.equal(readFileSync(file, 'utf8'), '{}');
  });
});
