import assert from 'node:assert/strict';
import type { JsonValue } from '../../../../server/src/formats/evaluated-value';
import type { Expression } from '../../../../server/src/syntax/expression';
import { parseYaml } from '../../../../server/src/syntax/yaml/parse';
import { readMarks } from '../../../support/marks';
import { yamlSamples } from './samples';

/** `test/oracle/yaml.test.ts` asks the compiler the same. */
describe('parseYaml', () => {
  for (const [text, expected] of yamlSamples) {
    it(`${expected === undefined ? 'refuses' : 'reads'} ${JSON.stringify(text)}`, () => {
      const root = parseYaml(text);
      assert.deepEqual(root && plainValue(root), expected);
    });
  }

  it('says where everything stands, and what is spelled letter by letter', () => {
    const marked = readMarks(`a: ‹one›\nb: [‹"two"›, ‹'it''s'›]\n‹c›: ‹&x 5›\n`.replace('‹&x 5›', '&x ‹5›'));
    const root = parseYaml(marked.text);
    assert(root?.kind === 'object');
    const [a, b, c] = root.members.map((member) => (member.kind === 'property' ? member : undefined));
    assert(a && c && b?.value.kind === 'array');
    const [two, its] = b.value.items;
    assert(two && its);
    const nodes = [a.value, two, its, c.key, c.value];
    assert.deepEqual(
      nodes.map(({ start, end }) => ({ start, end })),
      marked.spans,
    );
    const strings = nodes.filter((node) => node.kind === 'string');
    assert.deepEqual(
      strings.map(({ value, exact, contentStart }) => exact && marked.text.startsWith(value, contentStart)),
      [true, true, false, true],
    );
  });

  it('leaves out numbers that Azure does not have', () => {
    const root = parseYaml('[.inf, -.INF, .nan]');
    assert(root?.kind === 'array');
    assert.deepEqual(
      root.items.map(({ kind }) => kind),
      ['skipped', 'skipped', 'skipped'],
    );
  });

  it('gives up what is too much', () => {
    const line = (index: number): string => `a${index}: &a${index} [${`*a${index - 1},`.repeat(10)}]\n`;
    const laughs = `a0: &a0 [ha]\n${Array.from({ length: 12 }, (_, index) => line(index + 1)).join('')}`;
    assert.equal(parseYaml(laughs), undefined);
    assert.equal(parseYaml('['.repeat(50_000)), undefined);
    assert.equal(parseYaml(`${'['.repeat(20_000)}${']'.repeat(20_000)}`), undefined);
  });

  it('reads many keys in time', function () {
    this.timeout(10_000);
    const text = Array.from({ length: 10_000 }, (_, index) => `key${index}: value\n`).join('');
    const root = parseYaml(text);
    assert.equal(root?.kind === 'object' && root.members.length, 10_000);
  });
});

function plainValue(expression: Expression): JsonValue {
  switch (expression.kind) {
    case 'string':
    case 'number':
    case 'boolean':
      return expression.value;
    case 'null':
      return null;
    case 'array':
      return expression.items.map((item) => plainValue(item as Expression));
    case 'object':
      return Object.fromEntries(
        expression.members.map((member): [string, JsonValue] => {
          assert(member.kind === 'property' && member.name !== undefined);
          return [member.name, plainValue(member.value)];
        }),
      );
    default:
      throw new Error(`${expression.kind} is no YAML`);
  }
}
