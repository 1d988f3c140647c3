import assert from 'node:assert/strict';
import type { Nature, TextValue, Value } from '../../../../server/src/deployment/values/value';
import { array, object, textKey, unknown, valueKey } from '../../../../server/src/deployment/values/values';
import { evaluateBicep } from '../../../support/evaluate-text';

/** Names that the expressions below use; what they stand for is not known. */
const names: Readonly<Record<string, Value>> = {
  param: unknown('it has no value', 'param'),
  other: unknown('it has no value', 'other'),
  location: unknown('it has no value', 'location', undefined, 'region'),
  vaultName: unknown('it has no value', 'name', undefined, 'name'),
  someItems: array([evaluateBicep("'a'")], true),
  someEntries: object(new Map([['a', { value: evaluateBicep("'x'"), key: undefined }]]), true),
};

const evaluate = (expression: string): Value => evaluateBicep(expression, names);

/** Texts with their holes as `{key}`, other values by their key; unknown ones as `?`. */
function shown(expression: string): string {
  const value = evaluate(expression);
  if (value.kind === 'unknown') return '?';
  return value.kind === 'text' ? textKey(value) : valueKey(value);
}

function table(rows: readonly (readonly [expression: string, expected: string])[]): void {
  for (const [expression, expected] of rows) {
    it(`${expression} is ${expected}`, () => {
      assert.equal(shown(expression), expected);
    });
  }
}

