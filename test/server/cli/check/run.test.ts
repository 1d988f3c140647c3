import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, symlinkSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { runCheck } from '../../../../server/src/cli/check/run';
import type { Report } from '../../../../server/src/formats/findings/report';
import { temporaryFolder, type TemporaryFolder } from '../../../support/temporary-folder';
import { toyEngine } from '../../../support/toy-engine';
import { memoryIo } from '../memory-io';

describe('pelint check', () => {
  let folder: TemporaryFolder;
  beforeEach(() => (folder = temporaryFolder({ '.git/HEAD': '' })));
  afterEach(() => folder.remove());

  const run = async (
    args: string,
    stdin: string | Buffer = '',
  ): Promise<{ status: number; stdout: string; stderr: string }> => {
    const io = memoryIo(folder.path, stdin);
    const status = await runCheck(args === '' ? [] : args.split(' '), io, toyEngine());
    return { status, ...io.written };
  };
  const json = async (args: string): Promise<Report> =>
    JSON.parse((await run(`${args} --format json`)).stdout) as Report;
  const found = async (args: string): Promise<string[]> =>
    (await json(args)).findings.map(
      ({ file, ruleId, startLine, startColumn }) => `${file}:${startLine}:${startColumn} ${ruleId}`,
    );
  const textOf = (file: string): string => readFileSync(path.join(folder.path, file), 'utf8');

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
        for (const [file, contents] of Object.entries(files)) folder.write(file, contents);
        const result = await run(args);
        assert.equal(result.stderr, stderr);
        assert.equal(result.status, status);
      });
    }

    it('prints the other findings where a rule crashes', async () => {
      folder.write('a.bicep', 'risky crash');
      const { status, stdout, stderr } = await run('--exit-zero');
      assert.equal(status, 2);
      assert.equal(stderr, "pelint: the rule PE901 has crashed on a.bicep, which is pelint's own mistake: Oh no.\n");
      assert.match(stdout, /PE902/);
    });

    it('checks the rest where one path is missing', async () => {
      folder.write('a.bicep', 'wrong');
      const { status, stdout } = await run('none.bicep a.bicep');
      assert.equal(status, 2);
      assert.match(stdout, /PE901/);
    });

    it('refuses a giant and a circle of links', async () => {
      truncateSync(folder.write('giant.json', ''), 200_000_000);
      const circle = path.join(folder.path, 'circle.bicep');
      symlinkSync(circle, circle);
      const { status, stderr } = await run('giant.json circle.bicep');
      assert.equal(status, 2);
      assert.match(stderr, /cannot read giant\.json: it is too large \(200 MB; the limit is 20 MB\)/);
      assert.match(stderr, /cannot read circle\.bicep: its symbolic links lead in a circle/);
    });
  });

  describe('what is checked', () => {
    it('is what is named, and the whole project is known', async () => {
      folder.write('infra/a.bicep', '');
      folder.write('infra/modules/b.bicep', '');
      folder.write('other/c.json', '');
      const engine = toyEngine();
      await runCheck(['infra/modules'], memoryIo(folder.path), engine);
      const names = (uris: readonly string[] = []): string[] => uris.map((uri) => path.posix.basename(uri)).sort();
      assert.equal(engine.requests.length, 1);
      assert.deepEqual(names(engine.requests[0]?.report), ['b.bicep']);
      assert.deepEqual(names(engine.requests[0]?.project), ['a.bicep', 'b.bicep', 'c.json']);
    });

    it('is told apart by whether it was named by itself', async () => {
      folder.write('a.bicep', '');
      folder.write('b.bicep', '');
      const engine = toyEngine();
      await runCheck(['.', 'a.bicep'], memoryIo(folder.path), engine);
      assert.deepEqual(
        engine.requests[0]?.named?.map((uri) => path.posix.basename(uri)),
        ['a.bicep'],
      );
    });

    it('is not what nobody asked for, even if it cannot be read', async () => {
      folder.write('a.bicep', '');
      folder.write('other.bicep', Buffer.from([0]));
      const { status, stderr } = await run('a.bicep --strict');
      assert.deepEqual({ status, stderr }, { status: 0, stderr: '' });
    });

    it('is each project by itself', async () => {
      folder.write('one/.git/HEAD', '');
      folder.write('one/a.bicep', 'wrong');
      folder.write('two/.git/HEAD', '');
      folder.write('two/a.bicep', 'wrong');
      const engine = toyEngine();
      await runCheck(['one', 'two/a.bicep'], memoryIo(folder.path), engine);
      assert.deepEqual(
        engine.requests.map(({ project }) => project.length),
        [1, 1],
      );
      assert.deepEqual(await found('one two'), ['one/a.bicep:1:1 PE901', 'two/a.bicep:1:1 PE901']);
    });

    it('is reported once however often it is named', async () => {
      folder.write('a.bicep', 'wrong');
      assert.deepEqual(await found('a.bicep . ./a.bicep *.bicep'), ['a.bicep:1:1 PE901']);
    });

    it('is an ignored file only if it is named or --no-ignore says so', async () => {
      folder.write('.gitignore', 'build/\n');
      folder.write('build/a.bicep', 'wrong');
      folder.write('b.bicep', '');
      assert.deepEqual(await found('.'), []);
      assert.deepEqual(await found('build/a.bicep'), ['build/a.bicep:1:1 PE901']);
      assert.deepEqual(await found('. --no-ignore'), ['build/a.bicep:1:1 PE901']);
    });

    it('is a file whose name looks like a glob', async () => {
      folder.write('[a].bicep', 'wrong');
      assert.deepEqual(await found('[a].bicep'), ['[a].bicep:1:1 PE901']);
    });
  });

  describe('rules', () => {
    beforeEach(() => folder.write('a.bicep', 'wrong\nrisky\nodd\nworse\nloop'));
    const rulesOf = async (args: string): Promise<string> =>
      (await json(args)).findings.map(({ ruleId, severity }) => `${ruleId}=${severity}`).join(' ');

    it('are chosen by ID, name or the start of IDs', async () => {
      assert.equal(await rulesOf('--select PE901'), 'PE901=error');
      assert.equal(await rulesOf('--select pe901,odd'), 'PE901=error PE903=info');
      assert.equal(await rulesOf('--select PE901 --select PE811'), 'PE901=error PE811=error');
      assert.equal(await rulesOf('--select PE9 --ignore wrong,worse'), 'PE902=warning PE903=info');
      assert.equal(await rulesOf('--ignore PE9'), 'PE811=error');
    });

    it('that are off by default are on when selected by themselves', async () => {
      folder.write('a.bicep', 'shy odd');
      assert.equal(await rulesOf('.'), 'PE903=info');
      assert.equal(await rulesOf('--select PE9'), 'PE903=info');
      assert.equal(await rulesOf('--select shy'), 'PE905=warning');
      assert.equal(await rulesOf('--severity shy=info --select PE9'), 'PE905=info PE903=info');
    });

    it('get other levels', async () => {
      assert.equal(
        await rulesOf('--severity PE90=info --severity wrong=off --select PE9'),
        'PE902=info PE903=info PE904=info',
      );
    });

    const mistakes: readonly (readonly [args: string, message: RegExp])[] = [
      ['--select PE908', /--select: there is no rule 'PE908'\. Did you mean PE901\?/],
      ['--ignore wronk', /--ignore: there is no rule 'wronk'\. Did you mean wrong\?/],
      ['--select Q', /there is no rule 'Q'/],
      ['--severity PE901=fatal', /write RULE=LEVEL, with one of the levels error, warning, info, off/],
      ['--severity PE901', /write RULE=LEVEL/],
    ];
    for (const [args, message] of mistakes) {
      it(`refuses ${args}`, () => assert.rejects(run(args), { name: 'UsageError', message }));
    }
  });

  describe('--fix', () => {
    it('makes the safe fixes until none is left, and reports the rest', async () => {
      folder.write('a.bicep', 'wrong risky worse #wrong\r\n');
      const { status, stdout, stderr } = await run('--fix');
      assert.equal(textOf('a.bicep'), 'right risky right #wrong\r\n');
      assert.equal(stderr, 'pelint: fixed 3 findings in 1 file\n');
      assert.match(stdout, /PE902/);
      assert.doesNotMatch(stdout, /PE901/);
      assert.equal(status, 0);
    });

    it('makes the others too with --unsafe-fixes', async () => {
      folder.write('a.bicep', 'wrong risky');
      await run('--fix --unsafe-fixes');
      assert.equal(textOf('a.bicep'), 'right safe');
    });

    it('makes only those of the chosen rules', async () => {
      folder.write('a.bicep', 'wrong worse');
      await run('--fix --select worse');
      assert.equal(textOf('a.bicep'), 'wrong wrong');
    });

    it('comes to an end where fixes do not', async () => {
      folder.write('a.bicep', 'loop');
      const { stderr, status } = await run('--fix --select loop');
      assert.equal(stderr, 'pelint: nothing was fixed, because the fixes call for each other again and again\n');
      assert.equal(status, 1);
      assert.equal(textOf('a.bicep'), 'loop');
    });

    it('writes nothing where nothing changes', async () => {
      folder.write('a.bicep', 'risky');
      const { stderr } = await run('--fix');
      assert.equal(stderr, '');
      assert.equal(textOf('a.bicep'), 'risky');
    });

    it('leaves alone what a link leads out of the project to', async () => {
      const outside = temporaryFolder({ 'a.bicep': 'wrong' });
      symlinkSync(path.join(outside.path, 'a.bicep'), path.join(folder.path, 'a.bicep'));
      const { status, stderr } = await run('--fix');
      assert.equal(readFileSync(path.join(outside.path, 'a.bicep'), 'utf8'), 'wrong');
      assert.match(stderr, /cannot write a\.bicep: it lies outside the project/);
      assert.equal(status, 2);
      outside.remove();
    });
  });

  describe('--diff', () => {
    it('prints what would change instead of findings, and changes nothing', async () => {
      folder.write('infra/a.bicep', 'one\nwrong\nrisky\n');
      folder.write('b.bicep', 'risky\n');
      const { status, stdout } = await run('--diff');
      assert.equal(stdout, '--- a/infra/a.bicep\n+++ b/infra/a.bicep\n@@ -1,3 +1,3 @@\n one\n-wrong\n+right\n risky\n');
      assert.equal(status, 1);
      assert.equal(textOf('infra/a.bicep'), 'one\nwrong\nrisky\n');
    });

    it('writes nothing with --fix either', async () => {
      folder.write('a.bicep', 'wrong');
      assert.equal((await run('--fix --diff')).status, 1);
      assert.equal(textOf('a.bicep'), 'wrong');
    });

    it('is empty where nothing would change, whatever is found', async () => {
      folder.write('a.bicep', 'odd');
      assert.deepEqual(await run('--diff'), { status: 0, stdout: '', stderr: '' });
    });
  });

  describe('--stdin-filename', () => {
    it('checks standard input in the place of the file', async () => {
      folder.write('infra/a.bicep', 'fine on disk');
      folder.write('infra/b.bicep', 'wrong');
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
      folder.write('a.bicep', 'on disk');
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

  describe('reports', () => {
    it('go to the file of the --output behind their --format', async () => {
      folder.write('a.bicep', 'wrong');
      const { stdout } = await run('--format json --output report.json --format stylish');
      assert.match(stdout, /1 finding \(1 error\)/);
      assert.equal((JSON.parse(textOf('report.json')) as Report).findings.length, 1);
    });

    it('that cannot be written fail the run', async () => {
      folder.write('a.bicep', '');
      mkdirSync(path.join(folder.path, 'taken'));
      const { status, stderr } = await run('--format json --output none/report.json --format stylish --output taken');
      assert.match(stderr, /cannot write none\/report\.json: no such file or folder/);
      assert.match(stderr, /cannot write taken: it is a folder/);
      assert.equal(status, 2);
    });

    it('hold errors only with --quiet', async () => {
      folder.write('a.bicep', 'wrong risky');
      const report = await json('--quiet');
      assert.deepEqual(
        report.findings.map(({ ruleId }) => ruleId),
        ['PE901'],
      );
    });

    it('tell of files that could not be read', async () => {
      folder.write('a.bicep', Buffer.from([0]));
      assert.deepEqual((await json('. none')).problems, [
        { file: 'a.bicep', message: 'it is binary, not text' },
        { file: 'none', message: 'no such file or folder' },
      ]);
    });
  });
});
