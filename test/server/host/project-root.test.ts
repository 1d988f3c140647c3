import assert from 'node:assert/strict';
import path from 'node:path';
import { projectRoot } from '../../../server/src/host/project-root';
import { temporaryFolder, type TemporaryFolder } from '../../support/temporary-folder';

describe('projectRoot', () => {
  let folder: TemporaryFolder;
  afterEach(() => folder.remove());
  const rootOf = (of: string, workspace?: string, configuration = true): string => {
    const full = (name: string): string => path.join(folder.path, name);
    const root = projectRoot(full(of), {
      workspace: workspace === undefined ? undefined : full(workspace),
      configuration,
    });
    return path.relative(folder.path, root).replaceAll(path.sep, '/') || '.';
  };

  it('is the folder of the nearest configuration that says so, before any repository', () => {
    folder = temporaryFolder({
      'pelint.config.json': '{ "root": true }',
      'a/pelint.config.jsonc': '{ /* here */ "root": true, }',
      'a/b/.git/HEAD': '',
      'a/b/pelint.config.json': '{ "rules": {} }',
      'a/b/c/main.bicep': '',
    });
    assert.equal(rootOf('a/b/c'), 'a');
    assert.equal(rootOf('.'), '.');
    assert.equal(rootOf('a/b/c', undefined, false), 'a/b');
  });

  it('is the repository, whose .git may be a file', () => {
    folder = temporaryFolder({ '.git/HEAD': '', 'tree/.git': 'gitdir: elsewhere', 'tree/a/main.bicep': '' });
    assert.equal(rootOf('tree/a', '.'), 'tree');
  });

  it('is else the workspace, if that holds the folder, else the folder itself', () => {
    folder = temporaryFolder({ 'w/a/main.bicep': '', 'other/main.bicep': '' });
    assert.equal(rootOf('w/a', 'w'), 'w');
    assert.equal(rootOf('other', 'w'), 'other');
    assert.equal(rootOf('other'), 'other');
  });

  it('is never the whole disk', () => {
    folder = temporaryFolder({ 'a/main.bicep': '' });
    const workspace = path.parse(folder.path).root;
    const start = path.join(folder.path, 'a');
    assert.equal(projectRoot(start, { workspace, configuration: true }), start);
  });

  it('survives a broken configuration', () => {
    folder = temporaryFolder({ 'a/pelint.config.json': '{ "root": tru', 'a/b/main.bicep': '' });
    assert.equal(rootOf('a/b', 'a'), 'a');
  });
});
