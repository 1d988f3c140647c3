import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { listFiles, PackageManager } from '@vscode/vsce';
import { repositoryRoot } from '../support/repository';

/** Asks the packers themselves, which takes them seconds. The bundles must have been built. */
describe('packages', () => {
  const always = ['CHANGELOG.md', 'LICENSE', 'README.md', 'package.json', 'dist/THIRD-PARTY-NOTICES.txt'];
  const shipped = (file: string): boolean =>
    always.includes(file) || /^dist\/[\w-]+\.js$/.test(file) || /^(schemas|syntaxes)\/[\w.-]+\.json$/.test(file);

  it('ship nothing but bundles and what belongs to them: VS Code', async () => {
    const files = await listFiles({ cwd: repositoryRoot, packageManager: PackageManager.None });
    assert.deepEqual(
      files.filter((file) => !shipped(file)),
      [],
    );
    for (const file of ['dist/client.js', 'dist/server.js', ...always]) assert.ok(files.includes(file), file);
  });

  it('ship nothing but bundles and what belongs to them: npm', () => {
    const { stdout } = spawnSync('npm', ['pack', '--dry-run', '--json'], { cwd: repositoryRoot, encoding: 'utf8' });
    const [packed] = JSON.parse(stdout) as [{ files: { path: string }[] }];
    const files = packed.files.map((file) => file.path);
    assert.deepEqual(
      files.filter((file) => !shipped(file)),
      [],
    );
    for (const file of ['dist/cli.js', 'dist/index.js', 'LICENSE', 'README.md']) assert.ok(files.includes(file), file);
  });
});
