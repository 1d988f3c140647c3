import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { buildCommandFile } from '../../../support/command';
import { gitRepository, hasGit } from '../../../support/git-repository';
import { writeManyFiles } from '../../../support/many-files';
import { temporaryFolder, type TemporaryFolder } from '../../../support/temporary-folder';

const zone = (location: string): string => `resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: 'privatelink.we.backup.windowsazure.com'
  location: ${location}
}
`;

/** Nothing here says how fast it has to be: each step waits for what the command says. */
describe('pelint check: --watch', () => {
  let file = '';
  let folder: TemporaryFolder;
  let child: ChildProcess | undefined;
  let said = '';
  before(async () => {
    file = await buildCommandFile();
  });
  beforeEach(() => {
    said = '';
    folder = temporaryFolder({ '.git/HEAD': '', 'infra/main.bicep': zone("'global'") });
  });
  afterEach(() => {
    child?.kill('SIGKILL');
    folder.remove();
  });

  const start = (...args: string[]): Promise<void> => {
    child = spawn(process.execPath, [file, '--watch', '--select', 'PE209', '--format', 'compact', ...args], {
      cwd: folder.path,
    });
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (said += String(chunk)));
    return ready();
  };
  /** Waits until the command waits. */
  const ready = async (times = 1): Promise<void> => {
    while (said.split('waiting for changes').length <= times) await pause(10);
  };
  const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
  /** What the command prints after something was done. */
  const after = async (act: () => unknown): Promise<string> => {
    said = '';
    act();
    await ready();
    return said.replace('pelint: waiting for changes; Ctrl-C ends\n', '');
  };
  const ended = (signal: NodeJS.Signals): Promise<number | null> =>
    new Promise((resolve) => {
      child?.on('close', resolve);
      child?.kill(signal);
    });
  const finding = /^infra\/main\.bicep:3:13: error PE209: .*\n$/;

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    it(`ends with 0 on ${signal}`, async () => {
      folder.write('infra/main.bicep', zone("'westus'"));
      await start();
      assert.match(said, /^infra\/main\.bicep:3:13: error/);
      assert.equal(await ended(signal), 0);
      assert.ok(!said.includes('\u001b'));
    });
  }

  it('ends at once in the middle of a run', async () => {
    writeManyFiles(folder, 400);
    // Tells the process to end as soon as it hears.
    const preload = folder.write(
      'preload.cjs',
      `const timer = setInterval(() => {
        if (process.listenerCount('SIGINT') === 0) return;
        process.kill(process.pid, 'SIGINT');
        clearInterval(timer);
      });`,
    );
    child = spawn(process.execPath, ['--require', preload, file, '--watch'], { cwd: folder.path });
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (said += String(chunk)));
    assert.equal(await new Promise((resolve) => child?.on('close', resolve)), 0);
    assert.equal(said, '');
  });

  it('checks again when a template changes, comes or goes', async () => {
    await start();
    assert.match(await after(() => folder.write('infra/main.bicep', zone("'westus'"))), finding);
    assert.equal(await after(() => folder.write('infra/main.bicep', zone("'global'"))), '');
    assert.match(await after(() => folder.write('new/deep/a.bicep', zone("'westus'"))), /^new\/deep\/a\.bicep:3/);
    assert.match(await after(() => folder.write('new/deep/b.bicep', zone("'westus'"))), /b\.bicep:3:13/);
    assert.equal(
      await after(() => {
        rmSync(path.join(folder.path, 'new'), { recursive: true });
      }),
      '',
    );
  });

  it('checks again when a module outside, a parameter file, the configuration or .gitignore changes', async () => {
    const outside = temporaryFolder({ 'module.bicep': 'param place string\n' });
    try {
      const reference = path.relative(path.join(folder.path, 'infra'), path.join(outside.path, 'module.bicep'));
      folder.write(
        'infra/main.bicep',
        `param place string\nmodule it '${reference}' = { name: 'it', params: { place: place } }\n`,
      );
      folder.write('infra/main.bicepparam', "using 'main.bicep'\nparam place = 'westus'\n");
      await start();
      const found = /^infra\/main\.bicepparam:2:15: error PE209/;
      assert.match(await after(() => outside.write('module.bicep', `param place string\n${zone('place')}`)), found);
      assert.equal(
        await after(() => folder.write('infra/main.bicepparam', "using 'main.bicep'\nparam place = 'global'\n")),
        '',
      );
      folder.write('other/a.bicep', zone("'westus'"));
      await ready(2);
      const off = JSON.stringify({ ignore: ['other'] });
      assert.match(await after(() => folder.write('pelint.config.json', '{')), /pelint\.config\.json:1:/);
      assert.equal(await after(() => folder.write('pelint.config.json', off)), '');
      assert.match(await after(() => folder.write('pelint.config.json', '{}')), /^other\/a\.bicep/);
      assert.match(await after(() => folder.write('.gitignore', 'other\n')), /^$/);
    } finally {
      outside.remove();
    }
  });

  it('checks again when something is committed, also where the project is a part of the repository', async function () {
    if (!hasGit) this.skip();
    const repository = gitRepository({
      'infra/pelint.config.json': '{ "root": true }',
      'infra/main.bicep': zone("'global'"),
    });
    repository.write('infra/main.bicep', zone("'westus'"));
    folder.remove();
    folder = repository;
    await start('infra', '--changed');
    assert.match(said, /^infra\/main\.bicep:3:13: error PE209/);
    repository.commit();
    // There may be a run between what Git does for that.
    while (!said.includes('none of the 2 files here has changed')) await pause(10);
  });

  it('survives that the folder is away for a while', async () => {
    await start('infra');
    const [here, away] = [path.join(folder.path, 'infra'), path.join(folder.path, 'away')];
    assert.match(await after(() => renameSync(here, away)), /cannot read infra: no such file or folder/);
    folder.write('away/main.bicep', zone("'westus'"));
    assert.match(await after(() => renameSync(away, here)), finding);
  });

  it('writes its outputs anew, and runs on because of none of them', async () => {
    await start('--format', 'json', '--output', 'infra/report.json', '--fix');
    assert.match(
      await after(() => folder.write('infra/main.bicep', zone("'westus'"))),
      /^pelint: fixed 1 finding in 1 file\n$/,
    );
    assert.equal(readFileSync(path.join(folder.path, 'infra/main.bicep'), 'utf8'), zone("'global'"));
    // Were there another run, it would be over before that of the next change.
    said = '';
    folder.write('infra/notes.txt', 'nothing of interest');
    mkdirSync(path.join(folder.path, 'infra/.hidden'));
    await pause(500);
    assert.equal(said, '');
    assert.match(await after(() => folder.write('infra/b.bicep', zone("'westus'"))), /^pelint: fixed 1 finding/);
    const report = readFileSync(path.join(folder.path, 'infra/report.json'), 'utf8');
    assert.equal((JSON.parse(report) as { summary: { files: number } }).summary.files, 2);
  });

  it('is nothing for standard input', async () => {
    child = spawn(process.execPath, [file, '--watch', '--stdin-filename', 'a.bicep'], { cwd: folder.path });
    child.stderr?.on('data', (chunk: Buffer) => (said += String(chunk)));
    assert.equal(await new Promise((resolve) => child?.on('close', resolve)), 2);
    assert.match(said, /^pelint: --watch and --stdin-filename exclude each other/);
  });
});
