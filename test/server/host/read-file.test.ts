import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, symlinkSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { encodeText, type Encoding } from '../../../server/src/host/encoding';
import { readTextFile } from '../../../server/src/host/read-file';
import { temporaryFolder } from '../../support/temporary-folder';

describe('readTextFile', () => {
  const folder = temporaryFolder();
  after(folder.remove);
  const messageOf = (file: string): string => {
    const read = readTextFile(file);
    return read.kind === 'problem' ? read.message : read.kind;
  };

  for (const encoding of ['utf8', 'utf8-bom', 'utf16le', 'utf16be'] as const satisfies readonly Encoding[]) {
    it(`reads ${encoding} and writes it back byte for byte`, () => {
      const text = "param ort string = 'Zürich \u{1F512}'\r\n";
      const bytes = encodeText(text, encoding);
      assert.deepEqual(readTextFile(folder.write(`${encoding}.bicep`, bytes)), { kind: 'text', text, encoding });
    });
  }

  it('reads an empty file', () => {
    assert.deepEqual(readTextFile(folder.write('empty.bicep', '')), { kind: 'text', text: '', encoding: 'utf8' });
  });

  it('survives half a UTF-16 character at the end', () => {
    const bytes = Buffer.concat([encodeText('ab', 'utf16be'), Buffer.from([0x41])]);
    const read = readTextFile(folder.write('odd.bicep', bytes));
    assert.deepEqual(read, { kind: 'text', text: 'ab', encoding: 'utf16be' });
  });

  it('tells what is missing, also below a file', () => {
    assert.deepEqual(readTextFile(path.join(folder.path, 'none.bicep')), { kind: 'missing' });
    assert.deepEqual(readTextFile(path.join(folder.write('file.bicep', ''), 'none.bicep')), { kind: 'missing' });
  });

  it('refuses a folder, a binary, a giant and a circle of links', () => {
    const sub = path.join(folder.path, 'sub.bicep');
    mkdirSync(sub);
    const giant = folder.write('giant.json', '');
    truncateSync(giant, 200_000_000);
    const circle = path.join(folder.path, 'circle.bicep');
    symlinkSync(circle, circle);
    assert.equal(messageOf(sub), 'it is a folder');
    assert.equal(messageOf(folder.write('binary.bicep', Buffer.from([65, 0, 66]))), 'it is binary, not text');
    assert.equal(messageOf(giant), 'it is too large (200 MB; the limit is 20 MB)');
    assert.equal(messageOf(circle), 'its symbolic links lead in a circle');
  });

  it('refuses a device, which might never end', function () {
    if (process.platform === 'win32') this.skip();
    assert.equal(messageOf('/dev/zero'), 'it is no regular file');
  });

  it('tells of a missing permission', function () {
    if (process.getuid === undefined || process.getuid() === 0) {
      console.log('      skipped: root may read everything');
      this.skip();
    }
    const secret = folder.write('secret.bicep', '');
    chmodSync(secret, 0o000);
    assert.equal(messageOf(secret), 'permission denied');
  });
});
