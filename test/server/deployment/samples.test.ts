import assert from 'node:assert/strict';
import { compareResources, type Judgement } from '../../support/compare-resources';
import { evaluateSample, evaluationSamples, recordedSnapshot } from '../../support/samples';
import { readSnapshot, resourcesOf } from '../../support/snapshots';

/** What the engine answers from a resource's declaration alone; Azure may know more of it or put it in another order, so we do not. */
const COMPOSED: ReadonlySet<string> = new Set(['language/self.bicep Test.Rp/things properties.whole']);

/** What the real engine made of the samples is recorded beside them; `test/oracle` asks it again. */
describe('samples of templates', () => {
  for (const sample of evaluationSamples()) {
    it(`${sample.name} is evaluated as the real engine does`, () => {
      const deployment = evaluateSample(sample);
      assert.deepEqual([deployment.unread, deployment.incomplete], [[], false]);
      const { judgements, missing, extra } = compareResources(
        readSnapshot(recordedSnapshot(sample)),
        resourcesOf(deployment),
      );
      assert.deepEqual({ missing, extra }, { missing: [], extra: [] });
      const isWrong = ({ verdict, where }: Judgement): boolean =>
        verdict === 'different' || (verdict === 'less' && !COMPOSED.has(`${sample.name} ${where}`));
      assert.deepEqual(judgements.filter(isWrong), []);
    });
  }
});
