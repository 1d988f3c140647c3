import assert from 'node:assert/strict';
import { nearest } from '../../../server/src/base/nearest';

describe('nearest', () => {
  const candidates = ['format', 'fix', 'severity', 'no-ignore', 'ignore'];
  const table: readonly (readonly [word: string, meant: string | undefined])[] = [
    ['formt', 'format'],
    ['fromat', 'format'],
    ['FORMAT', 'format'],
    ['sev', 'severity'],
    ['fux', 'fix'],
    ['no-ingore', 'no-ignore'],
    ['output', undefined],
    ['', undefined],
  ];
  for (const [word, meant] of table) {
    it(`takes '${word}' for ${meant ?? 'nothing'}`, () => assert.equal(nearest(word, candidates), meant));
  }
});
