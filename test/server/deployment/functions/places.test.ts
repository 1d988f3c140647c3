import assert from 'node:assert/strict';
import type { KnownSegment } from '../../../../server/src/deployment/values/value';
import { evaluateBicep, EXPRESSION_START } from '../../../support/evaluate-text';

/** Each known segment of what an expression comes to, where it is spelled letter by letter; `-` where it is not. */
function spelled(expression: string): readonly string[] {
  const value = evaluateBicep(expression);
  const segments = value.kind === 'text' ? value.segments : [];
  return segments
    .filter((segment): segment is KnownSegment => segment.kind === 'known')
    .map(({ text, offset }) => {
      if (offset === undefined) return '-';
      const at = offset - EXPRESSION_START;
      assert.equal(expression.slice(at, at + text.length), text);
      return `${text}@${at}`;
    });
}

/** The literal that each known segment came from. */
function literals(expression: string): readonly (string | undefined)[] {
  const value = evaluateBicep(expression);
  const segments = value.kind === 'text' ? value.segments : [];
  return segments.map((segment) => {
    if (segment.kind === 'hole' || !segment.trail) return undefined;
    const { start, end } = segment.trail;
    return expression.slice(start - EXPRESSION_START, end - EXPRESSION_START);
  });
}

describe('places that functions keep', () => {
  const rows: readonly (readonly [string, readonly string[]])[] = [
    ["substring('abcdef', 2, 3)", ['cde@13']],
    ["toLower('abc')", ['abc@9']],
    ["toLower('aBc')", ['-']],
    ["concat('ab', 'cd')", ['ab@8', 'cd@14']],
    ["take(concat('ab', 'cd'), 3)", ['ab@13', 'c@19']],
    ["skip(concat('ab', 'cd'), 1)", ['b@14', 'cd@19']],
    ["trim('  ab ')", ['ab@8']],
    ["split('a/bc/d', '/')[1]", ['bc@9']],
    ["last(split('a/bc/de', '/'))", ['de@17']],
    ["replace('a.{x}.b', '{x}', 'mid')", ['a.@9', 'mid@27', '.b@14']],
    ["format('a{0}b{{', 'mid')", ['a@8', 'mid@19', 'b@12', '{@13']],
    ["join(['ab', 'c'], '-')", ['ab@7', '-@19', 'c@13']],
    ['json(\'{"a": "xyz"}\').a', ['xyz@13']],
    ["first('abc')", ['a@7']],
    ["last('abc')", ['c@8']],
    ['objectKeys({ abc: 1 })[0]', ['abc@13']],
    ["items({ 'abc': 1 })[0].key", ['abc@9']],
  ];
  for (const [expression, expected] of rows) {
    it(expression, () => {
      assert.deepEqual(spelled(expression), expected);
    });
  }

  it('know the literal of letters whose case was changed', () => {
    assert.deepEqual(literals("toUpper(concat('ab', 'cd'))"), ["'ab'", "'cd'"]);
  });

  it('give the call as the place of what was computed', () => {
    assert.deepEqual(literals("uniqueString('a')"), ["uniqueString('a')"]);
  });
});
