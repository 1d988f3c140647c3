import assert from 'node:assert/strict';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import type { Report } from '../../../../server/src/formats/findings/report';
import { temporaryFolder } from '../../../support/temporary-folder';
import { useToyCommand } from './toy-command';

describe('pelint check: fixes', () => {
  const { folder, run, textOf } = useToyCommand();

  describe('--fix', () => {
    it('makes the safe fixes until none is left, and reports the rest', async () => {
      folder().write('a.bicep', 'wrong risky worse #wrong\r\n');
      const { status, stdout, stderr } = await run('--fix');
      assert.equal(textOf('a.bicep'), 'right risky right #wrong\r\n');
      assert.equal(stderr, 'pelint: fixed 3 findings in 1 file\n');
      assert.match(stdout, /PE902/);
      assert.doesNotMatch(stdout, /PE901/);
      assert.equal(status, 0);
    });

    it('makes the others too with --unsafe-fixes', async () => {
      folder().write('a.bicep', 'wrong risky');
      await run('--fix --unsafe-fixes');
      assert.equal(textOf('a.bicep'), 'right safe');
    });

    it('makes only those of the chosen rules', async () => {
      folder().write('a.bicep', 'wrong worse');
      await run('--fix --select worse');
      assert.equal(textOf('a.bicep'), 'wrong wrong');
    });

    it('comes to an end where fixes do not', async () => {
      folder().write('a.bicep', 'loop');
      const { stderr, status } = await run('--fix --select loop');
      assert.equal(stderr, 'pelint: nothing was fixed, because the fixes call for each other again and again\n');
      assert.equal(status, 1);
      assert.equal(textOf('a.bicep'), 'loop');
    });

    it('writes nothing where nothing changes', async () => {
      folder().write('a.bicep', 'risky');
      const { stderr } = await run('--fix');
      assert.equal(stderr, '');
      assert.equal(textOf('a.bicep'), 'risky');
    });

    it('leaves alone what a link leads out of the project to', async () => {
      const outside = temporaryFolder({ 'a.bicep': 'wrong' });
      symlinkSync(path.join(outside.path, 'a.bicep'), path.join(folder().path, 'a.bicep'));
      const { status, stderr } = await run('--fix');
      assert.equal(readFileSync(path.join(outside.path, 'a.bicep'), 'utf8'), 'wrong');
      assert.match(stderr, /cannot write a\.bicep: it lies outside the project/);
      assert.equal(status, 2);
      outside.remove();
    });

    it('still reports what it could not write', async () => {
      const outside = temporaryFolder({ 'a.bicep': 'wrong' });
      symlinkSync(path.join(outside.path, 'a.bicep'), path.join(folder().path, 'a.bicep'));
      folder().write('b.bicep', 'wrong');
      const { stdout, stderr } = await run('--fix');
      assert.match(stdout, /^a\.bicep\n.*PE901/);
      assert.doesNotMatch(stdout, /b\.bicep/);
      assert.match(stderr, /wrote 1 of 2 files with fixes/);
      outside.remove();
    });

    it('writes a file once that has two names', async () => {
      folder().write('a.bicep', 'wrong');
      symlinkSync('a.bicep', path.join(folder().path, 'b.bicep'));
      const { status } = await run('--fix');
      assert.equal(textOf('b.bicep'), 'right');
      assert.equal(status, 0);
    });
  });

  describe('--diff', () => {
    it('prints what would change instead of findings, and changes nothing', async () => {
      folder().write('infra/a.bicep', 'one\nwrong\nrisky\n');
      folder().write('b.bicep', 'risky\n');
      const { status, stdout } = await run('--diff');
      assert.equal(stdout, '--- a/infra/a.bicep\n+++ b/infra/a.bicep\n@@ -1,3 +1,3 @@\n one\n-wrong\n+right\n risky\n');
      assert.equal(status, 1);
      assert.equal(textOf('infra/a.bicep'), 'one\nwrong\nrisky\n');
    });

    it('writes nothing with --fix either', async () => {
      folder().write('a.bicep', 'wrong');
      assert.equal((await run('--fix --diff')).status, 1);
      assert.equal(textOf('a.bicep'), 'wrong');
    });

    it('is empty where nothing would change, whatever is found', async () => {
      folder().write('a.bicep', 'odd');
      assert.deepEqual(await run('--diff'), { status: 0, stdout: '', stderr: '' });
    });
  });

  describe('--diff with --output', () => {
    it('goes where people would read, and says what has nothing to say then', async () => {
      folder().write('a.bicep', 'wrong\n');
      const diff = (await run('--diff')).stdout;
      assert.deepEqual(await run('--diff --output fix.patch'), { status: 1, stdout: '', stderr: '' });
      assert.equal(textOf('fix.patch'), diff);
      const { stdout, stderr } = await run('--diff --format json --output report.json');
      assert.equal(stdout, diff);
      assert.equal(stderr, 'pelint: --diff prints a diff instead of findings, so there is nothing for --format json\n');
      assert.ok(!existsSync(path.join(folder().path, 'report.json')));
    });

    it('fails the run where it cannot be written', async () => {
      folder().write('a.bicep', 'wrong\n');
      const { status, stderr } = await run('--diff --output none/fix.patch');
      assert.deepEqual([status, stderr], [2, 'pelint: cannot write none/fix.patch: no such file or folder\n']);
    });
  });

  describe('--stdin-filename', () => {
    it('checks standard input in the place of the file', async () => {
      folder().write('infra/a.bicep', 'fine on disk');
      folder().write('infra/b.bicep', 'wrong');
      const { status, stdout } = await run('--stdin-filename infra/a.bicep --format json', 'is wrong');
      const report = JSON.parse(stdout) as Report;
      assert.deepEqual(
        report.findings.map(({ file, startColumn }) => [file, startColumn]),
        [['infra/a.bicep', 4]],
      );
      assert.equal(status, 1);
    });

    it('needs no file', async () => {
      assert.equal((await run('--stdin-filename none/a.bicep', 'wrong')).status, 1);
    });

    it('prints the fixed text and nothing else with --fix', async () => {
      folder().write('a.bicep', 'on disk');
      const { status, stdout, stderr } = await run('--stdin-filename a.bicep --fix', '\uFEFFwrong risky');
      assert.equal(stdout, '\uFEFFright risky');
      assert.match(stderr, /PE902/);
      assert.equal(status, 0);
      assert.equal(textOf('a.bicep'), 'on disk');
    });

    it('gives back what it does not understand', async () => {
      const { status, stdout, stderr } = await run('--stdin-filename a.json --fix', '{ "wrong": [');
      assert.equal(stdout, '{ "wrong": [');
      assert.match(stderr, /a\.json is no template/);
      assert.equal(status, 0);
    });

    it('prints a diff', async () => {
      const { stdout } = await run('--stdin-filename a.bicep --diff', 'wrong\n');
      assert.equal(stdout, '--- a/a.bicep\n+++ b/a.bicep\n@@ -1,1 +1,1 @@\n-wrong\n+right\n');
    });

    it('refuses binary input', async () => {
      const { status, stdout, stderr } = await run('--stdin-filename a.bicep --fix', Buffer.from([0]));
      assert.equal(stdout, '');
      assert.match(stderr, /cannot read a\.bicep: it is binary, not text/);
      assert.equal(status, 2);
    });
  });
});
