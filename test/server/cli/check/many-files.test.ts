import assert from 'node:assert/strict';
import { chmodSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { runCheck } from '../../../../server/src/cli/check/run';
import type { Engine } from '../../../../server/src/cli/engine';
import type { Report } from '../../../../server/src/formats/findings/report';
import { check, createSession } from '../../../../server/src/lint/check';
import { rules } from '../../../../server/src/rules';
import { writeManyFiles } from '../../../support/many-files';
import { measureNode } from '../../../support/measured';
import { repositoryRoot } from '../../../support/repository';
import { temporaryFolder, type TemporaryFolder } from '../../../support/temporary-folder';
import { memoryIo } from '../memory-io';

/** One finding, of PE001, in the first line. */
const broken = 'hello\n';

describe('pelint check in large and odd folders', () => {
  let folder: TemporaryFolder;
  beforeEach(() => (folder = temporaryFolder({ '.git/HEAD': '' })));
  afterEach(function () {
    this.timeout(120_000);
    folder.remove();
  });

  const run = async (...args: string[]): Promise<Report & { readonly status: number; readonly stderr: string }> => {
    const io = memoryIo(folder.path);
    const session = createSession();
    const engine: Engine = { rules, check: (request, host) => check(request, host, session) };
    const status = await runCheck(['--format', 'json', ...args], io, engine);
    return { ...(JSON.parse(io.written.stdout) as Report), status, stderr: io.written.stderr };
  };
  const filesOf = ({ findings }: Report): readonly string[] => findings.map(({ file }) => file);

  it('finds every mistake in ten thousand files, in less than 400 MB', function () {
    this.timeout(300_000);
    const mistakes = writeManyFiles(folder, 10_000);
    const command = path.join(repositoryRoot, 'dist/cli.js');
    const { stdout, stderr, memory } = measureNode([command, '--format', 'json', '--select', 'PE103'], folder.path);
    const { findings, summary, problems } = JSON.parse(stdout) as Report;
    assert.equal(findings.length, mistakes);
    assert.equal(new Set(findings.map(({ file }) => file)).size, mistakes);
    // Of a team's ten files, two or three are no templates.
    assert.ok(summary.files > 7000, String(summary.files));
    assert.deepEqual({ problems, stderr }, { problems: [], stderr: '' });
    assert.ok(memory < 400, `${memory} MB`);
  });

  it('is not led round in a circle by links to folders', async () => {
    folder.write('infra/main.bicep', broken);
    symlinkSync('..', path.join(folder.path, 'infra/up'), 'dir');
    symlinkSync('loop', path.join(folder.path, 'infra/loop'), 'dir');
    assert.deepEqual(filesOf(await run()), ['infra/main.bicep']);
  });

  it('reads a file whose path is very long', async () => {
    const long = `${Array.from({ length: 15 }, () => 'f'.repeat(200)).join('/')}/main.bicep`;
    folder.write(long, broken);
    assert.deepEqual(filesOf(await run()), [long]);
    assert.deepEqual(filesOf(await run(long)), [long]);
  });

  it('tells of a name that no system takes', async () => {
    const { status, stderr } = await run(`${'n'.repeat(300)}.bicep`);
    assert.equal(status, 2);
    assert.match(stderr, /^pelint: cannot read n+\.bicep: no such file or folder\n$/);
  });

  it('tells of a folder that cannot be read, and checks the others', async function () {
    if (process.getuid?.() === 0 || process.platform === 'win32') {
      console.log('      skipped: whoever runs this may read everything');
      return this.skip();
    }
    folder.write('closed/main.bicep', broken);
    folder.write('open/main.bicep', broken);
    chmodSync(path.join(folder.path, 'closed'), 0);
    const { findings, stderr } = await run();
    chmodSync(path.join(folder.path, 'closed'), 0o755);
    assert.deepEqual(
      findings.map(({ file }) => file),
      ['open/main.bicep'],
    );
    assert.match(stderr, /cannot read closed: permission denied/);
  });

  it('counts lines the same whatever ends them', async () => {
    const lines = [
      "resource vault 'Microsoft.RecoveryServices/vaults@2024-04-01' = {",
      "  name: 'v'",
      '  hello hello',
      '}',
      '',
    ];
    for (const [name, end] of [
      ['lf', '\n'],
      ['crlf', '\r\n'],
    ] as const)
      folder.write(`${name}/main.bicep`, lines.join(end));
    const places = (await run()).findings.map(({ file: _file, fingerprint: _print, ...place }) =>
      JSON.stringify(place),
    );
    assert.equal(places.length, 2);
    assert.equal(places[0], places[1]);
  });
});
