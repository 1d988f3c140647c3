import assert from 'node:assert/strict';
import { canBecome, hole, lowerCaseName, splitLabels } from '../../../../server/src/domain/names/zone-labels';

describe('splitLabels', () => {
  it('gives each label its place and ignores the dot at the end', () => {
    const name = 'PrivateLink.EUS.backup.';
    const labels = splitLabels(name);
    assert.deepEqual(
      labels.map(({ text }) => text),
      ['privatelink', 'eus', 'backup'],
    );
    for (const { text, start, end } of labels) assert.equal(name.slice(start, end).toLowerCase(), text);
  });

  it('keeps the length of letters that grow in lower case', () => {
    assert.equal(lowerCaseName('İA.B').length, 4);
  });
});

describe('canBecome', () => {
  const cases: readonly (readonly [string, string, boolean])[] = [
    ['abc', 'abc', true],
    ['abc', 'abd', false],
    ['#', '', true],
    ['#', 'a.b', true],
    ['a#', 'abc', true],
    ['#c', 'abc', true],
    ['a#c', 'ac', true],
    ['ab#bc', 'abc', false],
    ['a#b#c', 'aXbYc', true],
    ['a#b#c', 'aXcYb', false],
    ['##', 'abc', true],
  ];
  for (const [pattern, text, expected] of cases) {
    it(`${pattern} ${expected ? 'can' : 'cannot'} become "${text}"`, () => {
      assert.equal(canBecome(pattern.replaceAll('#', hole), text), expected);
    });
  }

  it('takes no time for many holes', () => {
    assert.equal(canBecome(`${`${hole}a`.repeat(5_000)}b`, 'a'.repeat(10_000)), false);
  });
});
