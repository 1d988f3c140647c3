import assert from 'node:assert/strict';
import { BudgetExceeded } from '../../../../server/src/deployment/budget';
import { evaluateBicep } from '../../../support/evaluate-text';

describe('bounds of template functions', () => {
  it('make no ranges that Azure would not make', () => {
    assert.equal(evaluateBicep('range(0, 1000000000)').kind, 'unknown');
    assert.equal(evaluateBicep('length(range(0, 10000))').kind, 'number');
  });

  it('make no padding without end', () => {
    assert.throws(() => evaluateBicep("padLeft('a', 1000000000)", {}, 10_000), BudgetExceeded);
  });

  it('count what they make', () => {
    const squared = 'map(range(0, 1000), a => map(range(0, 1000), b => a))';
    assert.throws(() => evaluateBicep(squared, {}, 100_000), BudgetExceeded);
    const doubling = "reduce(range(0, 60), 'ab', (text, _) => concat(text, text))";
    assert.throws(() => evaluateBicep(doubling, {}, 1_000_000), BudgetExceeded);
    const replacing = "reduce(range(0, 60), 'ab', (text, _) => replace(text, 'a', 'aa'))";
    assert.throws(() => evaluateBicep(replacing, {}, 1_000_000), BudgetExceeded);
  });
});
