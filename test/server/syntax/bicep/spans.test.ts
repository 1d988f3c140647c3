import assert from 'node:assert/strict';
import { parseBicep } from '../../../../server/src/syntax/bicep/parse';
import { bicepChildren, type BicepNode } from '../../../../server/src/syntax/bicep/walk';
import { readMarks } from '../../../support/marks';

describe('Spans of Bicep nodes', () => {
  // ‹…› marks where exactly one node of this kind stands.
  const cases: readonly (readonly [kind: string, marked: string])[] = [
    ['param', "‹@description('x')\nparam a string = 'b'› // why\n"],
    ['decorator', "‹@description('x')›\n\nparam a string\n"],
    ['call', "@‹description('x')›\nparam a string\n"],
    ['var', '// before\n‹var a = 1›\n'],
    ['resource', "‹@a()\nresource b 'c' existing = {\n}›\n"],
    ['object', "resource b 'c' = ‹{\n  d: 1\n}›\n"],
    ['property', 'var a = {\n  ‹b: 1› // c\n}\n'],
    ['number', 'var a = {\n  b: ‹1›\n}\n'],
    ['for', "resource a 'b' = ‹[\n  for c in d: {\n  }\n]›\n"],
    ['if', "resource a 'b' = ‹if (c) {\n}›\n"],
    ['string', "var a = [ ‹'b'› ]\n"],
    ['string', "var a = ‹'''\nb'''›\n"],
    ['interpolation', "var a = ‹'b${c}d'›\n"],
    ['binary', 'var a = ‹b + c›\n'],
    ['ternary', 'var a = ‹b\n  ? c\n  : d›\n'],
    ['parenthesized', 'var a = ‹( b )›\n'],
    ['member', 'var a = ‹b.c› + 1\n'],
    ['methodCall', 'var a = ‹b.c( 1 )›\n'],
    ['index', 'var a = ‹b[ 0 ]›\n'],
    ['nonNull', 'var a = ‹b!›\n'],
    ['lambda', 'var a = map(b, ‹(c, d) => c›)\n'],
    ['spread', 'var a = [‹...b›]\n'],
    ['unionType', "type a =\n  ‹| 'b'\n  | 'c'›\n"],
    ['nullableType', 'param a ‹string?› = null\n'],
    ['typeMember', 'type a = {\n  ‹@b()\n  c: string›\n}\n'],
    ['parameterizedType', "type a = ‹resourceInput<'b'>›.c\n"],
    ['functionParameter', 'func a(‹b string›) string => b\n'],
    ['importItem', "import { ‹a as b› } from 'c'\n"],
    ['skipped', 'var a = 1\n‹foo bar\nbaz›\nvar b = 2\n'],
    ['skipped', 'var a = 1 ‹bar baz›\nvar b = 2\n'],
    ['skipped', 'var a = {\n  b: ‹) (c\n  )›\n  d: 1\n}\n'],
  ];
  for (const [kind, marked] of cases) {
    it(`${kind}: ${JSON.stringify(marked)}`, () => {
      const { text, spans } = readMarks(marked);
      const found = nodesOf(text).filter((node) => node.kind === kind && node.end > node.start);
      assert.deepEqual(
        found.map((node) => [node.start, node.end]),
        spans.map((span) => [span.start, span.end]),
      );
    });
  }

  it('gives the texts of an interpolated string without quotes and braces', () => {
    const text = "var a = 'b${c}d\\n${e}'";
    const [string] = nodesOf(text).filter((node) => node.kind === 'interpolation');
    assert(string);
    const texts = string.parts.filter((part) => part.kind === 'text');
    assert.deepEqual(
      texts.map((part) => [text.slice(part.start, part.end), part.value, part.exact]),
      [
        ['b', 'b', true],
        ['d\\n', 'd\n', false],
      ],
    );
  });

  it('says where the content of a string starts and whether it is spelled like its value', () => {
    for (const [literal, content, exact] of [
      ["'b'", 'b', true],
      ["'b\\n'", 'b\\n', false],
      ["'''\nb\\n'''", 'b\\n', true],
      ["$'''b'''", 'b', true],
    ] as const) {
      const [string] = nodesOf(`var a = ${literal}`).filter((node) => node.kind === 'string');
      assert(string);
      assert.equal(`var a = ${literal}`.indexOf(content), string.contentStart, literal);
      assert.equal(string.exact, exact, literal);
    }
  });
});

function nodesOf(text: string): BicepNode[] {
  const nodes: BicepNode[] = [];
  const collect = (node: BicepNode): void => {
    nodes.push(node);
    bicepChildren(node).forEach(collect);
  };
  collect(parseBicep(text).tree);
  return nodes;
}
