import assert from 'node:assert/strict';
import { posix, win32 } from 'node:path';
import { pathsOf } from '../../../server/src/host/paths';

describe('paths', () => {
  const systems = { Windows: pathsOf(win32), POSIX: pathsOf(posix) };
  const cases: readonly (readonly [keyof typeof systems, folder: string, file: string, uri: string, shown: string])[] =
    [
      ['Windows', 'C:\\repo', 'C:\\repo\\infra\\main.bicep', 'file:///c%3A/repo/infra/main.bicep', 'infra/main.bicep'],
      ['Windows', 'c:\\Repo', 'C:\\repo\\main.bicep', 'file:///c%3A/repo/main.bicep', 'main.bicep'],
      ['Windows', 'C:\\repo\\a', 'C:\\repo\\b\\main.bicep', 'file:///c%3A/repo/b/main.bicep', '../b/main.bicep'],
      ['Windows', 'C:\\repo', 'D:\\b\\main.bicep', 'file:///d%3A/b/main.bicep', 'd:/b/main.bicep'],
      ['Windows', '\\\\srv\\share\\r', '\\\\srv\\share\\r\\a b.bicep', 'file://srv/share/r/a%20b.bicep', 'a b.bicep'],
      ['Windows', '\\\\?\\C:\\repo', '\\\\?\\C:\\repo\\main.bicep', 'file://%3F/c%3A/repo/main.bicep', 'main.bicep'],
      ['POSIX', '/repo', '/repo/infra/main.bicep', 'file:///repo/infra/main.bicep', 'infra/main.bicep'],
      ['POSIX', '/repo', '/repo/C:\\odd.bicep', 'file:///repo/C%3A%5Codd.bicep', 'C:\\odd.bicep'],
      ['POSIX', '/repo/a', '/other/#1.bicep', 'file:///other/%231.bicep', '../../other/#1.bicep'],
    ];
  for (const [system, folder, file, uri, shown] of cases) {
    it(`has one identity for ${file} (${system}), and shows it from ${folder}`, () => {
      const { uriOfPath, pathOfUri, relativePath } = systems[system];
      assert.equal(uriOfPath(file), uri);
      assert.equal(relativePath(folder, uri), shown);
      assert.equal(pathOfUri(uri)?.toLowerCase(), file.toLowerCase());
    });
  }

  it('tells what lies in a folder', () => {
    const { isWithin } = systems.Windows;
    assert.ok(isWithin('C:\\repo', 'c:\\REPO\\a.bicep'));
    assert.ok(isWithin('C:\\repo', 'C:\\repo'));
    assert.ok(isWithin('C:\\repo', 'C:\\repo\\..a\\b.bicep'));
    for (const other of ['C:\\', 'C:\\repository\\a.bicep', 'D:\\repo\\a.bicep', '\\\\srv\\repo\\a.bicep'])
      assert.ok(!isWithin('C:\\repo', other), other);
  });

  it('has no path for what is not on disk', () => {
    assert.equal(systems.POSIX.pathOfUri('untitled:Untitled-1'), undefined);
    assert.equal(systems.POSIX.relativePath('/repo', 'untitled:Untitled-1'), 'untitled:Untitled-1');
  });
});
