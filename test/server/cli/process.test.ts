import assert from 'node:assert/strict';
import { readFileSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { tool } from '../../../server/src/base/product';
import { buildCommand, type CommandResult } from '../../support/command';
import { temporaryFolder } from '../../support/temporary-folder';

const schema = 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#';

describe('the command as a process', () => {
  const folder = temporaryFolder({
    '.git/HEAD': '',
    'empty/notes.md': 'nothing here',
    'binary.bicep': Buffer.from('param x string\0'),
    'package.json': '{}',
    'main.bicep': "param location string = 'eastus'\n",
  });
  let command: Awaited<ReturnType<typeof buildCommand>>;
  before(async () => {
    truncateSync(folder.write('giant.json', '{'), 200_000_000);
    command = await buildCommand();
  });
  after(folder.remove);
  const run = (...args: string[]): Promise<CommandResult> => command(args, { cwd: folder.path });

  for (const args of [['--help'], ['check', '--help'], ['-h']]) {
    it(`prints its help for ${args.join(' ')}`, async () => {
      const { status, stdout, stderr } = await run(...args);
      assert.match(
        stdout,
        /^Find what would not work[^]*Usage: pelint \[check\][^]*--stdin-filename PATH[^]*\n {2}fqdn /,
      );
      assert.deepEqual({ status, stderr }, { status: 0, stderr: '' });
    });
  }

  it('prints the help of another command', async () => {
    assert.match((await run('fqdn', '--help')).stdout, /Usage: pelint fqdn REGION/);
  });

  it('prints its version', async () => {
    assert.deepEqual(await run('--version'), { status: 0, stdout: `${tool}\n`, stderr: '' });
    assert.deepEqual(await run('fqdn', '--version'), { status: 0, stdout: `${tool}\n`, stderr: '' });
  });

  it('prints FQDNs', async () => {
    const { status, stdout } = await run('fqdn', 'eus', '--format', 'json');
    assert.equal(status, 0);
    assert.equal((JSON.parse(stdout) as { tool: string }).tool, tool);
  });

  const badInput: readonly (readonly [args: string, status: number, stderr: RegExp])[] = [
    ['none.bicep', 2, /^pelint: cannot read none\.bicep: no such file or folder\n$/],
    ['**/*.tf', 2, /^pelint: cannot read \*\*\/\*\.tf: the pattern matches no files\n$/],
    ['binary.bicep', 2, /^pelint: cannot read binary\.bicep: it is binary, not text\n$/],
    ['giant.json', 2, /^pelint: cannot read giant\.json: it is too large \(200 MB; the limit is 20 MB\)\n$/],
    ['empty', 0, /^pelint: there are no templates in empty\n$/],
    ['package.json', 0, /^pelint: package\.json is no template\n$/],
    ['--select PE998 main.bicep', 2, /^pelint: --select: there is no rule 'PE998'\./],
    ['--formt json', 2, /^pelint: There is no option --formt\. Did you mean --format\?\n$/],
    ['--stdin-filename a.bicep main.bicep', 2, /^pelint: --stdin-filename checks standard input alone/],
    ['-', 2, /^pelint: Reading standard input needs --stdin-filename PATH\.\n$/],
    ['fqnd eus', 2, /^pelint: cannot read fqnd: [^]*pelint: did you mean the command 'pelint fqdn'\?\n$/],
    ['fqdn', 2, /^pelint: Name a region/],
    ['fqdn nowhere', 2, /^pelint: There is no region or geo code 'nowhere'/],
  ];
  for (const [args, status, stderr] of badInput) {
    it(`answers '${args}' with ${status}`, async () => {
      const result = await run(...args.split(' '));
      assert.match(result.stderr, stderr);
      assert.equal(result.status, status);
    });
  }

  it('counts no file that it could not read', async () => {
    assert.equal((await run('binary.bicep')).stdout, 'Nothing was checked.\n');
  });

  it('refuses an empty path', async () => {
    const { status, stderr } = await run('');
    assert.match(stderr, /A path is empty/);
    assert.equal(status, 2);
  });

  describe('with the real rules', () => {
    const zones = temporaryFolder({
      '.git/HEAD': '',
      'main.bicep': zoneIn('westeurope'),
      'broken/main.bicep': 'param location string =\n',
      'broken/azuredeploy.json': `{ "$schema": "${schema}", "resources": [`,
    });
    after(zones.remove);
    const check = (...args: string[]): Promise<CommandResult> => command(['check', ...args], { cwd: zones.path });

    it('finds, fixes and finds no more', async () => {
      zones.write('fixed/main.bicep', zoneIn('westeurope'));
      const found = await check('fixed');
      assert.match(found.stdout, /^fixed\/main\.bicep\n {2}3:13 {2}error {2}PE209 zone-not-global /);
      assert.equal(found.status, 1);
      const diff = await check('fixed', '--diff');
      assert.match(diff.stdout, /^- {2}location: 'westeurope'\n\+ {2}location: 'global'$/m);
      const fixed = await check('fixed', '--fix');
      assert.deepEqual(fixed, {
        status: 0,
        stdout: 'No findings in 1 file.\n',
        stderr: 'pelint: fixed 1 finding in 1 file\n',
      });
      assert.equal(readFileSync(path.join(zones.path, 'fixed/main.bicep'), 'utf8'), zoneIn('global'));
    });

    it('says what it can of broken files, which is no failure', async () => {
      const { status, stdout, stderr } = await check('broken');
      assert.match(stdout, /^broken\/azuredeploy\.json\n {2}1:\d+ {2}warning {2}PE001 syntax-error /);
      assert.match(stdout, /\n\nbroken\/main\.bicep\n {2}1:\d+ {2}warning {2}PE001 syntax-error /);
      assert.deepEqual({ status, stderr }, { status: 0, stderr: '' });
    });

    it('judges a compiled template only by itself', async () => {
      zones.write('twice/main.bicep', zoneIn('global'));
      zones.write('twice/main.json', compiledZoneIn('westeurope'));
      assert.equal((await check('twice')).status, 0);
      assert.match((await check('twice/main.json')).stdout, /PE209/);
    });

    it('reads standard input', async () => {
      const args = ['check', '--stdin-filename', 'main.bicep', '--fix'];
      const result = await command(args, { cwd: zones.path, input: zoneIn('northeurope') });
      assert.equal(result.stdout, zoneIn('global'));
      assert.equal(result.status, 0);
    });

    it('names the nearest rule', async () => {
      const { status, stderr } = await check('--select', 'PE204x');
      assert.equal(stderr, "pelint: --select: there is no rule 'PE204x'. Did you mean PE204?\n");
      assert.equal(status, 2);
    });

    it('colours when it is told to', async () => {
      assert.ok((await check('main.bicep', '--color', 'always')).stdout.includes('\u001b['));
      assert.ok(!(await check('main.bicep')).stdout.includes('\u001b['));
      const forced = await command(['main.bicep'], { cwd: zones.path, env: { FORCE_COLOR: '1' } });
      assert.ok(forced.stdout.includes('\u001b['));
    });

    it('hands a long report over to a slow reader whole', async () => {
      const many = Array.from({ length: 500 }, (_, index) => zoneIn('westeurope').replace('zone ', `zone${index} `));
      zones.write('many/main.bicep', many.join(''));
      const { stdout } = await check('many', '--format', 'json');
      assert.equal((JSON.parse(stdout) as { findings: unknown[] }).findings.length, 500);
    });
  });
});

/** A private DNS zone, which must be located in `global`. */
function zoneIn(location: string): string {
  return `resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: 'privatelink.we.backup.windowsazure.com'
  location: '${location}'
}
`;
}

/** The same as the Bicep compiler writes it. */
function compiledZoneIn(location: string): string {
  const name = 'privatelink.we.backup.windowsazure.com';
  return JSON.stringify({
    $schema: schema,
    contentVersion: '1.0.0.0',
    metadata: { _generator: { name: 'bicep', version: '0.49.0', templateHash: '1' } },
    resources: [{ type: 'Microsoft.Network/privateDnsZones', apiVersion: '2024-06-01', name, location }],
  });
}
