import assert from 'node:assert/strict';
import { parseGlob } from '../../../server/src/base/glob';

/** For each pattern the paths that it means, and those that it does not. */
const cases: readonly (readonly [pattern: string, meant: string, notMeant: string])[] = [
  ['main.bicep', 'main.bicep a/b/main.bicep', 'main.bicepparam xmain.bicep'],
  ['*.bicep', 'a.bicep a/b.bicep .bicep', 'a.json a.bicep.txt'],
  ['./main.bicep', 'main.bicep', 'a/main.bicep'],
  ['/modules', 'modules/a.bicep modules/b/c.bicep', 'a/modules/b.bicep'],
  ['modules', 'modules/a.bicep a/modules/b/c.bicep', 'modules.bicep'],
  ['modules/', 'modules/a.bicep a/modules/b.bicep', 'modules a/modules'],
  ['modules/*.bicep', 'modules/a.bicep', 'modules/a/b.bicep a/modules/b.bicep'],
  ['modules/**', 'modules/a.bicep modules/a/b.json', 'a/modules/b.bicep'],
  ['modules/**/*.bicep', 'modules/a.bicep modules/a/b/c.bicep', 'modules/a.json'],
  ['**/test/**', 'test/a.bicep a/test/b/c.bicep', 'testing/a.bicep'],
  ['**', 'a a/b', ''],
  ['a?c', 'abc x/a.c', 'ac abbc'],
  ['a*b*c', 'abc aXbYbZc', 'ab acb'],
  ['{dev,test}/*.{bicep,json}', 'dev/a.bicep test/b.json', 'prod/a.bicep dev/a.yaml'],
  ['{a,b{c,d}}.json', 'a.json bc.json bd.json', 'b.json c.json'],
  ['[a-c]x', 'ax cx', 'dx Ax'],
  ['[!a]x', 'bx', 'ax x'],
  ['[x', '[x', 'x'],
  ['a+(b).json', 'a+(b).json', 'ab.json'],
];

describe('parseGlob', () => {
  for (const [pattern, meant, notMeant] of cases) {
    it(pattern, () => {
      const paths = [meant, notMeant].map((list) => list.split(' ').filter((path) => path !== ''));
      const glob = parseGlob(pattern);
      assert.ok(typeof glob === 'object');
      const found = paths.flat().filter((path) => glob.matches(path));
      assert.deepEqual(found, paths[0]);
    });
  }

  for (const pattern of ['', ' ', '!a', 'a\\b', '../a', 'a/../b', '{a,..}/b', '{1,2,3,4,5}'.repeat(9)]) {
    it(`refuses '${pattern}'`, () => assert.equal(typeof parseGlob(pattern), 'string'));
  }

  it('does not take long over many stars', () => {
    const glob = parseGlob(`${'**/*a*'.repeat(30)}b`);
    assert.ok(typeof glob === 'object');
    const started = performance.now();
    assert.ok(!glob.matches(`${'a'.repeat(200)}/`.repeat(50)));
    assert.ok(performance.now() - started < 500);
  });
});
