import assert from 'node:assert/strict';
import { changedPart } from '../../../server/src/base/changed-part';
import { randomNumbers } from '../../support/random';

describe('the changed part of a text', () => {
  for (const [before, after, expected] of [
    ['', '', [0, 0, 0]],
    ['same', 'same', [4, 4, 4]],
    ['', 'new', [0, 0, 3]],
    ['old', '', [0, 3, 0]],
    ['one two three', 'one 2 three', [4, 7, 5]],
    ['aaa', 'aaaa', [3, 3, 4]],
    ['aaaa', 'aaa', [3, 4, 3]],
    ['abc', 'xyz', [0, 3, 3]],
  ] as const)
    it(`is what differs between '${before}' and '${after}'`, () => {
      const { start, endBefore, endAfter } = changedPart(before, after);
      assert.deepEqual([start, endBefore, endAfter], expected);
    });

  it('makes the one text of the other, and neither begins nor ends with what is the same', () => {
    const random = randomNumbers(11);
    const below = (end: number): number => Math.floor(random() * end);
    const text = (length: number): string => Array.from({ length }, () => 'ab'.charAt(below(2))).join('');
    for (let run = 0; run < 3000; run++) {
      const [before, after] = [text(below(12)), text(below(12))];
      const { start, endBefore, endAfter } = changedPart(before, after);
      const [removed, added] = [before.slice(start, endBefore), after.slice(start, endAfter)];
      assert.equal(before.slice(0, start) + added + before.slice(endBefore), after);
      if (removed === '' || added === '') continue;
      assert.notEqual(removed.charAt(0), added.charAt(0));
      assert.notEqual(removed.at(-1), added.at(-1));
    }
  });
});
