import assert from 'node:assert/strict';
import { divide } from '../../../../server/src/cli/check/shard';
import { useToyCommand } from './toy-command';

describe('divide', () => {
  const files = ['b', 'a/2', 'a/10', 'a/1', 'c', 'é', 'B'];
  const part = (index: number, count: number, all: readonly string[] = files): readonly string[] =>
    divide(all, { index, count }, { pathOf: (file) => file, counts: () => true }).part;

  it('gives every file to one part, in the order of the paths, and the parts are of a size', () => {
    for (const count of [1, 2, 3, 7, 10]) {
      const parts = Array.from({ length: count }, (_, index) => part(index + 1, count));
      assert.deepEqual(parts.flat(), ['B', 'a/1', 'a/10', 'a/2', 'b', 'c', 'é']);
      const sizes = parts.map(({ length }) => length);
      assert.ok(Math.max(...sizes) - Math.min(...sizes) <= 1, sizes.join());
    }
  });

  it('is the same in whichever order the files come', () => {
    assert.deepEqual(part(2, 3, [...files].reverse()), part(2, 3));
  });

  it('tells one whole from another', () => {
    const counts = (file: string): boolean => file !== 'report';
    const mark = (all: readonly string[]): string =>
      divide(all, { index: 1, count: 2 }, { pathOf: (file) => file, counts }).files;
    assert.equal(mark(['a', 'b']), mark(['b', 'a', 'report']));
    assert.notEqual(mark(['a', 'b']), mark(['a', 'c']));
  });

  it('shares out what counts, and gives the rest to its neighbours, each file once', () => {
    for (const all of [['x1', 'a', 'x2', 'x3', 'b', 'c', 'x4', 'd'], ['x1', 'x2'], []]) {
      for (const count of [1, 2, 3, 6]) {
        const counts = (file: string): boolean => !file.startsWith('x');
        const parts = Array.from({ length: count }, (_, index) => {
          return divide(all, { index: index + 1, count }, { pathOf: (file) => file.replace(/^x/, 'b'), counts }).part;
        });
        assert.deepEqual(parts.flat().sort(), [...all].sort());
        const sizes = parts.map((files) => files.filter(counts).length);
        assert.ok(Math.max(...sizes) - Math.min(...sizes) <= 1, sizes.join());
      }
    }
  });
});

describe('pelint check: --shard', () => {
  const { folder, run, found } = useToyCommand();

  it('reports each finding in one part', async () => {
    for (const name of ['a/1', 'a/2', 'b/1', 'c/1', 'c/2']) folder().write(`${name}.bicep`, 'wrong');
    folder().write('b/other.json', '{}');
    const parts = [await found('--shard 1/3'), await found('--shard 2/3'), await found('--shard 3/3')];
    assert.deepEqual(
      parts.map(({ length }) => length),
      [2, 2, 1],
    );
    assert.deepEqual(parts.flat(), await found('.'));
  });

  it('says so where there is nothing to do, which is no failure', async () => {
    folder().write('a.bicep', 'wrong');
    assert.deepEqual(await run('--shard 2/2'), {
      status: 0,
      stdout: 'Nothing was checked.\n',
      stderr: 'pelint: no file is left for shard 2 of 2\n',
    });
  });

  const refused: readonly (readonly [args: string, message: RegExp])[] = [
    ...['0/2', '3/2', '1', '1/', 'a/b', '1/2/3', '1.5/2'].map(
      (text) => [`--shard ${text}`, /as in 1\/4, not '/] as const,
    ),
    ['--shard 1/2 --stdin-filename a.bicep', /^--shard and --stdin-filename exclude each other\.$/],
    ['--shard 1/2 --baseline b.json --update-baseline', /^--shard and --update-baseline exclude each other\.$/],
  ];
  for (const [args, message] of refused) {
    it(`refuses '${args}'`, () => assert.rejects(run(args), { name: 'UsageError', message }));
  }
});
