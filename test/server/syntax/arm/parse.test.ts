import assert from 'node:assert/strict';
import { parseArm, parseArmParameters } from '../../../../server/src/syntax/arm/parse';
import { printTree } from '../../../support/arm-tree';
import { readMarks } from '../../../support/marks';

describe('parseArm', () => {
  // `[ok()]` stands where Azure evaluates, `[no brackets]` where it does not.
  const templates: readonly [name: string, text: string, tree: string][] = [
    [
      'resources',
      '{"resources": [{"name": "[ok()]", "properties": {"metadata": ["[ok()]"]}}]}',
      '{resources: [{name: ok(), properties: {metadata: [ok()]}}]}',
    ],
    ['symbolic resources', '{"resources": {"a": {"name": "[ok()]"}}}', '{resources: {a: {name: ok()}}}'],
    [
      'children',
      '{"resources": [{"resources": [{"name": "[ok()]", "comments": "[no brackets]"}]}]}',
      "{resources: [{resources: [{name: ok(), comments: '[no brackets]'}]}]}",
    ],
    [
      'descriptions of resources',
      '{"resources": [{"metadata": {"description": "[no brackets]"}}]}',
      "{resources: [{metadata: {description: '[no brackets]'}}]}",
    ],
    [
      'variables',
      '{"variables": {"metadata": "[ok()]", "type": {"x": "[ok()]"}}}',
      '{variables: {metadata: ok(), type: {x: ok()}}}',
    ],
    [
      'parameters',
      '{"parameters": {"a": {"type": "[no brackets]", "defaultValue": "[ok()]", "metadata": {"x": "[no brackets]"}}}}',
      "{parameters: {a: {type: '[no brackets]', defaultValue: ok(), metadata: {x: '[no brackets]'}}}}",
    ],
    [
      'outputs',
      '{"outputs": {"a": {"type": "string", "value": "[ok()]", "metadata": {"x": "[no brackets]"}}}}',
      "{outputs: {a: {type: 'string', value: ok(), metadata: {x: '[no brackets]'}}}}",
    ],
    [
      'functions',
      '{"functions": [{"namespace": "n", "members": {"f": {"output": {"type": "[no brackets]", "value": "[ok()]"}, "metadata": "[no brackets]"}}}]}',
      "{functions: [{namespace: 'n', members: {f: {output: {type: '[no brackets]', value: ok()}, metadata: '[no brackets]'}}}]}",
    ],
    [
      'sections that say nothing',
      '{"metadata": "[no brackets]", "definitions": {"a": "[no brackets]"}}',
      "{metadata: '[no brackets]', definitions: {a: '[no brackets]'}}",
    ],
    [
      'the template of a deployment',
      '{"resources": [{"type": "Microsoft.Resources/deployments", "properties": {"parameters": {"a": {"value": "[ok()]"}}, "template": {"metadata": "[no brackets]", "parameters": {"a": {"metadata": "[no brackets]"}}, "variables": {"v": "[ok()]"}}}}]}',
      "{resources: [{type: 'Microsoft.Resources/deployments', properties: {parameters: {a: {value: ok()}}, template: {metadata: '[no brackets]', parameters: {a: {metadata: '[no brackets]'}}, variables: {v: ok()}}}}]}",
    ],
    [
      'a property named template elsewhere',
      '{"resources": [{"type": "a/b", "properties": {"template": {"metadata": "[ok()]"}}}]}',
      "{resources: [{type: 'a/b', properties: {template: {metadata: ok()}}}]}",
    ],
    [
      'names that are expressions',
      '{"variables": {"v": {"[ok()]": 1, "[[a]": 2}}}',
      '{variables: {v: {(ok()): 1, [a]: 2}}}',
    ],
    [
      'strange shapes',
      '{"parameters": 1, "outputs": [], "resources": "[ok()]", "functions": {}}',
      '{parameters: 1, outputs: [], resources: ok(), functions: {}}',
    ],
    [
      'items before and after an expression',
      '{"variables": {"v": ["a", "[ok()]", "b"]}}',
      "{variables: {v: ['a', ok(), 'b']}}",
    ],
  ];
  for (const [name, text, tree] of templates) {
    it(`evaluates ${name}`, () => {
      const { root, problems } = parseArm(text);
      assert.deepEqual(problems, []);
      assert.equal(printTree(root, text), tree);
    });
  }

  it('reports problems of JSON and of expressions in the order of the text', () => {
    const { text, spans } = readMarks('{"variables": {"a": "[b(‹]›", "c": ‹d›, "e": "[f‹]›"}}');
    const { problems } = parseArm(text);
    assert.deepEqual(
      problems.map(({ start, end }) => ({ start, end })),
      spans,
    );
  });

  it('has no root where the text holds no object', () => {
    for (const text of ['', '[]', '"x"', '1']) assert.equal(parseArm(text).root, undefined);
  });

  it('leaves the strings of a parameters file alone', () => {
    const { root } = parseArmParameters('{"parameters": {"a": {"value": "[[x]"}}}');
    assert.equal(printTree(root, ''), "{parameters: {a: {value: '[[x]'}}}");
  });
});
