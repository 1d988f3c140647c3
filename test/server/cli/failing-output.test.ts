import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { buildCommandFile } from '../../support/command';
import { temporaryFolder } from '../../support/temporary-folder';

const zone = (name: string): string => `resource ${name} 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: 'privatelink.we.backup.windowsazure.com'
  location: 'westeurope'
}
`;

/** What a run says and leaves behind where the world around it does not play along. */
describe('the command where something fails', () => {
  const folder = temporaryFolder({
    '.git/HEAD': '',
    'infra/main.bicep': Array.from({ length: 300 }, (_, index) => zone(`zone${index}`)).join(''),
    'small/main.bicep': zone('zone'),
  });
  after(folder.remove);
  let file = '';
  before(async () => {
    file = await buildCommandFile();
  });
  /** Runs a line of Bash in which `pelint` is the command. */
  const shell = (line: string): { status: number | null; stdout: string; stderr: string } => {
    const script = `pelint() { '${process.execPath}' '${file}' "$@"; }; ${line}`;
    return spawnSync('bash', ['-c', script], { cwd: folder.path, encoding: 'utf8' });
  };
  const at = (name: string): string => path.join(folder.path, name);
  const hasFullDevice = existsSync('/dev/full');

  it('is quiet where the reader of a pipe has had enough, and writes its files all the same', () => {
    const line = `pelint infra --format compact --format json --output report.json | head -n 1; echo "\${PIPESTATUS[0]}"`;
    const { stdout, stderr } = shell(line);
    assert.match(stdout, /^infra\/main\.bicep:3:13: error PE209.*\n1\n$/);
    assert.equal(stderr, '');
    assert.equal(
      (JSON.parse(readFileSync(at('report.json'), 'utf8')) as { summary: { errors: number } }).summary.errors,
      300,
    );
  });

  it('says that standard output takes nothing, and writes its files all the same', function () {
    if (!hasFullDevice) this.skip();
    const { status, stderr } = shell('pelint small --format compact --format json --output other.json > /dev/full');
    assert.equal(stderr, 'pelint: cannot write to standard output: no space left on the device\n');
    assert.equal(status, 2);
    assert.ok(existsSync(at('other.json')));
    assert.equal(shell('pelint fqdn eus > /dev/full').status, 2);
  });

  it('has its status where standard error takes nothing', function () {
    if (!hasFullDevice) this.skip();
    assert.equal(shell('pelint none.bicep 2> /dev/full').status, 2);
    assert.equal(shell('pelint small --quiet --stats 2> /dev/full').status, 1);
  });

  it('says which file cannot be written, and prints the others', () => {
    mkdirSync(at('taken'));
    const none = 'pelint small --format compact --format json --output none/report.json';
    assert.deepEqual(shell(none).stderr, 'pelint: cannot write none/report.json: no such file or folder\n');
    const { status, stdout, stderr } = shell('pelint small --format compact --format json --output taken');
    assert.match(stdout, /^small\/main\.bicep:3:13/);
    assert.equal(stderr, 'pelint: cannot write taken: it is a folder\n');
    assert.equal(status, 2);
  });

  it('leaves the report of before where the disk is full or read-only', function () {
    mkdirSync(at('disk'));
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=16k', 'tmpfs', at('disk')]).status !== 0) this.skip();
    try {
      folder.write('disk/report.json', 'old');
      const full = shell('pelint infra --format json --output disk/report.json');
      assert.equal(full.stderr, 'pelint: cannot write disk/report.json: no space left on the device\n');
      assert.equal(spawnSync('mount', ['-o', 'remount,ro', at('disk')]).status, 0);
      const locked = shell('pelint small --format json --output disk/report.json');
      assert.equal(locked.stderr, 'pelint: cannot write disk/report.json: the file system is read-only\n');
      assert.deepEqual([full.status, locked.status], [2, 2]);
      assert.equal(readFileSync(at('disk/report.json'), 'utf8'), 'old');
      assert.deepEqual(readdirSync(at('disk')), ['report.json']);
    } finally {
      spawnSync('umount', [at('disk')]);
    }
  });

  it('says that a configuration extends itself', () => {
    folder.write('cycle/a.bicep', zone('zone'));
    folder.write('cycle/pelint.config.json', '{ "extends": "./other.json" }');
    folder.write('cycle/other.json', '{ "extends": "./pelint.config.json" }');
    const { status, stdout, stderr } = shell('pelint cycle');
    assert.match(stderr, /^pelint: cycle\/.+:1:\d+: .*\n$/);
    assert.deepEqual({ status, stdout }, { status: 2, stdout: '' });
  });

  it('does not guess what a baseline of another version hides', () => {
    const text = '{ "version": 7, "findings": [] }';
    folder.write('future.json', text);
    const { status, stdout, stderr } = shell('pelint small --baseline future.json --update-baseline');
    assert.equal(
      stderr,
      'pelint: cannot use the baseline future.json: it has version 7, and this pelint reads version 1\n',
    );
    assert.deepEqual({ status, stdout }, { status: 2, stdout: '' });
    assert.equal(readFileSync(at('future.json'), 'utf8'), text);
  });

  it('comes to an end where folders are linked in a circle', () => {
    folder.write('loop/main.bicep', zone('zone'));
    symlinkSync('.', at('loop/again'));
    symlinkSync('..', at('loop/up'));
    symlinkSync('self', at('loop/self'));
    for (const named of ['loop', "'loop/**/*.bicep'"]) {
      const { status, stdout } = shell(`pelint ${named} --format compact`);
      assert.match(stdout, /^loop\/main\.bicep:3:13: .*\n$/, named);
      assert.equal(status, 1);
    }
    assert.match(
      shell('pelint loop/self').stderr,
      /^pelint: cannot read loop\/self: its symbolic links lead in a circle\n$/,
    );
  });
});
