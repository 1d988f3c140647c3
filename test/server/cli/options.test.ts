import assert from 'node:assert/strict';
import { helpText } from '../../../server/src/cli/help';
import { parseArguments, type CommandSpec } from '../../../server/src/cli/options';

const spec: CommandSpec<'format' | 'quiet' | 'help' | 'max'> = {
  usage: 'toy [FILE]',
  summary: 'Plays.',
  options: [
    { name: 'format', value: 'FORMAT', choices: ['list', 'json'], help: 'How it looks.' },
    { name: 'max', value: 'N', help: 'How much.' },
    { name: 'quiet', short: 'q', help: 'Less.' },
    { name: 'help', short: 'h', help: 'This.' },
  ],
  notes: 'More.\n',
};

describe('parseArguments', () => {
  it('reads values, flags and what stands between them', () => {
    const parsed = parseArguments(spec, ['a', '--max', '1', '-q', '--max=2', '--', '--max']);
    assert.deepEqual(parsed.positionals, ['a', '--max']);
    assert.deepEqual(parsed.values('max'), ['1', '2']);
    assert.equal(parsed.value('max'), '2');
    assert.ok(parsed.has('quiet'));
    assert.ok(!parsed.has('help'));
    assert.equal(parsed.value('format'), undefined);
    assert.deepEqual(
      parsed.given.map(({ name }) => name),
      ['max', 'quiet', 'max'],
    );
  });

  it('takes a value that looks like an option only behind an equals sign, and one dash as it is', () => {
    assert.equal(parseArguments(spec, ['--max=-1']).value('max'), '-1');
    assert.equal(parseArguments(spec, ['--max', '-']).value('max'), '-');
  });

  const mistakes: readonly (readonly [args: string, message: string])[] = [
    ['--fromat json', 'There is no option --fromat. Did you mean --format?'],
    ['--watch', 'There is no option --watch. See --help.'],
    ['-x', 'There is no option -x. See --help.'],
    ['--max', '--max needs a value: --max N.'],
    ['--max --quiet', '--max needs a value: --max N.'],
    ['--quiet=yes', "--quiet takes no value, but got 'yes'."],
    ['--format jsn', "--format cannot be 'jsn'. Did you mean 'json'? It can be list, json."],
    ['--format=', "--format cannot be ''. It can be list, json."],
    ['--__proto__', 'There is no option --__proto__. See --help.'],
  ];
  for (const [args, message] of mistakes) {
    it(`refuses ${args}`, () =>
      assert.throws(() => parseArguments(spec, args.split(' ')), { name: 'UsageError', message }));
  }
});

describe('helpText', () => {
  it('is made from the table', () => {
    assert.equal(
      helpText(spec),
      `Plays.

Usage: toy [FILE]

Options:
      --format FORMAT  How it looks. One of list, json.
      --max N          How much.
  -q, --quiet          Less.
  -h, --help           This.

More.
`,
    );
  });
});
