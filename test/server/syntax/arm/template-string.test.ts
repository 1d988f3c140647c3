import assert from 'node:assert/strict';
import type { Problem } from '../../../../server/src/base/problem';
import { parseJson } from '../../../../server/src/syntax/arm/json';
import { parseTemplateString } from '../../../../server/src/syntax/arm/template-string';
import type { Expression } from '../../../../server/src/syntax/expression';
import { printTree, walkTree } from '../../../support/arm-tree';
import { readMarks } from '../../../support/marks';

/** Parses a JSON string, written with its quotes. */
function parse(text: string): { readonly expression: Expression; readonly problems: readonly Problem[] } {
  const { root, problems: jsonProblems } = parseJson(text);
  assert.deepEqual(jsonProblems, []);
  assert(root?.kind === 'string');
  const problems: Problem[] = [];
  return { expression: parseTemplateString(root, text, problems), problems };
}

// The verdicts are those of the engine behind `bicep snapshot` 0.49.2, asked for each of these strings.
describe('parseTemplateString', () => {
  const valid: readonly [content: string, tree: string][] = [
    ["[concat('a','b')]", "concat('a', 'b')"],
    ["[ concat( 'a' , 'b' ) ]", "concat('a', 'b')"],
    ["[\\nconcat('a',\\r\\n\\t'b')\\n]", "concat('a', 'b')"],
    ["[\nconcat(\r\n\t'a'\n)]", "concat('a')"],
    ["[\u00a0concat('a')]", "concat('a')"],
    ['[concat()]', 'concat()'],
    ["[concat ('a')]", "concat('a')"],
    ["[CONCAT('a')]", "CONCAT('a')"],
    ["['it''s']", "'it's'"],
    ["['a''']", "'a''"],
    ["['']", "''"],
    ["['[a]']", "'[a]'"],
    ['[1]', '1'],
    ['[-1]', '-1'],
    ['[+1]', '1'],
    ['[01]', '1'],
    ['[true()]', 'true()'],
    ['[null()]', 'null()'],
    ["[createObject('a',1).a]", "createObject('a', 1).a"],
    ["[createObject('a',1) . a]", "createObject('a', 1).a"],
    ["[createObject('a',1)['a']]", "createObject('a', 1)['a']"],
    ["[createObject('a',1) ['a'].b[0]]", "createObject('a', 1)['a'].b[0]"],
    ["[createObject('$x',1).$x._y.é1]", "createObject('$x', 1).$x._y.é1"],
    ["[createObject('true',1).true]", "createObject('true', 1).true"],
    ['[range(0,3)[copyIndex()]]', 'range(0, 3)[copyIndex()]'],
    ["[contoso.fn('a', 1)]", "?contoso::fn('a', 1)"],
    [
      "[map(createArray('a'), lambda('x', lambdaVariables('x')))]",
      "map(createArray('a'), lambda('x', lambdaVariables('x')))",
    ],
    ["\\u005bconcat('a')\\u005d", "concat('a')"],
  ];
  for (const [content, tree] of valid) {
    it(`reads ${JSON.stringify(content)}`, () => {
      const { expression, problems } = parse(`"${content}"`);
      assert.deepEqual(problems, []);
      assert.equal(printTree(expression, ''), tree);
    });
  }

  const texts: readonly [content: string, value: string][] = [
    ['', ''],
    ['a', 'a'],
    ['[', '['],
    ['[[', '[['],
    ['[abc', '[abc'],
    ['[a]b', '[a]b'],
    ["[concat('a'", "[concat('a'"],
    [" [concat('a')]", " [concat('a')]"],
    ["[concat('a')] ", "[concat('a')] "],
    ['[[abc', '[[abc'],
    ['[[abc]', '[abc]'],
    ['[[]', '[]'],
    ['[[[a]]', '[[a]]'],
    ['[[\\u0061]', '[a]'],
    ['\\u005b[a]', '[a]'],
  ];
  for (const [content, value] of texts) {
    it(`takes ${JSON.stringify(content)} for text`, () => {
      const text = `"${content}"`;
      const { expression, problems } = parse(text);
      assert.deepEqual(problems, []);
      assert(expression.kind === 'string');
      assert.equal(expression.value, value);
      assert.deepEqual([expression.start, expression.end], [0, text.length]);
      if (expression.exact) assert.equal(text.slice(expression.contentStart, -1), value);
    });
  }

  // The mark shows where the problem is reported: for a missing end, at the closing bracket.
  const broken: readonly [marked: string, tree: string, message: RegExp][] = [
    ['[‹]›', '<>', /a value is expected.*but it ends here/],
    ['[ ‹]›', '< >', /a value is expected/],
    ['[true‹]›', '<true>', /a \( is expected behind "true"/],
    ["[concat ‹'a'›]", "<concat 'a'>", /a \( is expected behind "concat"/],
    ["[concat('a'‹]›", "concat('a')", /a comma or a \) is expected, but it ends here/],
    ["[concat('a',‹)›]", "concat('a', <>)", /a value is expected.*but there is "\)"/],
    ["[concat(‹,›'a')]", "<concat(,'a')>", /a value is expected/],
    ["[concat('a' ‹'b'›)]", "<concat('a' 'b')>", /a comma or a \) is expected/],
    ["[concat('a')‹)›]", "<concat('a'))>", /the expression should end, but there is "\)"/],
    ["[concat('a') ‹x›]", "<concat('a') x>", /the expression should end/],
    ["['a'‹]›.b]", "<'a'].b>", /the expression should end/],
    ["[‹'a›]", "<'a>", /the text should end with a '/],
    ['[‹(›1)]', '<(1)>', /a value is expected/],
    ['[‹1.5›]', '1.5', /a whole number is expected/],
    ['[‹1e3›]', '1000', /a whole number is expected/],
    ['[‹9999999999999999999›]', '10000000000000000000', /numbers have 64 bits/],
    ['[0‹x10›]', '<0x10>', /the expression should end/],
    ['[a().‹0›]', '<a().0>', /a property name is expected/],
    ['[a()‹?›.b]', '<a()?.b>', /the expression should end, but there is "\?"/],
    ['[a().b‹(›)]', '<a().b()>', /the expression should end, but there is "\("/],
    ['[a()[0‹]›', 'a()[0]', /a \] is expected/],
    ['[concat(‹\\"›a\\")]', '<concat(\\"a\\")>', /there is "\\""/],
    ['[contoso.‹]›', '<contoso.>', /a function of the namespace is expected/],
  ];
  for (const [marked, tree, message] of broken) {
    it(`reports ${marked}`, () => {
      const { text, spans } = readMarks(`"${marked}"`);
      const { expression, problems } = parse(text);
      assert.equal(problems.length, 1);
      assert.match(problems[0]?.message ?? '', message);
      assert.deepEqual({ start: problems[0]?.start, end: problems[0]?.end }, spans[0]);
      if (expression.kind === 'skipped') assert.equal(text.slice(2, -2), tree.slice(1, -1));
      else assert.equal(printTree(expression, text), tree);
    });
  }

  it('gives the root the span of the JSON string and each other node its own', () => {
    const { text, spans } = readMarks(`‹"[‹concat›(‹'a'›, ‹‹reference('b')›.‹c››)]"›`);
    const { expression } = parse(text);
    assert(expression.kind === 'call');
    const [a, member] = expression.arguments;
    assert(a !== undefined && member?.kind === 'member');
    const nodes = [expression, expression.name, a, member, member.target, member.name];
    assert.deepEqual(
      nodes.map(({ start, end }) => ({ start, end })),
      spans,
    );
  });

  it('maps spans back through the escapes of the JSON string', () => {
    const { text, spans } = readMarks(`"\\u005b\\n‹concat›(‹'a\\"b'›,\\t‹\\u0027c'›, ‹'d'›)]"`);
    const { expression } = parse(text);
    assert(expression.kind === 'call');
    const nodes = [expression.name, ...expression.arguments];
    assert.deepEqual(
      nodes.map(({ start, end }) => ({ start, end })),
      spans,
    );
    const strings = expression.arguments.map(
      (argument) => argument.kind === 'string' && [argument.value, argument.exact],
    );
    assert.deepEqual(strings, [
      ['a"b', false],
      ['c', false],
      ['d', true],
    ]);
  });

  it('says of each exact string where its content is', () => {
    const text = `"[concat('plain', 'it''s', 'tail')]"`;
    const { expression } = parse(text);
    const found: [string, boolean][] = [];
    walkTree(expression, (node) => {
      if (node.kind !== 'string') return;
      found.push([node.value, node.exact]);
      const content = text.slice(node.contentStart, node.contentStart + node.value.length);
      if (node.exact) assert.equal(content, node.value);
    });
    assert.deepEqual(found, [
      ['plain', true],
      ["it's", false],
      ['tail', true],
    ]);
  });

  for (const piece of ['a(', 'a()[', 'a().', 'a(1,', "'", '[', '.a']) {
    it(`survives ${JSON.stringify(piece)} fifty thousand times`, () => {
      const { problems } = parse(`"[a()${piece.repeat(50_000)}]"`);
      assert.equal(problems.length, 1);
    });
  }

  it('refuses a tree of more than five hundred levels, however it is built', () => {
    const members = '.a'.repeat(400);
    const nested = `a(a(a(b()${members})${members})${members})`;
    assert.match(parse(`"[${nested}]"`).problems[0]?.message ?? '', /more than 500 levels/);
    assert.deepEqual(parse(`"[b()${members}]"`).problems, []);
  });
});
