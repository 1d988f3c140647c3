import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, renameSync, rmSync, symlinkSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { findChanges } from '../../../../server/src/host/git/changed-files';
import { gitEnvironment, gitRepository, hasGit, type GitRepository } from '../../../support/git-repository';
import { temporaryFolder } from '../../../support/temporary-folder';

describe('findChanges', function () {
  if (!hasGit) this.pending = true;
  const env = gitEnvironment();
  const made: GitRepository[] = [];
  after(() => made.forEach(({ remove }) => remove()));
  const repository = (files: Readonly<Record<string, string>>): GitRepository => {
    const it = gitRepository(files);
    made.push(it);
    return it;
  };
  /** Those of the files that have changed. */
  const changed = async (
    folder: string,
    files: readonly string[],
    { since, cwd = folder }: { since?: string; cwd?: string } = {},
  ): Promise<string[]> => {
    const full = files.map((file) => path.join(folder, file));
    const { has } = await findChanges(full, { since, cwd, env });
    return files.filter((_, index) => has(full[index] ?? ''));
  };

  it('tells what is staged, not staged and new from what is committed', async () => {
    const { path: root, write, git } = repository({ 'a.bicep': 'a', 'b.bicep': 'b', 'c.bicep': 'c' });
    write('a.bicep', 'more');
    write('b.bicep', 'more');
    git(['add', 'b.bicep']);
    write('new.bicep', '');
    write('.gitignore', 'ignored.bicep\n');
    write('ignored.bicep', '');
    const files = ['a.bicep', 'b.bicep', 'c.bicep', 'new.bicep', 'ignored.bicep'];
    assert.deepEqual(await changed(root, files), ['a.bicep', 'b.bicep', 'new.bicep']);
  });

  it('takes a file for unchanged that was written with the same contents', async () => {
    const { path: root, write, git } = repository({ 'a.bicep': 'a\nb\n', 'crlf.bicep': 'a\nb\n' });
    write('a.bicep', 'other');
    write('a.bicep', 'a\nb\n');
    utimesSync(path.join(root, 'a.bicep'), 1, 1);
    // As Git for Windows checks it out.
    write('crlf.bicep', 'a\r\nb\r\n');
    assert.equal(git(['diff-index', '--name-only', 'HEAD']), 'a.bicep\ncrlf.bicep\n');
    assert.deepEqual(await changed(root, ['a.bicep', 'crlf.bicep']), []);
  });

  it('counts from where the work left another branch', async () => {
    const {
      path: root,
      write,
      git,
      commit,
    } = repository({ 'a.bicep': '', 'b.bicep': '', 'c.bicep': '', 'd.bicep': '' });
    git(['checkout', '--quiet', '-b', 'work']);
    write('a.bicep', 'mine');
    commit();
    git(['checkout', '--quiet', 'main']);
    write('b.bicep', 'theirs');
    commit();
    git(['checkout', '--quiet', 'work']);
    write('c.bicep', 'not committed');
    const files = ['a.bicep', 'b.bicep', 'c.bicep', 'd.bicep'];
    assert.deepEqual(await changed(root, files, { since: 'main' }), ['a.bicep', 'c.bicep']);
    assert.deepEqual(await changed(root, files), ['c.bicep']);
  });

  it('knows a renamed file by its new name, and minds no deleted one', async () => {
    const { path: root, commit, git } = repository({ 'a.bicep': 'some text', 'b.bicep': '' });
    git(['checkout', '--quiet', '-b', 'work']);
    renameSync(path.join(root, 'a.bicep'), path.join(root, 'renamed.bicep'));
    commit();
    rmSync(path.join(root, 'b.bicep'));
    const files = ['a.bicep', 'b.bicep', 'renamed.bicep'];
    assert.deepEqual(await changed(root, files, { since: 'main' }), files);
    assert.deepEqual(await changed(root, files), ['b.bicep']);
  });

  it('reads names with blanks, quotes and letters of every kind', async () => {
    const names = [
      'with blank.bicep',
      'größe.bicep',
      '日本/語.bicep',
      'a\'"b.bicep',
      '[x]*.bicep',
      '-x.bicep',
      'a\nb.bicep',
    ];
    const { path: root, write } = repository(Object.fromEntries(names.map((name) => [name, ''])));
    write('other.bicep', '');
    for (const name of names) write(name, 'changed');
    assert.deepEqual(await changed(root, [...names, 'same.bicep']), names);
  });

  it('sees a subfolder, and what a link leads to', async () => {
    const { path: root, write } = repository({ 'infra/a.bicep': '', 'infra/b.bicep': '' });
    write('infra/a.bicep', 'changed');
    symlinkSync('infra', path.join(root, 'link'));
    symlinkSync('a.bicep', path.join(root, 'infra/alias.bicep'));
    const cwd = path.join(root, 'infra');
    assert.deepEqual(await changed(root, ['infra/a.bicep', 'infra/b.bicep'], { cwd }), ['infra/a.bicep']);
    assert.deepEqual(await changed(root, ['link/a.bicep', 'link/b.bicep', 'infra/alias.bicep']), [
      'link/a.bicep',
      'infra/alias.bicep',
    ]);
  });

  it('works in a worktree', async () => {
    const { path: root, write, git } = repository({ 'a.bicep': '', 'b.bicep': '' });
    git(['worktree', 'add', '--quiet', 'tree', '-b', 'other']);
    write('tree/b.bicep', 'changed');
    assert.deepEqual(await changed(path.join(root, 'tree'), ['a.bicep', 'b.bicep']), ['b.bicep']);
    assert.deepEqual(await changed(root, ['a.bicep', 'b.bicep']), []);
  });

  it('compares a submodule with what its outer repository had for it', async () => {
    const inner = repository({ 'x.bicep': '', 'y.bicep': '', 'z.bicep': '' });
    const { path: root, git, commit, write } = repository({ 'a.bicep': '' });
    git(['-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner.path, 'sub']);
    commit();
    git(['checkout', '--quiet', '-b', 'work']);
    write('sub/x.bicep', 'committed');
    git(['commit', '--quiet', '--all', '--message', 'inner'], 'sub');
    commit();
    write('sub/y.bicep', 'not committed');
    const files = ['a.bicep', 'sub/x.bicep', 'sub/y.bicep', 'sub/z.bicep'];
    assert.deepEqual(await changed(root, files), ['sub/y.bicep']);
    assert.deepEqual(await changed(root, files, { since: 'main' }), ['sub/x.bicep', 'sub/y.bicep']);
    // Seen from inside, its own branches count.
    const cwd = path.join(root, 'sub');
    assert.deepEqual(await changed(root, files.slice(1), { since: 'HEAD~1', cwd }), ['sub/x.bicep', 'sub/y.bicep']);
  });

  it('takes everything for changed before the first commit', async () => {
    const { path: root, write, git } = repository({});
    write('a.bicep', '');
    write('b.bicep', '');
    git(['add', 'a.bicep']);
    assert.deepEqual(await changed(root, ['a.bicep', 'b.bicep']), ['a.bicep', 'b.bicep']);
  });

  it('runs nothing that the repository names', async () => {
    const { path: root, write, git } = repository({ 'a.bicep': 'a', '.gitattributes': '* filter=evil diff=evil\n' });
    const trap = write('trap', `#!/bin/sh\ntouch '${root}/trapped'\ncat\n`);
    chmodSync(trap, 0o755);
    mkdirSync(path.join(root, 'hooks'));
    symlinkSync(trap, path.join(root, 'hooks/post-index-change'));
    const config = ['core.fsmonitor', 'filter.evil.clean', 'filter.evil.smudge', 'diff.evil.textconv', 'diff.external'];
    for (const name of config) git(['config', name, trap]);
    git(['config', 'core.hooksPath', path.join(root, 'hooks')]);
    git(['config', 'alias.diff-index', `!${trap}`]);
    symlinkSync(trap, path.join(root, 'git'));
    write('a.bicep', 'b');
    // The trap would work.
    git(['diff', '--stat']);
    assert.ok(existsSync(path.join(root, 'trapped')));
    rmSync(path.join(root, 'trapped'));
    // Git trusts no time of a file that is not before that of its index, and reads such files.
    utimesSync(path.join(root, '.git/index'), 1, 1);
    const searched = `.:${root}:${env['PATH'] ?? ''}`;
    const { has } = await findChanges([path.join(root, 'a.bicep')], {
      since: 'HEAD',
      cwd: root,
      env: { ...env, PATH: searched },
    });
    assert.ok(has(path.join(root, 'a.bicep')));
    assert.ok(!existsSync(path.join(root, 'trapped')));
  });

  describe('says why Git cannot tell:', () => {
    const refuses = async (folder: string, since: string | undefined, message: RegExp, more = {}): Promise<void> => {
      const files = [path.join(folder, 'a.bicep')];
      await assert.rejects(findChanges(files, { since, cwd: folder, env: { ...env, ...more } }), { message });
    };

    it('there is no repository', async () => {
      const folder = temporaryFolder({ 'a.bicep': '' });
      await refuses(folder.path, undefined, /^--changed asks Git, and .+ is in no Git repository\.$/);
      folder.write('.git/HEAD', '');
      await refuses(folder.path, undefined, /^Git cannot tell what has changed in .+: not a git repository/);
      folder.remove();
    });

    it('there is no Git', async () => {
      const { path: root } = repository({ 'a.bicep': '' });
      await refuses(root, undefined, /^--changed asks Git, and there is no git in the folders of PATH\.$/, {
        PATH: '.',
      });
    });

    it('the name is unknown', async () => {
      const { path: root } = repository({ 'a.bicep': '' });
      await refuses(root, 'origin/main', /^--since: Git knows no commit 'origin\/main' in .+fetch-depth: 0/);
    });

    it('there is no common history', async () => {
      const { path: root, git, commit, write } = repository({ 'a.bicep': '' });
      git(['checkout', '--quiet', '--orphan', 'other']);
      write('a.bicep', 'other');
      commit();
      await refuses(root, 'main', /^--since: 'main' and HEAD have no commit in common/);
    });

    it('the clone is shallow', async () => {
      const origin = repository({ 'a.bicep': '' });
      origin.git(['checkout', '--quiet', '-b', 'work']);
      for (const text of ['1', '2']) {
        origin.write('a.bicep', text);
        origin.commit();
      }
      origin.git(['checkout', '--quiet', 'main']);
      origin.write('b.bicep', '');
      origin.commit();
      const { path: root, git } = repository({});
      const from = ['--quiet', '--depth', '1', `file://${origin.path}`];
      git(['fetch', ...from, 'main:main', 'work:work', '--update-head-ok']);
      git(['checkout', '--quiet', 'work']);
      await refuses(
        root,
        'main',
        /^--since: the clone in .+ is too shallow to tell where it left 'main'\. .+--unshallow/,
      );
    });

    it('the folder belongs to someone else', async () => {
      const { path: root } = repository({ 'a.bicep': '' });
      const more = { GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' };
      await refuses(root, undefined, /^Git does not trust .+: git config --global --add safe\.directory '/, more);
    });
  });
});
