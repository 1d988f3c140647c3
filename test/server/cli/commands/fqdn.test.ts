import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { run } from '../../../../server/src/cli/commands/fqdn';
import { temporaryFolder } from '../../../support/temporary-folder';
import { memoryIo } from '../memory-io';

interface FqdnReport {
  readonly version: number;
  readonly regions: readonly { readonly region: string; readonly entries: readonly { readonly fqdn: string }[] }[];
}

describe('pelint fqdn', () => {
  const folder = temporaryFolder({
    '.git/HEAD': '',
    'main.bicep': `param location string
resource vault 'Microsoft.RecoveryServices/vaults@2025-02-01' = { name: 'rsv-prod', location: location, properties: {} }
`,
    'main.bicepparam': "using 'main.bicep'\nparam location = 'uksouth'\n",
    'open.bicep': `param location string
resource vault 'Microsoft.RecoveryServices/vaults@2025-02-01' = { name: 'rsv-open', location: location, properties: {} }
`,
    'group.bicep': `resource vault 'Microsoft.RecoveryServices/vaults@2025-02-01' = { name: 'rsv', location: resourceGroup().location, properties: {} }
`,
    'coded/pelint.config.json': '{ "geoCodes": { "newregion": "nr" } }',
    'coded/main.bicep': `resource vault 'Microsoft.RecoveryServices/vaults@2025-02-01' = { name: 'rsv', location: 'newregion', properties: {} }
`,
    'none.bicep': "param location string = 'eastus'\n",
    'mixed.bicep': `resource one 'Microsoft.RecoveryServices/vaults@2025-02-01' = { name: 'rsv-1', location: 'eastus', properties: {} }
resource two 'Microsoft.RecoveryServices/vaults@2025-02-01' = { name: 'rsv-2', location: 'usgovvirginia', properties: {} }
`,
    'crr.bicep': `resource vault 'Microsoft.RecoveryServices/vaults@2025-02-01' = {
  name: 'rsv'
  location: 'eastus'
  properties: { redundancySettings: { crossRegionRestore: 'Enabled' } }
}
`,
  });
  after(folder.remove);
  const print = async (...args: string[]): Promise<string> => {
    const io = memoryIo(folder.path);
    assert.equal(await run(args, io), 0);
    assert.equal(io.written.stderr, '');
    return io.written.stdout;
  };
  const regionsOf = async (...args: string[]): Promise<string[]> =>
    (JSON.parse(await print(...args, '--format', 'json')) as FqdnReport).regions.map(({ region }) => region);

  it('prints the names with the geo code filled in', async () => {
    assert.match(await print('eastus'), /^\*\.privatelink\.eus\.backup\.windowsazure\.com /m);
  });

  it('understands a region however it is written, and takes each once', async () => {
    const once = await print('eastus2');
    for (const name of ['East US 2', 'EUS2', 'eus2', '(US) East US 2']) assert.equal(await print(name), once);
    assert.equal(await print('eastus2', 'East US 2', 'eus2'), once);
  });

  it('prints several regions as JSON', async () => {
    const { version, regions } = JSON.parse(await print('we', 'northeurope', '--format', 'json')) as FqdnReport;
    assert.equal(version, 1);
    assert.deepEqual(
      regions.map(({ region }) => region),
      ['westeurope', 'northeurope'],
    );
    assert.ok(regions.every(({ entries }) => entries.length > 0));
  });

  it('takes workloads and the lack of endpoints into account', async () => {
    assert.match(await print('eus', '--workload', 'file-recovery'), /tcp\/3260/);
    assert.match(await print('eus', '--no-private-endpoint'), /^\*\.backup\.windowsazure\.com /m);
    assert.equal(
      await print('eus', '--workload', 'sql,hana'),
      await print('eus', '--workload', 'hana', '--workload', 'SQL'),
    );
  });

  it('says why nothing is needed, in JSON beside the document', async () => {
    assert.match(await print('eus', '--workload', 'azure-files'), /^# Azure Files: Nothing is needed/m);
    const io = memoryIo(folder.path);
    assert.equal(await run(['eus', '--workload', 'vm', '--format', 'json'], io), 0);
    assert.match(io.written.stderr, /^pelint: Azure VMs: Nothing is needed/);
    assert.deepEqual((JSON.parse(io.written.stdout) as FqdnReport).regions[0]?.entries, []);
  });

  it('adds the pair with --secondary', async () => {
    assert.deepEqual(await regionsOf('eus', '--secondary'), ['eastus', 'westus']);
    // A region that is asked for itself is no other's secondary side.
    assert.deepEqual(await regionsOf('eus', 'wus', '--secondary'), ['eastus', 'westus']);
    assert.match(await print('eus', '--secondary'), /West US is the secondary region of East US/);
  });

  it('names one vault with --vault-id', async () => {
    assert.match(await print('eus', '--vault-id', '4711'), /^4711\.\*\.privatelink\.eus\.backup/m);
  });

  it('takes regions and vaults from a template and its parameter file', async () => {
    const text = await print('--template', 'main.bicep');
    assert.match(text, /^# UK South \(uksouth\)/);
    assert.match(text, /^# Vaults: rsv-prod$/m);
    assert.deepEqual(await regionsOf('--template', 'group.bicep', '--location', 'uks'), ['uksouth']);
    assert.deepEqual(await regionsOf('--template', 'crr.bicep'), ['eastus', 'westus']);
  });

  it('knows the geo codes that the configuration of a template gives', async () => {
    assert.match(await print('--template', 'coded/main.bicep'), /^\*\.privatelink\.nr\.backup\.windowsazure\.com /m);
  });

  it('writes to a file', async () => {
    assert.equal(await print('we', '--format', 'json', '--output', 'we.json'), '');
    assert.equal(readFileSync(path.join(folder.path, 'we.json'), 'utf8'), await print('we', '--format', 'json'));
  });

  it('fails where the file cannot be written', async () => {
    const io = memoryIo(folder.path);
    assert.equal(await run(['we', '--output', 'none/we.txt'], io), 2);
    assert.equal(io.written.stderr, 'pelint: cannot write none/we.txt: no such file or folder\n');
  });

  const mistakes: readonly (readonly [args: readonly string[], message: RegExp])[] = [
    [[], /Name a region or its geo code, .*--template/],
    [['eastsu2'], /There is no region or geo code 'eastsu2'\. Did you mean eastus2 \(eus2\)/],
    [['nowhere-at-all'], /There is no region or geo code 'nowhere-at-all'\.$/],
    [['eusr'], /'eusr' is the code of the pair of East US \(eus\), West US: write westus \(wus\)/],
    [['usseceast'], /suffix .* is not public/],
    [['we', 'ugv'], /two clouds share no names/],
    [['we', '--formt', 'json'], /Did you mean --format\?/],
    [['we', '--workload', 'sqll'], /--workload cannot be 'sqll'\. Did you mean 'sql'\?/],
    [['we', '--vault-id', '/subscriptions/x'], /--vault-id cannot be .*DNS configuration/],
    [['aue', '--secondary'], /no pair is known of Austria East/],
    [['we', '--template', 'main.bicep'], /not both/],
    [['we', '--params', 'main.bicepparam'], /--params belongs to a --template/],
    [['--template', 'gone.bicep'], /gone\.bicep: no such file or folder/],
    [['--template', 'open.bicep'], /region of 'rsv-open' is not known.*--params/],
    [['--template', 'none.bicep'], /deploys no Recovery Services vault/],
    [['--template', 'mixed.bicep'], /two clouds share no names/],
  ];
  for (const [args, message] of mistakes) {
    it(`refuses '${args.join(' ')}'`, async () => {
      const io = memoryIo(folder.path);
      await assert.rejects(
        Promise.resolve().then(() => run(args, io)),
        { name: 'UsageError', message },
      );
      assert.equal(io.written.stdout, '');
    });
  }
});
