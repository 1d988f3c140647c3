import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { BicepCompiler } from '../support/bicep-compiler';
import { askEngine, copySamples, evaluationSamples, recordedSnapshot } from '../support/samples';
import { temporaryFolder, type TemporaryFolder } from '../support/temporary-folder';

/**
 * Asks the real engine whether the recorded snapshots are its own. With PELINT_RECORD=1 in the environment, records what it says of
 * samples that have no snapshot yet; delete a snapshot to record it anew.
 */
describe('Samples of the evaluator, asked of the real engine', () => {
  let folder: TemporaryFolder | undefined;
  let compiler: BicepCompiler | undefined;

  before(function () {
    compiler = BicepCompiler.find();
    if (!compiler) return this.skip();
    folder = temporaryFolder();
    copySamples(folder.path);
  });

  after(() => {
    compiler?.close();
    folder?.remove();
  });

  for (const sample of evaluationSamples()) {
    it(sample.name, async () => {
      assert(compiler && folder);
      const snapshot = await askEngine(sample, folder.path, compiler);
      const file = recordedSnapshot(sample);
      if (!existsSync(file) && process.env['PELINT_RECORD'] === '1') writeFileSync(file, snapshot);
      assert.equal(snapshot, readFileSync(file, 'utf8'));
    });
  }
});
