import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { runCheck } from '../../../../server/src/cli/check/run';
import type { Report } from '../../../../server/src/formats/findings/report';
import { toyEngine } from '../../../support/toy-engine';
import { memoryIo } from '../memory-io';
import { useToyCommand } from './toy-command';

describe('pelint check', () => {
  const { folder, run, json, found, textOf } = useToyCommand();

  describe('what is checked', () => {
    it('is what is named, and the whole project is known', async () => {
      folder().write('infra/a.bicep', '');
      folder().write('infra/modules/b.bicep', '');
      folder().write('other/c.json', '');
      const engine = toyEngine();
      await runCheck(['infra/modules'], memoryIo(folder().path), engine);
      const names = (uris: readonly string[] = []): string[] => uris.map((uri) => path.posix.basename(uri)).sort();
      assert.equal(engine.requests.length, 1);
      assert.deepEqual(names(engine.requests[0]?.report), ['b.bicep']);
      assert.deepEqual(names(engine.requests[0]?.project), ['a.bicep', 'b.bicep', 'c.json']);
    });

    it('is told apart by whether it was named by itself', async () => {
      folder().write('a.bicep', '');
      folder().write('b.bicep', '');
      const engine = toyEngine();
      await runCheck(['.', 'a.bicep'], memoryIo(folder().path), engine);
      assert.deepEqual(
        engine.requests[0]?.named?.map((uri) => path.posix.basename(uri)),
        ['a.bicep'],
      );
    });

    it('is not what nobody asked for, even if it cannot be read', async () => {
      folder().write('a.bicep', '');
      folder().write('other.bicep', Buffer.from([0]));
      const { status, stderr } = await run('a.bicep --strict');
      assert.deepEqual({ status, stderr }, { status: 0, stderr: '' });
    });

    it('is each project by itself', async () => {
      folder().write('one/.git/HEAD', '');
      folder().write('one/a.bicep', 'wrong');
      folder().write('two/.git/HEAD', '');
      folder().write('two/a.bicep', 'wrong');
      const engine = toyEngine();
      await runCheck(['one', 'two/a.bicep'], memoryIo(folder().path), engine);
      assert.deepEqual(
        engine.requests.map(({ project }) => project.length),
        [1, 1],
      );
      assert.deepEqual(await found('one two'), ['one/a.bicep:1:1 PE901', 'two/a.bicep:1:1 PE901']);
    });

    it('is reported once however often it is named', async () => {
      folder().write('a.bicep', 'wrong');
      assert.deepEqual(await found('a.bicep . ./a.bicep *.bicep'), ['a.bicep:1:1 PE901']);
    });

    it('is an ignored file only if it is named or --no-ignore says so', async () => {
      folder().write('.gitignore', 'build/\n');
      folder().write('build/a.bicep', 'wrong');
      folder().write('b.bicep', '');
      assert.deepEqual(await found('.'), []);
      assert.deepEqual(await found('build/a.bicep'), ['build/a.bicep:1:1 PE901']);
      assert.deepEqual(await found('. --no-ignore'), ['build/a.bicep:1:1 PE901']);
    });

    it('is a file whose name looks like a glob', async () => {
      folder().write('[a].bicep', 'wrong');
      assert.deepEqual(await found('[a].bicep'), ['[a].bicep:1:1 PE901']);
    });
  });

  describe('rules', () => {
    beforeEach(() => folder().write('a.bicep', 'wrong\nrisky\nodd\nworse\nloop'));
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
      folder().write('a.bicep', 'shy odd');
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

  for (const args of ['', '--cache', '--fix']) {
    it(`lets signals and timers have their turn while it checks: ${args}`, async () => {
      folder().write('a.bicep', 'wrong');
      const toy = toyEngine();
      const hadTurn: boolean[] = [];
      const check: typeof toy.check = async (request, host) => {
        let isOver = false;
        setImmediate(() => (isOver = true));
        // Between many pieces of work, each of which takes no time.
        for (let count = 0; count < 1_000_000 && !isOver; count++) await host.pause?.();
        hadTurn.push(isOver);
        return toy.check(request, host);
      };
      await runCheck(['.', ...args.split(' ').filter(Boolean)], memoryIo(folder().path), { ...toy, check });
      assert.ok(hadTurn.length > 0 && hadTurn.every(Boolean));
    });
  }

  describe('reports', () => {
    it('go to the file of the --output behind their --format', async () => {
      folder().write('a.bicep', 'wrong');
      const { stdout } = await run('--format json --output report.json --format stylish');
      assert.match(stdout, /1 finding \(1 error\)/);
      assert.equal((JSON.parse(textOf('report.json')) as Report).findings.length, 1);
    });

    it('that cannot be written fail the run', async () => {
      folder().write('a.bicep', '');
      mkdirSync(path.join(folder().path, 'taken'));
      const { status, stderr } = await run('--format json --output none/report.json --format stylish --output taken');
      assert.match(stderr, /cannot write none\/report\.json: no such file or folder/);
      assert.match(stderr, /cannot write taken: it is a folder/);
      assert.equal(status, 2);
    });

    it('take the place of nothing that they are about', async () => {
      folder().write('a.bicep', 'wrong');
      await run('--baseline known.json --update-baseline');
      const [template, baseline] = [textOf('a.bicep'), textOf('known.json')];
      const ofTemplate = /^--output \.\/a\.bicep would take the place of a file that is checked: name another one\.$/;
      const ofBaseline = /^--output known\.json would take the place of the baseline: name another file\.$/;
      const refuses = (args: string, message: RegExp): Promise<void> =>
        assert.rejects(run(args), { name: 'UsageError', message });
      await refuses('--format json --output ./a.bicep', ofTemplate);
      await refuses('--baseline known.json --output known.json', ofBaseline);
      assert.deepEqual([textOf('a.bicep'), textOf('known.json')], [template, baseline]);
    });

    it('hold errors only with --quiet', async () => {
      folder().write('a.bicep', 'wrong risky');
      const report = await json('--quiet');
      assert.deepEqual(
        report.findings.map(({ ruleId }) => ruleId),
        ['PE901'],
      );
    });

    it('tell of files that could not be read', async () => {
      folder().write('a.bicep', Buffer.from([0]));
      assert.deepEqual((await json('. none')).problems, [
        { file: 'a.bicep', message: 'it is binary, not text' },
        { file: 'none', message: 'no such file or folder' },
      ]);
    });
  });
});
