import assert from 'node:assert/strict';
import { quickHash } from '../../../server/src/base/quick-hash';

describe('quickHash', () => {
  it('is 32 hexadecimal digits, the same for the same text', () => {
    assert.match(quickHash(''), /^[\da-f]{32}$/);
    assert.equal(quickHash('vault'), quickHash(['va', 'ult'].join('')));
  });

  it('is another for each of many texts that differ in little', () => {
    const texts = Array.from({ length: 20_000 }, (_, index) => [
      `a${index}`,
      `${index}a`,
      'a'.repeat(index % 500) + index,
    ]);
    const distinct = new Set(texts.flat());
    assert.equal(new Set([...distinct].map(quickHash)).size, distinct.size);
  });

  it('has no half in which texts that differ in one letter are alike', () => {
    const hashes = Array.from({ length: 5_000 }, (_, index) =>
      quickHash(`${'x'.repeat(100)}${String.fromCharCode(index)}`),
    );
    assert.equal(new Set(hashes.map((hash) => hash.slice(0, 16))).size, hashes.length);
    assert.equal(new Set(hashes.map((hash) => hash.slice(16))).size, hashes.length);
  });
});
