import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { formatJson } from '../../server/src/formats/findings/json';
import { lint } from '../../server/src/index';
import { repositoryRoot } from '../support/repository';

describe('lint', () => {
  const files = { 'main.bicep': 'hello', 'other.bicep': 'hello' };

  it('finds what the command finds', async () => {
    // Elsewhere, since a fingerprint is made from the path within the project, which here is the whole repository.
    const folder = mkdtempSync(path.join(tmpdir(), 'pelint-'));
    cpSync(path.join(repositoryRoot, 'examples/backup-private-endpoint'), folder, { recursive: true });
    const names = (readdirSync(folder, { recursive: true }) as string[]).filter((name) =>
      statSync(path.join(folder, name)).isFile(),
    );
    const texts = names.map((name) => [name.replaceAll(path.sep, '/'), readFileSync(path.join(folder, name), 'utf8')]);
    const report = await lint({ files: Object.fromEntries(texts) as Record<string, string> });
    const command = path.join(repositoryRoot, 'dist/cli.js');
    const { stdout } = spawnSync(process.execPath, [command, 'check', '--format', 'json'], {
      cwd: folder,
      encoding: 'utf8',
    });
    rmSync(folder, { recursive: true });
    const printed = parsed(stdout);
    assert.ok(printed.findings.length > 5);
    assert.deepEqual(parsed(formatJson(report)), printed);
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

/** A report but for the time that it took. */
function parsed(json: string): { readonly findings: readonly unknown[] } {
  const { summary, ...report } = JSON.parse(json) as { findings: unknown[]; summary: object };
  return { ...report, ...{ summary: { ...summary, durationMs: 0 } } };
}
