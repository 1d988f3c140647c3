import assert from 'node:assert/strict';
import { parseBicep } from '../../../../server/src/syntax/bicep/parse';
import { readMarks } from '../../../support/marks';
import { outline } from './outline';

describe('Recovery of the Bicep reader', () => {
  const after = '\nvar z = 1\n';
  const afterwards = '(var z - 1)';
  // Text with its one problem marked by ‹…›, and the tree that is read all the same.
  const cases: readonly (readonly [name: string, marked: string, message: string, tree: string])[] = [
    ['an unknown statement', '‹foo› bar', "found 'foo'", '(skipped)'],
    [
      'text behind a statement',
      'param a string ‹foo› bar',
      "the end of the line, but found 'foo'",
      '(param a (namedType "string") -) (skipped)',
    ],
    ['a missing value', 'var a =‹›', 'Expected an expression, but found the end of the line', '(var a - (skipped))'],
    ['a missing type', 'param a‹›', 'the type of the parameter', '(param a - -)'],
    ['a missing name behind a dot', 'var a = b.‹›', 'the name of a property', '(var a - (member b ))'],
    [
      'a property without value',
      'var a = {\n  b:‹›\n  c: 1\n}',
      'an expression',
      '(var a - (object [(property b (skipped)) (property c 1)]))',
    ],
    [
      'a property without colon',
      'var a = {\n  b‹›\n  c: 1\n}',
      "':'",
      '(var a - (object [(property b (skipped)) (property c 1)]))',
    ],
    [
      'a wrong line in an object',
      'var a = {\n  ‹=› [\n    1\n  ]\n  c: 1\n}',
      'a property name',
      '(var a - (object [(skipped) (property c 1)]))',
    ],
    [
      'a wrong item in an array',
      'var a = [\n  ‹@› (\n    1\n  )\n  2\n]',
      'an expression',
      '(var a - (array [(skipped) (skipped) 2]))',
    ],
    [
      'a stray bracket',
      'var a = {\n  b: ‹)›\n  c: 1\n}',
      'an expression',
      '(var a - (object [(property b (skipped)) (skipped) (property c 1)]))',
    ],
    [
      'an array that ends with the parenthesis around it',
      'var a = b([1, 2‹)›',
      "']'",
      '(var a - (call b [(array [1 2])]))',
    ],
    ['a missing argument', 'var a = b(1, ‹)›', 'another element', '(var a - (call b [1]))'],
    ['two expressions in a hole', "var a = '${b ‹c›}d'", "'}'", '(var a - (interpolation [b (skipped) "d"]))'],
    [
      'a string that is not closed',
      "var a = {\n  b: ‹'c›\n  d: 1\n}",
      'not closed on its line',
      '(var a - (object [(property b "c") (property d 1)]))',
    ],
    [
      'a resource without type',
      'resource a ‹=› {\n  b: 1\n}',
      "the resource's type",
      '(resource a (skipped) (object [(property b 1)]))',
    ],
    ['a value on the next line', 'var a =‹›\n  1', 'an expression', '(var a - (skipped)) (skipped)'],
  ];
  for (const [name, marked, message, tree] of cases) {
    it(name, () => {
      const { text, spans } = readMarks(marked + after);
      const { tree: file, problems } = parseBicep(text);
      assert.equal(file.statements.map(outline).join(' '), `${tree} ${afterwards}`);
      assert.deepEqual(
        problems.map(({ start, end }) => [start, end]),
        spans.map(({ start, end }) => [start, end]),
      );
      assert(problems[0]?.message.includes(message), problems[0]?.message);
    });
  }

  it('ends what is not closed where the next statement starts', () => {
    const { tree, problems } = parseBicep(
      "resource a 'b' = {\n  c: {\n    d: [\n      e(1,\n\nresource f 'g' = {\n  h: 1\n}\n",
    );
    assert.equal(
      tree.statements.map(outline).join(' '),
      '(resource a "b" (object [(property c (object [(property d (array [(call e [1])]))]))])) (resource f "g" (object [(property h 1)]))',
    );
    assert.equal(problems.length, 1);
  });

  it('takes a nested resource that is not indented for one as long as the brackets match', () => {
    const { tree, problems } = parseBicep("resource a 'b' = {\nresource c 'd' = {\n}\n}\n");
    assert.equal(tree.statements.map(outline).join(' '), '(resource a "b" (object [(resource c "d" (object []))]))');
    assert.deepEqual(problems, []);
  });

  it('quotes long text in part only', () => {
    const { problems } = parseBicep(`var a = 1 ${'b'.repeat(100)}`);
    assert.match(problems[0]?.message ?? '', /found 'b{40}…'/);
  });
});
