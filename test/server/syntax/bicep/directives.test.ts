import assert from 'node:assert/strict';
import { parseBicep } from '../../../../server/src/syntax/bicep/parse';

describe('Directives in Bicep', () => {
  it('are read with their codes and comments, each at its place', () => {
    const text = [
      '#disable-next-line BCP001 no-unused-params // because\nparam a string',
      'var b = {\n\t #disable-diagnostics PE103\n  c: 1\n  #restore-diagnostics PE103//x\n}',
    ].join('\n');
    const { tree, problems } = parseBicep(text);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      tree.directives.map(({ name, codes, comment }) => [name, codes.map((code) => code.name), comment]),
      [
        ['disable-next-line', ['BCP001', 'no-unused-params'], ' because'],
        ['disable-diagnostics', ['PE103'], ''],
        ['restore-diagnostics', ['PE103'], 'x'],
      ],
    );
    for (const directive of tree.directives) {
      assert.equal(text.charAt(directive.start), '#');
      for (const code of directive.codes) assert.equal(text.slice(code.start, code.end), code.name);
    }
    assert.equal(
      text.slice(tree.directives[0]?.start, tree.directives[0]?.end),
      '#disable-next-line BCP001 no-unused-params',
    );
  });

  it('count at the start of a line only', () => {
    assert.deepEqual(parseBicep("// #disable-next-line x\nvar a = '#disable-next-line x'\n").tree.directives, []);
    assert.deepEqual(parseBicep("var a = '''\n#disable-next-line x\n'''\n").tree.directives, []);
  });

  it('do not end a directive with the line of another', () => {
    const { tree } = parseBicep('#disable-next-line a\r\n#disable-next-line b\rvar c = 1');
    assert.deepEqual(
      tree.directives.map((directive) => directive.codes.map((code) => code.name)),
      [['a'], ['b']],
    );
  });
});
