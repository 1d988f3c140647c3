import assert from 'node:assert/strict';
import path from 'node:path';
import { staleFiles } from '../scripts/generate/generated-files';
import { repositoryRoot } from './support/repository';

describe('generated files', () => {
  it('are current (else: npm run generate)', async () => {
    const stale = await staleFiles();
    assert.deepEqual(
      stale.map((file) => path.relative(repositoryRoot, file)),
      [],
    );
  });
});
