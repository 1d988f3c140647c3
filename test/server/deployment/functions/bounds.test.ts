import assert from 'node:assert/strict';
import { reasonOf } from '../../../../server/src/deployment/expressions/access';
import { BudgetExceeded } from '../../../../server/src/deployment/expressions/budget';
import { MOST_LEVELS, sizeOf } from '../../../../server/src/deployment/values/sizes';
import type { Value } from '../../../../server/src/deployment/values/value';
import { valueKey } from '../../../../server/src/deployment/values/values';
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
  });

  it('know nothing of a text that grows for ever', () => {
    for (const step of ['concat(text, text)', "replace(text, 'a', 'aa')", "'${text}${text}'"]) {
      const value = evaluateBicep(`reduce(range(0, 60), 'ab', (text, _) => ${step})`);
      assert.equal(reasonOf(value), 'the text is too long', step);
    }
  });

  it('know nothing of the parts that make a value too large or too deep', () => {
    const wide = evaluateBicep('reduce(range(0, 60), [1], (list, _) => [list, list])');
    assert.equal(reasonOf(lastOf(wide)), 'it is too large');
    const deep = evaluateBicep('reduce(range(0, 1000), {}, (inner, _) => { inner: inner })');
    assert.ok(sizeOf(deep) <= MOST_LEVELS + 1);
    assert.match(valueKey(deep), /^.{1,200}$/);
  });
});

function lastOf(value: Value): Value {
  const last = value.kind === 'array' ? value.items.at(-1) : undefined;
  return last ? lastOf(last) : value;
}
