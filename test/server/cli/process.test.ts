import assert from 'node:assert/strict';
import { truncateSync } from 'node:fs';
import { tool } from '../../../server/src/base/product';
import { buildCommand, type CommandResult } from '../../support/command';
import { temporaryFolder } from '../../support/temporary-folder';

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

  it('refuses an empty path', async () => {
    const { status, stderr } = await run('');
    assert.match(stderr, /A path is empty/);
    assert.equal(status, 2);
  });
});
