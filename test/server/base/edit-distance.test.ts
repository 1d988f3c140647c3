import assert from 'node:assert/strict';
import { editDistance } from '../../../server/src/base/edit-distance';

const cases: readonly (readonly [string, string, number])[] = [
  ['', '', 0],
  ['', 'eus', 3],
  ['eus', 'eus', 0],
  ['eus', 'eus2', 1],
  ['eus', 'wus', 1],
  ['eus', 'esu', 1],
  ['eastus', 'easuts', 1],
  ['kitten', 'sitting', 3],
  ['ca', 'abc', 3],
];

describe('editDistance', () => {
  for (const [a, b, expected] of cases) {
    it(`is ${expected} from "${a}" to "${b}" and back`, () => {
      assert.equal(editDistance(a, b), expected);
      assert.equal(editDistance(b, a), expected);
    });
  }
});
