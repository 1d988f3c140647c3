import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { formatJson } from '../../server/src/formats/findings/json';
import { lint } from '../../server/src/index';
import { repositoryRoot } from '../support/repository';
import { sharedPath } from '../support/shared';
import { temporaryFolder } from '../support/temporary-folder';

describe('lint', () => {
  const files = { 'main.bicep': 'hello', 'other.bicep': 'hello' };

  it('finds what the command finds', () =>
    compareWithCommand(path.join(repositoryRoot, 'examples/backup-private-endpoint'), 5));

  it('finds what the command finds in real templates', async function () {
    this.timeout(120_000);
    const corpus = sharedPath('corpus', 'endpoint-templates');
    if (corpus === undefined) return this.skip();
    await compareWithCommand(corpus, 3);
  });

  it('finds the same whatever the order of the files, and with a byte order mark', async () => {
    const marked = { 'other.bicep': '\uFEFFhello', 'main.bicep': 'hello' };
    assert.deepEqual(await lint({ files: marked }), await lint({ files }));
  });

  it('reports of some files only, where that is asked for', async () => {
    const { findings } = await lint({ files, report: ['other.bicep'] });
    assert.deepEqual(
      findings.map(({ file }) => file),
      ['other.bicep'],
    );
    await assert.rejects(lint({ files, report: ['none.bicep'] }), /There is no file 'none\.bicep'/);
  });

  it('takes levels by ID and name, which go before the configuration', async () => {
    const configured = { ...files, 'pelint.config.json': '{ "rules": { "PE001": "info" } }' };
    const levelsOf = async (input: Parameters<typeof lint>[0]): Promise<string[]> =>
      (await lint(input)).findings.map(({ severity }) => severity);
    assert.deepEqual(await levelsOf({ files: configured }), ['info', 'info']);
    assert.deepEqual(await levelsOf({ files: configured, levels: { 'syntax-error': 'warning' } }), [
      'warning',
      'warning',
    ]);
    assert.deepEqual(await levelsOf({ files: configured, levels: { PE001: 'off' } }), []);
    await assert.rejects(lint({ files, levels: { PE999: 'off' } }), /There is no rule 'PE999'/);
  });

  it('rejects a configuration that is wrong', async () => {
    const wrong = { ...files, 'pelint.config.json': '{ "ruels": {} }' };
    await assert.rejects(lint({ files: wrong }), /^Error: pelint\.config\.json: /);
  });
});

/** Lints a copy of a folder, since a fingerprint is made from the path within the project, which here is the whole repository. */
async function compareWithCommand(original: string, atLeast: number): Promise<void> {
  const folder = temporaryFolder();
  const names = (readdirSync(original, { recursive: true }) as string[]).filter((name) =>
    statSync(path.join(original, name)).isFile(),
  );
  for (const name of names) folder.write(name, readFileSync(path.join(original, name)));
  const texts = names.map((name) => [name.replaceAll(path.sep, '/'), readFileSync(path.join(original, name), 'utf8')]);
  const report = await lint({ files: Object.fromEntries(texts) as Record<string, string> });
  const command = path.join(repositoryRoot, 'dist/cli.js');
  const args = [command, 'check', '--format', 'json'];
  const { stdout } = spawnSync(process.execPath, args, { cwd: folder.path, encoding: 'utf8', maxBuffer: 1e8 });
  folder.remove();
  const printed = parsed(stdout);
  assert.ok(printed.findings.length >= atLeast, String(printed.findings.length));
  assert.deepEqual(parsed(formatJson(report)), printed);
}

/** A report but for the time that it took. */
function parsed(json: string): { readonly findings: readonly unknown[] } {
  const { summary, ...report } = JSON.parse(json) as { findings: unknown[]; summary: object };
  return { ...report, ...{ summary: { ...summary, durationMs: 0 } } };
}