describe('functions of what is not fully known', () => {
  describe('keep what is known of a text', () => {
    table([
      ["toLower('AB-${param}-C')", 'ab-{tolower(param)}-c'],
      ["toLower(toLower('X${param}'))", 'x{tolower(param)}'],
      ["concat('a', param, 1)", 'a{param}1'],
      ["format('{0}-{1}', 'a', param)", 'a-{param}'],
      ["format('{0:D3}', param)", '{format:d3(param)}'],
      ["format('{0,5}', param)", '?'],
      ["join(['a', param], '-')", 'a-{param}'],
      ["join(someItems, '-')", '?'],
      ["replace('a.${param}.b', '.', '-')", 'a-{replace(param,".","-")}-b'],
      ["replace('ab${param}', 'bc', '-')", '?'],
      ["replace('privatelink.{regionCode}.x', '{regionCode}', param)", 'privatelink.{param}.x'],
      ["trim('a ${param} b')", 'a {param} b'],
      ["trim('a ${param}')", '?'],
      ["trim('a ${vaultName}')", 'a {name}'],
      ["substring('abc${param}', 1, 2)", 'bc'],
      ["substring('abc${param}', 1)", 'bc{param}'],
      ["substring('abc${param}', 1, 5)", '?'],
      ["take('abc${param}', 2)", 'ab'],
      ["take('abc${param}', 4)", '?'],
      ["skip('abc${param}', 2)", 'c{param}'],
      ["first('abc${param}')", 'a'],
      ["first('${param}abc')", '?'],
      ["last('${param}abc')", 'c'],
      ["split('a/${vaultName}/b', '/')[1]", '{name}'],
      ["split('a/${param}/b', '/')", '?'],
      ["uniqueString('a', param)", '?'],
      ['json(\'{"a": "${param}"}\')', '?'],
    ]);
  });

  describe('decide what is certain', () => {
    table([
      ["startsWith('abc${param}', 'AB')", 'true'],
      ["startsWith('abc${param}', 'abx')", 'false'],
      ["startsWith('abc${param}', 'abcd')", '?'],
      ["endsWith('${param}.net', '.NET')", 'true'],
      ["endsWith('${param}.net', '.com')", 'false'],
      ["endsWith('${param}.net', 'azure.net')", '?'],
      ["contains('a${param}b', 'a')", 'true'],
      ["contains('a${param}b', 'c')", '?'],
      ["indexOf('abc${param}', 'c')", '2'],
      ["indexOf('abc${param}', 'd')", '?'],
      ["empty('a${param}')", 'false'],
      ["empty('${param}')", '?'],
      ['empty(someItems)', 'false'],
      ['length(someItems)', '?'],
      ["length('a${param}')", '?'],
      ["contains(someItems, 'a')", 'true'],
      ["contains(someItems, 'b')", '?'],
      ["contains(['a', param], 'a')", 'true'],
      ["contains(['a', param], 'b')", '?'],
      ["contains(someEntries, 'A')", 'true'],
      ["contains(someEntries, 'b')", '?'],
      ["indexOf(['a', param], 'a')", '0'],
      ["indexOf([param, 'a'], 'a')", '?'],
      ['first(someItems)', '?'],
      ['max(1, param)', '?'],
    ]);
  });

  describe('compare', () => {
    table([
      ['param == param', 'true'],
      ['param == other', '?'],
      ["param == 'a'", '?'],
      ["'a${param}' == 'a${param}'", 'true'],
      ["'a${param}' == 'b${param}'", 'false'],
      ["'${param}a' == '${other}b'", 'false'],
      ["'a${param}' == 'a'", '?'],
      ["'a${param}b${other}c' == 'axc'", 'false'],
      ["'a-${param}' =~ 'A-${param}'", 'true'],
      ["toLower('a-${param}') =~ 'A-${toLower(param)}'", 'true'],
      ["'a-${param}' =~ 'B-${param}'", 'false'],
      ["[param, 'a'] == [param, 'b']", 'false'],
      ['[param] == [param]', 'true'],
      ['someItems == []', 'false'],
      ["someItems == ['a']", '?'],
      ['{a: param} == {a: other}', '?'],
      ['{a: param} == {b: param}', 'false'],
      ['someEntries == {b: 1}', 'false'],
      ["someEntries == {a: 'x'}", '?'],
      ["1 == '${param}'", 'false'],
    ]);
  });

  describe('leave collections open', () => {
    table([
      ["concat(['a'], param)", '["a",…]'],
      ["union(['a', 'b'], ['b', param])", '["a","b",…]'],
      ["union(['a'], param)", '["a",…]'],
      ['union({a: 1}, someEntries)', '{"a":"x",…}'],
      ['union(someEntries, {a: 1, b: 2})', '{"a":1,"b":2,…}'],
      ['union(someEntries, {b: {c: 1}}).b', '{"c":1,…}'],
      ['union({a: 1, b: 2}, someEntries).b', '?'],
      ['union({a: 1}, param).a', '?'],
      ['union({a: 1}, {a: param}).a', '?'],
      ['union({a: {b: 1}}, {a: param}).a.b', '?'],
      ['union({a: 1}, {b: param})', '{"a":1,"b":param}'],
      ["intersection(['a', 'b'], ['b', param])", '?'],
      ["intersection(['a'], ['a', param])", '["a"]'],
      ['items(someEntries)', '[{"key":"a","value":"x"},…]'],
      ["flatten([['a'], param])", '["a",…]'],
      ["filter(['a', param], x => x == 'a')", '["a",…]'],
      ["map(someItems, x => '${x}!')", '["a!",…]'],
      ["map([param], x => '${x}!')[0]", '{param}!'],
      ["toObject(['a', param], x => x)", '{"a":"a",…}'],
      ["toObject(['a'], x => x, x => param).a == param", 'true'],
      ["groupBy(['a', param], x => x)", '{"a":["a",…],…}'],
      ['sort([1, param], (a, b) => a < b)', '?'],
      ['reduce(someItems, 0, (sum, x) => sum + 1)', '?'],
      ['shallowMerge([{a: 1}, param]).a', '?'],
      ['array(param)', '?'],
      ["createObject(param, 1, 'b', 2)", '{"b":2,…}'],
    ]);
  });

  it('tell apart what was perhaps replaced', () => {
    const replaced = evaluate('union({a: 1, b: 1}, param)');
    assert.equal(replaced.kind, 'object');
    const keys = replaced.kind === 'object' ? [...replaced.entries.values()].map(({ value }) => valueKey(value)) : [];
    assert.equal(new Set(keys).size, 2);
    assert.equal(shown('union({a: 1}, param).a == union({a: 1}, other).a'), '?');
  });

  const natures: readonly (readonly [string, Nature | undefined])[] = [
    ['toLower(location)', 'region'],
    ["toUpper('${location}')", 'region'],
    ["replace('x${location}', ' ', '')", 'region'],
    ["toLower(replace(location, ' ', ''))", 'region'],
    ["replace(location, 'east', 'e')", undefined],
    ["replace('x${location}', 'east', 'e')", undefined],
    ["replace('x${location}', '/', '-')", 'region'],
  ];
  for (const [expression, nature] of natures) {
    it(`${expression} is ${nature ?? 'nothing'} by nature`, () => {
      const value = evaluate(expression);
      const hole = value.kind === 'text' ? holeOf(value) : value;
      assert.equal(hole?.kind === 'unknown' ? hole.nature : 'no unknown', nature);
    });
  }

  it('give the call a key, so that the same call of the same unknown is equal to itself', () => {
    assert.equal(shown('length(param) == length(param)'), 'true');
    assert.equal(shown('length(param) == length(other)'), '?');
  });
});

function holeOf(value: TextValue): Value | undefined {
  const hole = value.segments.find((segment) => segment.kind === 'hole');
  return hole?.kind === 'hole' ? hole.value : undefined;
}
