import assert from 'node:assert/strict';
import type { Value } from '../../../../server/src/deployment/values/value';
import { objectOf, text, unknown, valueKey } from '../../../../server/src/deployment/values/values';
import { evaluatedValue, type JsonValue } from '../../../../server/src/formats/evaluated-value';
import { evaluateArm, evaluateBicep } from '../../../support/evaluate-text';

/** What the Bicep expression comes to, and what comes of the ARM expression that the compiler makes of it. */
const pairs: readonly (readonly [string, string, JsonValue])[] = [
  ['{ a: 1 }.?b.c', "tryGet(createObject('a', 1), 'b', 'c')", null],
  ['{ a: 1 }.?b.c[0].d', "tryGet(createObject('a', 1), 'b', 'c', 0, 'd')", null],
  ['{ a: { b: 1 } }.?a.c', "tryGet(createObject('a', createObject('b', 1)), 'a', 'c')", null],
  ['{ a: 1 }.?b!.c', "tryGet(createObject('a', 1), 'b', 'c')", null],
  ['[1][?1].x', "tryGet(createArray(1), 1, 'x')", null],
  ["{ a: { b: 'c' } }[?'a'].b", "tryGet(createObject('a', createObject('b', 'c')), 'a', 'b')", 'c'],
  ["'text'.?a", "tryGet('text', 'a')", null],
  ['[0, ...[1, 2], 3]', 'flatten(createArray(createArray(0), createArray(1, 2), createArray(3)))', [0, 1, 2, 3]],
  [
    '{ a: 1, ...{ A: 2, b: 3 }, c: 4 }',
    "shallowMerge(createArray(createObject('a', 1), createObject('A', 2, 'b', 3), createObject('c', 4)))",
    { a: 2, b: 3, c: 4 },
  ],
];

describe('Values put together of others', () => {
  for (const [bicep, arm, expected] of pairs) {
    it(bicep, () => {
      assert.deepEqual(evaluatedValue(evaluateBicep(bicep)), expected);
      assert.deepEqual(evaluatedValue(evaluateArm(arm)), expected);
    });
  }

  const flag = unknown('nobody knows', 'param(flag)');
  const names = { flag, map: objectOf([['weu', text('we')]]), region: unknown('nobody knows', 'param(region)') };
  const evaluated = (expression: string): JsonValue => evaluatedValue(evaluateBicep(expression, names));

  it('a chain in parentheses ends there', () => {
    assert.deepEqual(evaluated('({ a: 1 }.?b).c'), { unknown: "null has no 'c'" });
  });

  it('a spread choice is a choice of the whole', () => {
    const options = [{ a: 1, b: 2 }, { a: 1 }];
    assert.deepEqual(evaluated('{ a: 1, ...(flag ? { b: 2 } : {}) }'), {
      unknown: 'it is one of several values',
      oneOf: options,
    });
    assert.deepEqual(evaluated('[1, ...(flag ? [2] : [])]'), {
      unknown: 'it is one of several values',
      oneOf: [[1, 2], [1]],
    });
  });

  it('too many spread choices leave what is certain', () => {
    const choices = Array.from({ length: 6 }, (_, index) => `...(flag == ${index} ? { b${index}: 2 } : {})`);
    const value = evaluated(`{ ${[...choices, 'a: 1'].join(', ')} }`);
    assert.deepEqual(value, { a: 1, '*': { unknown: 'there may be more properties' } });
  });

  it('a choice inside an item stays inside', () => {
    const value: Value = evaluateBicep('[flag ? 1 : 2, flag ? 3 : 4]', names);
    assert.equal(value.kind, 'array');
  });

  it('a safe look-up with an unknown name may find nothing', () => {
    assert.equal(valueKey(evaluateBicep('map[region]', names)), '"we"');
    assert.deepEqual(evaluated('map[?region]'), { unknown: 'it is one of several values', oneOf: ['we', null] });
  });
});
