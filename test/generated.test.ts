import assert from 'node:assert/strict';
import { staleFiles } from '../scripts/generate/generated-files';

describe('generated files', () => {
  it('are current (else: npm run generate)', async function () {
    this.timeout(60_000);
    assert.deepEqual(await staleFiles(), []);
  });
});
