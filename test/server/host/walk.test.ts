import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { isGlob, matchGlob } from '../../../server/src/host/glob';
import { walkTemplates } from '../../../server/src/host/walk';
import { temporaryFolder, type TemporaryFolder } from '../../support/temporary-folder';

const honour = { honourIgnoreFiles: true };

describe('walkTemplates', () => {
  let folder: TemporaryFolder;
  afterEach(() => folder.remove());
  const walked = async (start = '.', options = honour): Promise<string[]> => {
    const { files } = await walkTemplates(path.resolve(folder.path, start), options);
    return files.map((file) => path.relative(folder.path, file).replaceAll(path.sep, '/'));
  };

  it('finds what may be a template, in the order of the paths', async () => {
    folder = temporaryFolder({
      'z.bicep': '',
      'a/MAIN.BICEP': '',
      'a/main.bicepparam': '',
      'a/azuredeploy.json': '',
      'a/settings.jsonc': '',
      'a/readme.md': '',
      'a/main.bicep.bak': '',
    });
    assert.deepEqual(await walked(), [
      'a/MAIN.BICEP',
      'a/azuredeploy.json',
      'a/main.bicepparam',
      'a/settings.jsonc',
      'z.bicep',
    ]);
  });

  it('goes into no dot folder and no node_modules, ignored or not', async () => {
    folder = temporaryFolder({ '.github/a.json': '', 'x/node_modules/b.json': '', '.hidden.bicep': '', 'c.bicep': '' });
    assert.deepEqual(await walked('.', { honourIgnoreFiles: false }), ['.hidden.bicep', 'c.bicep']);
  });

  it('honours .gitignore files, inner ones over outer ones', async () => {
    folder = temporaryFolder({
      '.gitignore': 'build/\n*.json\n/only-here.bicep\n',
      'build/a.bicep': '',
      'only-here.bicep': '',
      'sub/only-here.bicep': '',
      'sub/.gitignore': '!kept.json\n',
      'sub/kept.json': '',
      'sub/left-out.json': '',
    });
    assert.deepEqual(await walked(), ['sub/kept.json', 'sub/only-here.bicep']);
    assert.equal((await walked('.', { honourIgnoreFiles: false })).length, 5);
  });

  it('honours the .gitignore files above it in the repository, and none above that', async () => {
    folder = temporaryFolder({
      '.gitignore': '*.bicep\n',
      'repository/.git/HEAD': '',
      'repository/.gitignore': 'infra/generated/\n',
      'repository/infra/generated/a.bicep': '',
      'repository/infra/main.bicep': '',
    });
    assert.deepEqual(await walked('repository/infra'), ['repository/infra/main.bicep']);
  });

  it('looks into an ignored folder that is named', async () => {
    folder = temporaryFolder({ '.git/HEAD': '', '.gitignore': 'build/\n', 'build/out/a.bicep': '' });
    assert.deepEqual(await walked('build'), ['build/out/a.bicep']);
    assert.deepEqual(await walked('build/out'), ['build/out/a.bicep']);
  });

  it('follows links to files but not to folders, and no circles', async () => {
    folder = temporaryFolder({ 'real/a.bicep': '' });
    symlinkSync(path.join(folder.path, 'real'), path.join(folder.path, 'linked'));
    symlinkSync(folder.path, path.join(folder.path, 'real', 'up'));
    symlinkSync(path.join(folder.path, 'real', 'a.bicep'), path.join(folder.path, 'b.bicep'));
    symlinkSync(path.join(folder.path, 'nowhere'), path.join(folder.path, 'c.bicep'));
    assert.deepEqual(await walked(), ['b.bicep', 'real/a.bicep']);
  });

  it('tells of a folder that is not there', async () => {
    folder = temporaryFolder();
    const none = path.join(folder.path, 'none');
    assert.deepEqual(await walkTemplates(none, honour), {
      files: [],
      folders: [],
      problems: [{ path: none, message: 'no such file or folder' }],
    });
  });
});

describe('matchGlob', () => {
  const folder = temporaryFolder({
    '.gitignore': 'build/\n',
    'build/deep/a.bicep': '',
    'infra/main.bicep': '',
    'infra/node_modules/b.bicep': '',
    'infra/readme.md': '',
  });
  after(folder.remove);
  const matched = async (glob: string): Promise<unknown> => {
    const { files, any } = await matchGlob(glob, folder.path, honour);
    return { files: files.map((file) => path.relative(folder.path, file).replaceAll(path.sep, '/')), any };
  };

  it('finds what a walk would find', async () => {
    assert.deepEqual(await matched('**/*.bicep'), { files: ['infra/main.bicep'], any: true });
    assert.deepEqual(await matched('infra/*'), { files: ['infra/main.bicep'], any: true });
    assert.deepEqual(await matched('build/**'), { files: [], any: false });
  });

  it('tells files that are no templates from nothing', async () => {
    assert.deepEqual(await matched('**/*.md'), { files: [], any: true });
    assert.deepEqual(await matched('**/*.tf'), { files: [], any: false });
  });

  it('knows a glob from a path', () => {
    for (const glob of ['*.bicep', 'a/**', 'a?.bicep', '{a,b}.bicep', '[ab].bicep', '!(a).bicep'])
      assert.ok(isGlob(glob));
    for (const name of ['a.bicep', 'a (copy).bicep', 'C:\\x.bicep', 'a!.bicep']) assert.ok(!isGlob(name));
  });
});
