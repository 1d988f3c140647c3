import assert from 'node:assert/strict';
import { chmodSync, lstatSync, mkdirSync, readFileSync, readdirSync, statSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { replaceText, writeFileAtomically } from '../../../server/src/host/write-file';
import { temporaryFolder } from '../../support/temporary-folder';

describe('writeFileAtomically', () => {
  const folder = temporaryFolder();
  after(folder.remove);

  it('keeps the mode and leaves nothing beside the file', () => {
    const file = folder.write('mode/run.bicep', 'old');
    chmodSync(file, 0o750);
    writeFileAtomically(file, 'new');
    assert.equal(readFileSync(file, 'utf8'), 'new');
    assert.equal(statSync(file).mode & 0o777, 0o750);
    assert.deepEqual(readdirSync(path.dirname(file)), ['run.bicep']);
  });

  it('writes through a link', () => {
    const file = folder.write('link/real.bicep', 'old');
    const link = path.join(folder.path, 'link', 'link.bicep');
    symlinkSync(file, link);
    writeFileAtomically(link, 'new');
    assert.equal(readFileSync(file, 'utf8'), 'new');
    assert.ok(lstatSync(link).isSymbolicLink());
  });

  it('throws where there is no folder', () => {
    assert.throws(() => writeFileAtomically(path.join(folder.path, 'none', 'report.json'), ''), { code: 'ENOENT' });
  });
});

describe('replaceText', () => {
  const folder = temporaryFolder();
  after(folder.remove);

  it('keeps a byte order mark', () => {
    const file = folder.write('mark.bicep', '\uFEFFold');
    assert.equal(replaceText({ path: file, before: 'old', after: 'new' }, folder.path), undefined);
    assert.equal(readFileSync(file, 'utf8'), '\uFEFFnew');
  });

  it('leaves a file alone that has changed meanwhile', () => {
    const file = folder.write('changed.bicep', 'someone else was here');
    assert.equal(replaceText({ path: file, before: 'old', after: 'new' }, folder.path), 'it has changed meanwhile');
    assert.equal(readFileSync(file, 'utf8'), 'someone else was here');
  });

  it('leaves a file alone whose bytes would not come back', () => {
    const bytes = Buffer.from([0x6f, 0xff, 0x64]);
    const file = folder.write('invalid.bicep', bytes);
    const message = replaceText({ path: file, before: bytes.toString(), after: 'new' }, folder.path);
    assert.equal(message, 'some of its bytes are not valid in its encoding');
    assert.deepEqual(readFileSync(file), bytes);
  });

  it('does not follow a link out of the project', () => {
    const outside = folder.write('outside.bicep', 'old');
    const project = path.join(folder.path, 'project');
    mkdirSync(project);
    symlinkSync(outside, path.join(project, 'main.bicep'));
    const message = replaceText({ path: path.join(project, 'main.bicep'), before: 'old', after: 'new' }, project);
    assert.equal(message, 'it lies outside the project');
    assert.equal(readFileSync(outside, 'utf8'), 'old');
  });
});
