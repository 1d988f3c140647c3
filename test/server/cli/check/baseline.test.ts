import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { runCheck } from '../../../../server/src/cli/check/run';
import { toyEngine } from '../../../support/toy-engine';
import { memoryIo } from '../memory-io';
import { useToyCommand } from './toy-command';

describe('pelint check: baseline', () => {
  const { folder, run, json, found, textOf } = useToyCommand();
  const update = (args = ''): ReturnType<typeof run> => run(`--baseline known.json --update-baseline${args}`);
  const filesIn = (baseline: string): string[] =>
    (JSON.parse(textOf(baseline)) as { findings: { file: string }[] }).findings.map(({ file }) => file);

  it('hides what was there, and reports what is new', async () => {
    folder().write('a.bicep', 'wrong\nrisky\n');
    const { status, stdout, stderr } = await update();
    assert.deepEqual(
      { status, stdout, stderr },
      {
        status: 0,
        stdout: 'No findings in 1 file (2 in the baseline).\n',
        stderr: 'pelint: the baseline known.json has 2 findings: 2 new, 0 gone\n',
      },
    );
    folder().write('a.bicep', '// moved\n  wrong\nrisky\nwrong as well\n');
    assert.deepEqual(await found('--baseline known.json'), ['a.bicep:4:1 PE901']);
    assert.equal((await run('--baseline known.json')).status, 1);
    assert.equal((await run('--baseline known.json --max-warnings 0 --ignore PE901')).status, 0);
  });

  it('counts findings that are alike', async () => {
    folder().write('a.bicep', 'wrong\nwrong\n');
    await update();
    folder().write('a.bicep', 'wrong\nwrong\nwrong\n');
    assert.deepEqual(await found('--baseline known.json'), ['a.bicep:3:1 PE901']);
    folder().write('a.bicep', 'wrong\n');
    const { status, stderr } = await run('--baseline known.json');
    assert.equal(status, 0);
    assert.equal(stderr, 'pelint: 1 finding of the baseline known.json is gone; --update-baseline takes it out\n');
  });

  it('is told by JSON, and shown with what is suppressed', async () => {
    folder().write('a.bicep', 'wrong #risky\n');
    await update();
    const { findings, summary } = await json('--baseline known.json --show-suppressed');
    assert.deepEqual(
      findings.map(({ ruleId, suppression }) => [ruleId, suppression?.kind, suppression?.file, suppression?.startLine]),
      [
        ['PE901', 'baseline', 'known.json', 4],
        ['PE902', 'inSource', 'a.bicep', 1],
      ],
    );
    assert.deepEqual([summary.errors, summary.suppressed, summary.baseline], [0, 1, 1]);
    const { stdout } = await run('--baseline known.json --show-suppressed');
    assert.match(stdout, /1:1 {2}baseline {4}PE901 wrong[^]*No findings in 1 file \(1 suppressed, 1 in the baseline\)/);
  });

  it('holds from every working directory', async () => {
    folder().write('infra/a.bicep', 'wrong');
    folder().write('infra/known.json', '{"version": 1, "findings": []}');
    await run('--baseline infra/known.json --update-baseline');
    assert.deepEqual(filesIn('infra/known.json'), ['a.bicep']);
    const io = memoryIo(path.join(folder().path, 'infra'));
    assert.equal(await runCheck(['--baseline', 'known.json'], io, toyEngine()), 0);
    assert.equal(io.written.stderr, '');
  });

  describe('what is gone', () => {
    it('is taken out by an update, and the rest stays byte for byte', async () => {
      folder().write('a.bicep', 'wrong\nrisky\n');
      folder().write('b.bicep', 'wrong\n');
      await update();
      const before = textOf('known.json');
      assert.match((await update()).stderr, /has 3 findings: as before\n/);
      assert.equal(textOf('known.json'), before);
      folder().write('a.bicep', 'risky\n');
      assert.match((await update()).stderr, /has 2 findings: 0 new, 1 gone\n/);
      const left = before.split('\n').filter((line) => !/a\.bicep.*PE901/.test(line));
      assert.equal(textOf('known.json'), left.join('\n'));
    });

    it('is only what was looked for', async () => {
      folder().write('a.bicep', 'wrong');
      folder().write('b.bicep', 'wrong risky');
      await update();
      const whole = textOf('known.json');
      folder().write('b.bicep', '');
      assert.equal((await run('a.bicep --baseline known.json')).stderr, '');
      for (const args of [' a.bicep', ' --select PE903', ' --location westeurope']) await update(args);
      assert.equal(textOf('known.json'), whole);
      await update(' --ignore PE902');
      assert.deepEqual(filesIn('known.json'), ['a.bicep', 'b.bicep']);
      await update(' b.bicep');
      assert.deepEqual(filesIn('known.json'), ['a.bicep']);
    });

    it('is what stood in a file that is gone', async () => {
      folder().write('a.bicep', 'wrong');
      const other = folder().write('b.bicep', 'wrong');
      await update();
      rmSync(other);
      await update(' a.bicep');
      assert.deepEqual(filesIn('known.json'), ['a.bicep']);
    });

    it('is not what could not be read, nor what a crash left out', async () => {
      folder().write('a.bicep', 'wrong');
      folder().write('b.bicep', 'wrong');
      await update();
      const whole = textOf('known.json');
      folder().write('a.bicep', Buffer.from([0]));
      folder().write('b.bicep', 'crash');
      assert.equal((await update()).status, 2);
      assert.equal(textOf('known.json'), whole);
    });

    it('is what --fix has mended', async () => {
      folder().write('a.bicep', 'wrong\nodd\n');
      await update();
      assert.match((await update(' --fix')).stderr, /has 1 finding: 0 new, 1 gone/);
      assert.equal(textOf('a.bicep'), 'right\nodd\n');
    });
  });

  describe('that cannot be used', () => {
    const unusable: readonly (readonly [args: string, text: string | Buffer | undefined, message: RegExp])[] = [
      ['--baseline known.json', undefined, /There is no baseline known\.json\. With --update-baseline it is written/],
      ['--baseline known.json', '{"version": 7}', /cannot use the baseline known\.json: it has version 7, and this/],
      ['--baseline known.json --update-baseline', '{"version": 7}', /it has version 7/],
      ['--baseline known.json --update-baseline', '{"name": "package"}', /it has no version/],
      ['--baseline known.json', Buffer.from([0]), /cannot use the baseline known\.json: it is binary, not text/],
      ['--baseline .', undefined, /cannot use the baseline \.: it is a folder/],
      ['--update-baseline', undefined, /--update-baseline needs --baseline FILE/],
      ['--baseline known.json --update-baseline --diff', undefined, /--update-baseline and --diff exclude/],
      ['--baseline k --update-baseline --stdin-filename a.bicep', undefined, /--stdin-filename exclude/],
    ];
    for (const [args, text, message] of unusable) {
      it(`is refused: ${args} with ${String(text)}`, async () => {
        folder().write('a.bicep', 'wrong');
        if (text !== undefined) folder().write('known.json', text);
        await assert.rejects(run(args), { name: 'UsageError', message });
        if (text !== undefined)
          assert.deepEqual(readFileSync(path.join(folder().path, 'known.json')), Buffer.from(text));
      });
    }

    it('cannot be written', async () => {
      folder().write('a.bicep', 'wrong');
      const { status, stdout, stderr } = await run('--baseline none/known.json --update-baseline');
      assert.equal(status, 2);
      assert.equal(stderr, 'pelint: cannot write none/known.json: no such file or folder\n');
      assert.match(stdout, /PE901/);
    });
  });
});
