import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { listFiles, PackageManager } from '@vscode/vsce';
import { repositoryRoot, repositoryText } from '../support/repository';

/** Asks the packers themselves, which takes them seconds. The bundles must have been built. */
describe('packages', () => {
  const always = ['CHANGELOG.md', 'LICENSE', 'README.md', 'package.json', 'dist/THIRD-PARTY-NOTICES.txt'];
  const shipped = (file: string): boolean =>
    always.includes(file) ||
    /^dist\/([\w-]+\.js|types\/.*\.d\.ts|view\/[\w-]+\.(js|css))$/.test(file) ||
    /^(schemas|snippets|syntaxes)\/[\w.-]+\.json$/.test(file) ||
    /^media\/(icon\.png|walkthrough\/[\w-]+\.md)$/.test(file);

  it('ship nothing but bundles and what belongs to them: VS Code', async () => {
    const files = await listFiles({ cwd: repositoryRoot, packageManager: PackageManager.None });
    assert.deepEqual(
      files.filter((file) => !shipped(file)),
      [],
    );
    const loaded = ['dist/formats-graph-svg-format.js', 'dist/view/topology.js', 'dist/view/topology.css'];
    for (const file of ['dist/client.js', 'dist/server.js', ...loaded, ...always])
      assert.ok(files.includes(file), file);
  });

  it('ship every file that the manifest names', async () => {
    const files = await listFiles({ cwd: repositoryRoot, packageManager: PackageManager.None });
    const texts = textsIn(JSON.parse(repositoryText('package.json')));
    const named = texts.filter((text) => /^(\.\/)?(media|schemas|snippets|syntaxes)\//.test(text));
    assert.ok(named.length >= 8, String(named.length));
    assert.deepEqual(
      named.filter((file) => !files.includes(path.posix.normalize(file))),
      [],
    );
  });

  it('ship nothing but bundles and what belongs to them: npm', () => {
    const { stdout } = spawnSync('npm', ['pack', '--ignore-scripts', '--dry-run', '--json'], {
      cwd: repositoryRoot,
      encoding: 'utf8',
    });
    const [packed] = JSON.parse(stdout) as [{ files: { path: string }[] }];
    const files = packed.files.map((file) => file.path);
    assert.deepEqual(
      files.filter((file) => !shipped(file)),
      [],
    );
    for (const file of ['dist/cli.js', 'dist/index.js', 'LICENSE', 'README.md']) assert.ok(files.includes(file), file);
  });
});

/** Every text in a JSON value. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
