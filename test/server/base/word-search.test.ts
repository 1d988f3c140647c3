import assert from 'node:assert/strict';
import { WordSearch } from '../../../server/src/base/word-search';
import { randomNumbers } from '../../support/random';

const found = (words: readonly string[], text: string): readonly string[] =>
  [...new WordSearch(words).find(text)].sort();

describe('a search for words', () => {
  it('finds them in whatever case, at both ends of a text and within other words', () => {
    const words = ['backup', 'vhd', "'br", '\\u'];
    assert.deepEqual(found(words, "BackUp of my.VHDx, 'BR \\U{62}"), ["'br", '\\u', 'backup', 'vhd']);
    assert.deepEqual(found(words, 'back up'), []);
    assert.deepEqual(found(words, ''), []);
  });

  it('finds words that end each other, overlap or begin each other', () => {
    assert.deepEqual(found(['he', 'she', 'his', 'hers'], 'ushers'), ['he', 'hers', 'she']);
    assert.deepEqual(found(['aab', 'ab', 'b'], 'aaab'), ['aab', 'ab', 'b']);
    assert.deepEqual(found(['backup', 'backupvault'], 'a backupvaul'), ['backup']);
  });

  it('passes over letters beyond ASCII, also those that have such a letter as their lower case', () => {
    assert.deepEqual(found(['backup'], 'bac\u212Aup and bäckup, Zürich 😀 backup'), ['backup']);
    assert.deepEqual(found(['backup'], 'bac\u212Aup'), []);
  });

  it('finds what looking for each word by itself finds', () => {
    const random = randomNumbers(7);
    const below = (end: number): number => Math.floor(random() * end);
    const text = (length: number): string => Array.from({ length }, () => 'abBc'.charAt(below(4))).join('');
    for (let run = 0; run < 2000; run++) {
      const words = Array.from({ length: 5 }, () => text(1 + below(4)).toLowerCase());
      const within = text(below(30));
      const expected = words.filter((word) => within.toLowerCase().includes(word));
      assert.deepEqual(found(words, within), [...new Set(expected)].sort(), `${words.join(' ')} in ${within}`);
    }
  });
});
