import assert from 'node:assert/strict';
import { parseJson } from '../../../../server/src/syntax/arm/json';
import { printTree } from '../../../support/arm-tree';
import { readMarks } from '../../../support/marks';

describe('parseJson', () => {
  const valid: readonly [name: string, text: string, tree: string][] = [
    ['values of every kind', '{"a": [1, -2.5e1, true, false, null, "x"]}', "{a: [1, -25, true, false, null, 'x']}"],
    ['an empty object and array', '{"a": {}, "b": []}', '{a: {}, b: []}'],
    ['comments', '// one\n{/* two */ "a": /* three */ 1 // four\n}', '{a: 1}'],
    ['trailing commas', '{"a": [1, 2,], }', '{a: [1, 2]}'],
    ['a byte order mark', '\ufeff{"a": 1}', '{a: 1}'],
    ['CR LF', '{\r\n"a":\r\n1}\r\n', '{a: 1}'],
    ['escapes', String.raw`{"a\"": "\\ \/ \b \f \n \r \t \u0027"}`, "{a\": '\\ / \b \f \n \r \t ''}"],
    ['a string over two lines', '{"a": "x\n  y", "b": 1}', "{a: 'x\n  y', b: 1}"],
    ['a string over two lines with CR LF and a tab', '{"a": "x\r\n\ty"}', "{a: 'x\r\n\ty'}"],
    ['a string over two lines with an escape', String.raw`{"a": "x\"` + '\ny"}', "{a: 'x\"\ny'}"],
    ['a tab in a string', '{"a": "x\ty"}', "{a: 'x\ty'}"],
    ['a name that is also in Object.prototype', '{"__proto__": 1, "constructor": 2}', '{__proto__: 1, constructor: 2}'],
    ['a property that is written twice', '{"a": 1, "a": 2}', '{a: 1, a: 2}'],
    ['brackets in a string and in a comment', '{"a": "[{" /* ]} */}', "{a: '[{'}"],
    ['a value that is no object', '"x"', "'x'"],
  ];
  for (const [name, text, tree] of valid) {
    it(`reads ${name}`, () => {
      const { root, problems } = parseJson(text);
      assert.deepEqual(problems, []);
      assert.equal(printTree(root, text), tree);
    });
  }

  // The mark shows where the problem is reported.
  const broken: readonly [name: string, marked: string, tree: string, message: RegExp][] = [
    ['a word', '{"a": ‹foo›, "b": 1}', '{a: <foo>, b: 1}', /"foo" is no JSON/],
    ['several words in one value', '{"a": ‹foo› bar , "b": 1}', '{a: <foo bar>, b: 1}', /"foo" is no JSON/],
    ['a missing value', '{"a": ‹,› "b": 1}', '{a: <>, b: 1}', /A value is expected here/],
    ['a missing last value', '{"a": ‹}›', '{a: <>}', /A value is expected here/],
    ['a missing colon', '{"a" ‹1›, "b": 1}', '{a: <1>, b: 1}', /A colon is expected here/],
    ['a missing comma', '{"a": 1 ‹"b"›: 2}', '{a: 1, b: 2}', /A comma is expected before this/],
    ['a missing name', '{‹1›: 2, "b": 3}', '{<1>, b: 3}', /A property name in double quotes/],
    ['single quotes', '{‹\'a\'›: 2, "b": 3}', "{<'a'>, b: 3}", /Text stands in double quotes/],
    ['a word among items', '[1, ‹foo›, 2]', '[1, <foo>, 2]', /"foo" is no JSON/],
    ['a comma too many', '[1, ‹,› 2]', '[1, 2]', /A value is expected here/],
    ['a string that is not closed', '{"a": ‹"x›\n, "b": 1}', "{a: 'x', b: 1}", /a double quote is missing/],
    ['a wrong escape', String.raw`{"a": ‹"\q"›}`, "{a: ''}", /a backslash stands before a character/],
    ['a wrong \\u', String.raw`{"a": ‹"\u12"›}`, "{a: ''}", /four hexadecimal digits/],
    ['a control character', '{"a": ‹"x\u0001y"›}', "{a: 'x\u0001y'}", /a control character/],
    ['half a number', '{"a": ‹1.›}', '{a: 1}', /a digit is expected/],
    ['a comment that is not closed', '{"a": 1 ‹/* x›', '{a: 1}', /\*\/ is missing/],
    ['a second value', '{"a": 1} ‹{›}', '{a: 1}', /should end here/],
    ['no value', '‹›', 'nothing', /the file ends/],
    ['only a bracket', '‹}›', 'nothing', /A value is expected here, but there is "}"/],
  ];
  for (const [name, marked, tree, message] of broken) {
    it(`reports ${name} and reads the rest`, () => {
      const { text, spans } = readMarks(marked);
      const { root, problems } = parseJson(text);
      const [problem] = problems;
      assert.match(problem?.message ?? '', message);
      assert.deepEqual({ start: problem?.start, end: problem?.end }, spans[0]);
      assert.equal(printTree(root, text), tree);
    });
  }

  it('says once that brackets are not closed', () => {
    const { root, problems } = parseJson('{"a": [{"b": 1');
    assert.equal(printTree(root, ''), '{a: [{b: 1}]}');
    assert.deepEqual(
      problems.map((problem) => problem.message),
      ['A closing brace } is expected here, but the file ends.'],
    );
  });

  it('gives strings their places', () => {
    const { text, spans } = readMarks('{‹"a"›: ‹"plain"›, "b": ‹"es\\ncaped"›, "c": ‹"two\nlines"›}');
    const { root } = parseJson(text);
    assert(root?.kind === 'object');
    const [a, b, c] = root.members;
    assert(a?.kind === 'property' && b?.kind === 'property' && c?.kind === 'property');
    const strings = [a.key, a.value, b.value, c.value].map(({ start, end }) => ({ start, end }));
    assert.deepEqual(strings, spans);
    const exact = [a.value, b.value, c.value].map((value) => value.kind === 'string' && value.exact);
    assert.deepEqual(exact, [true, false, true]);
    assert(c.value.kind === 'string');
    assert.equal(text.slice(c.value.contentStart, c.value.contentStart + c.value.value.length), 'two\nlines');
  });

  it('keeps the comments that may speak to pelint', () => {
    const { text, spans } = readMarks('{\n// other\n‹// pelint-disable-next-line PE103›\n"a": 1 ‹/* pelint-x */›}');
    const comments = parseJson(text).comments;
    assert.deepEqual(
      comments,
      spans.map(({ start, end }) => ({ start, end, text: text.slice(start, end) })),
    );
  });

  for (const bracket of ['[', '{"a":', '[}', '{]"a":[']) {
    it(`survives ${JSON.stringify(bracket)} a hundred thousand times`, () => {
      const { root, problems } = parseJson(bracket.repeat(100_000));
      assert.equal(root, undefined);
      assert.match(problems[0]?.message ?? '', /more than 500 levels deep/);
    });
  }

  it('reads five hundred levels', () => {
    const { root, problems } = parseJson('['.repeat(500) + ']'.repeat(500));
    assert.deepEqual(problems, []);
    assert.equal(root?.kind, 'array');
  });

  it('reports no more than a hundred problems', () => {
    assert.equal(parseJson(`[${'1 '.repeat(5000)}]`).problems.length, 100);
  });
});
