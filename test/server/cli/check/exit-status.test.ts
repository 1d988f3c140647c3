import assert from 'node:assert/strict';
import { symlinkSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { useToyCommand } from './toy-command';

describe('pelint check: exit status', () => {
  const { folder, run } = useToyCommand();

  describe('exit status and messages', () => {
    /** What each call comes to: the exit status, and the whole of standard error. */
    const table: readonly {
      name: string;
      files?: Record<string, string | Buffer>;
      args: string;
      status: number;
      stderr?: string;
    }[] = [
      { name: 'nothing wrong', files: { 'a.bicep': 'fine' }, args: '', status: 0 },
      { name: 'an error', files: { 'a.bicep': 'wrong' }, args: 'a.bicep', status: 1 },
      { name: 'a warning', files: { 'a.bicep': 'risky' }, args: '', status: 0 },
      { name: 'warnings within the limit', files: { 'a.bicep': 'risky' }, args: '--max-warnings 1', status: 0 },
      {
        name: 'too many warnings',
        files: { 'a.bicep': 'risky' },
        args: '--max-warnings=0',
        status: 1,
        stderr: 'pelint: 1 warning, more than the 0 of --max-warnings\n',
      },
      {
        name: 'too many warnings, unseen',
        files: { 'a.bicep': 'risky' },
        args: '--max-warnings 0 --quiet',
        status: 1,
        stderr: 'pelint: 1 warning, more than the 0 of --max-warnings\n',
      },
      { name: 'an information', files: { 'a.bicep': 'odd' }, args: '', status: 0 },
      { name: 'an error made a warning', files: { 'a.bicep': 'wrong' }, args: '--severity PE901=warning', status: 0 },
      { name: 'an error with --exit-zero', files: { 'a.bicep': 'wrong' }, args: '--exit-zero', status: 0 },
      { name: 'a suppressed error', files: { 'a.bicep': '#wrong' }, args: '', status: 0 },
      {
        name: 'a suppressed error that is shown',
        files: { 'a.bicep': '#wrong' },
        args: '--show-suppressed',
        status: 0,
      },
      { name: 'a folder without templates', args: '', status: 0, stderr: 'pelint: there are no templates in .\n' },
      {
        name: 'JSON that is no template',
        files: { 'package.json': '{"wrong": 1}' },
        args: 'package.json',
        status: 0,
        stderr: 'pelint: package.json is no template\n',
      },
      {
        name: 'a file of another kind',
        files: { 'a.md': 'wrong' },
        args: 'a.md',
        status: 0,
        stderr: 'pelint: a.md is no template\n',
      },
      {
        name: 'a glob of other files',
        files: { 'a.md': 'wrong' },
        args: '*.md',
        status: 0,
        stderr: 'pelint: no file that *.md matches is a template\n',
      },
      {
        name: 'a missing path',
        args: 'none.bicep',
        status: 2,
        stderr: 'pelint: cannot read none.bicep: no such file or folder\n',
      },
      {
        name: 'a missing path with --exit-zero',
        args: 'none.bicep --exit-zero',
        status: 2,
        stderr: 'pelint: cannot read none.bicep: no such file or folder\n',
      },
      {
        name: 'a glob without matches',
        args: '**/*.bicep',
        status: 2,
        stderr: 'pelint: cannot read **/*.bicep: the pattern matches no files\n',
      },
      {
        name: 'a named binary',
        files: { 'a.bicep': Buffer.from([0]) },
        args: 'a.bicep',
        status: 2,
        stderr: 'pelint: cannot read a.bicep: it is binary, not text\n',
      },
      {
        name: 'a binary in a folder',
        files: { 'a.bicep': Buffer.from([0]) },
        args: '',
        status: 0,
        stderr: 'pelint: cannot read a.bicep: it is binary, not text\n',
      },
      {
        name: 'a binary in a folder with --strict',
        files: { 'a.bicep': Buffer.from([0]) },
        args: '--strict',
        status: 2,
        stderr: 'pelint: cannot read a.bicep: it is binary, not text\n',
      },
      { name: 'a module that is not there', files: { 'a.bicep': 'module sub/b.bicep' }, args: '', status: 0 },
      {
        name: 'a module that is not there with --strict',
        files: { 'a.bicep': 'module sub/b.bicep' },
        args: '--strict',
        status: 2,
        stderr: 'pelint: cannot read sub/b.bicep: no such file or folder\n',
      },
    ];
    for (const { name, files = {}, args, status, stderr = '' } of table) {
      it(`${name}: ${status}`, async () => {
        for (const [file, contents] of Object.entries(files)) folder().write(file, contents);
        const result = await run(args);
        assert.equal(result.stderr, stderr);
        assert.equal(result.status, status);
      });
    }

    it('prints the other findings where a rule crashes', async () => {
      folder().write('a.bicep', 'risky crash');
      const { status, stdout, stderr } = await run('--exit-zero');
      assert.equal(status, 2);
      assert.equal(stderr, "pelint: the rule PE901 has crashed on a.bicep, which is pelint's own mistake: Oh no.\n");
      assert.match(stdout, /PE902/);
    });

    it('checks the rest where one path is missing', async () => {
      folder().write('a.bicep', 'wrong');
      const { status, stdout } = await run('none.bicep a.bicep');
      assert.equal(status, 2);
      assert.match(stdout, /PE901/);
    });

    it('refuses a giant and a circle of links', async () => {
      truncateSync(folder().write('giant.json', ''), 200_000_000);
      const circle = path.join(folder().path, 'circle.bicep');
      symlinkSync(circle, circle);
      const { status, stderr } = await run('giant.json circle.bicep');
      assert.equal(status, 2);
      assert.match(stderr, /cannot read giant\.json: it is too large \(200 MB; the limit is 20 MB\)/);
      assert.match(stderr, /cannot read circle\.bicep: its symbolic links lead in a circle/);
    });
  });
});
