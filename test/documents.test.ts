import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { repositoryRoot, repositoryText } from './support/repository';

const folders = ['client', 'docs', 'examples', 'schemas', 'scripts', 'server', 'syntaxes', 'test'];

describe('documents', () => {
  for (const document of ['ARCHITECTURE.md', 'CONTRIBUTING.md', 'README.md']) {
    it(`name only paths that exist: ${document}`, () => {
      const text = repositoryText(document);
      const inCode = [...text.matchAll(/`([\w./@-]+)`/g)].map(([, name = '']) => name);
      const linked = [...text.matchAll(/\]\(([\w./-]+)(?:#[\w-]*)?\)/g)].map(([, name = '']) => name);
      const paths = inCode.filter((name) => folders.includes(name.split('/')[0] ?? '')).concat(linked);
      assert.notEqual(paths.length, 0);
      assert.deepEqual(
        paths.filter((name) => !existsSync(path.join(repositoryRoot, name))),
        [],
      );
    });
  }

  it('show pictures that load fast, and all that there are', () => {
    const pictures = trackedFiles().filter((file) => file.startsWith('media/screenshots/'));
    const readme = repositoryText('README.md');
    assert.notEqual(pictures.length, 0);
    for (const picture of pictures) {
      assert.ok(readme.includes(`](${picture})`), picture);
      assert.ok(statSync(path.join(repositoryRoot, picture)).size < 150_000, picture);
    }
  });

  it('keep the architecture within 150 lines', () => {
    assert.ok(repositoryText('ARCHITECTURE.md').trimEnd().split('\n').length <= 150);
  });

  it('name every folder of the server in the architecture', () => {
    const architecture = repositoryText('ARCHITECTURE.md');
    const sources = trackedFiles().flatMap((file) => /^server\/src\/[^/]+(?=\/)/.exec(file) ?? []);
    assert.deepEqual(
      [...new Set(sources)].filter((folder) => !architecture.includes(`\`${folder}\``)),
      [],
    );
  });

  it('account for every dependency in the architecture', () => {
    const manifest = JSON.parse(repositoryText('package.json')) as { devDependencies: Record<string, string> };
    const architecture = repositoryText('ARCHITECTURE.md');
    const names = Object.keys(manifest.devDependencies).filter((name) => !name.startsWith('@types/'));
    assert.deepEqual(
      names.filter((name) => !architecture.includes(`\`${name}\``)),
      [],
    );
  });

  it('show the two commands in the README', () => {
    const readme = repositoryText('README.md');
    for (const command of ['npm ci && npm run demo', 'npm test']) assert.ok(readme.includes(command), command);
  });
});

describe('tracked files', () => {
  it('name no folder of the machine that they were written on', () => {
    const machineFolder = /(?<![\w.*)\]}~-])\/(?:work|root|farm|tmp)\//;
    const wrong = trackedFiles().filter((file) => machineFolder.test(repositoryText(file)));
    assert.deepEqual(wrong, []);
  });

  it('lock versions without naming hosts', () => {
    assert.ok(!repositoryText('package-lock.json').includes('"resolved"'));
  });

  it('pin every dependency exactly', () => {
    const manifest = JSON.parse(repositoryText('package.json')) as Record<string, Record<string, string> | undefined>;
    const versions = Object.entries({ ...manifest['dependencies'], ...manifest['devDependencies'] });
    assert.deepEqual(
      versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version)),
      [],
    );
  });
});

/** What git holds, apart from what was deleted and not committed yet. */
function trackedFiles(): string[] {
  const listed = execFileSync('git', ['ls-files', '-z'], { cwd: repositoryRoot, encoding: 'utf8' });
  return listed.split('\0').filter((file) => file !== '' && existsSync(path.join(repositoryRoot, file)));
}
