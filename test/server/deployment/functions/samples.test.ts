import assert from 'node:assert/strict';
import type { Value } from '../../../../server/src/deployment/values/value';
import { toJson } from '../../../../server/src/deployment/functions/json-writer';
import { evaluateArm, evaluateBicep } from '../../../support/evaluate-text';
import { bicepSamples } from './samples';
import { armSamples } from './samples/arm';
import { notFollowedSamples } from './samples/not-followed';
import { REFUSED, type Sample } from './samples/sample';

/** `test/oracle/functions.test.ts` asks the real engine the same. */
describe('template functions', () => {
  for (const [family, samples] of Object.entries(bicepSamples)) {
    describe(family, () => {
      checkAll(samples, evaluateBicep);
    });
  }

  describe("ARM's own expressions", () => {
    checkAll(armSamples, evaluateArm);
  });

  describe('what is left unknown', () => {
    for (const [expression] of notFollowedSamples) {
      it(expression, () => {
        assert.equal(toJson(evaluateBicep(expression)), undefined);
      });
    }
  });
});

function checkAll(samples: readonly Sample[], evaluate: (expression: string) => Value): void {
  for (const [expression, expected] of samples) {
    it(expression, () => {
      const json = toJson(evaluate(expression));
      if (expected === REFUSED) assert.equal(json, undefined);
      // The order of names counts, too, but for names that are numbers: JavaScript puts these first.
      else assert.equal(json && JSON.stringify(JSON.parse(json)), JSON.stringify(expected));
    });
  }
}
