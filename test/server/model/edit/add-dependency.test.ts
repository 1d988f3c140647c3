import assert from 'node:assert/strict';
import { readMarks } from '../../../support/marks';
import { armTemplate } from '../../../support/arm-parts';
import { assertReadable, editedAt, type EditedLanguage } from '../../../support/editing';

/** The text after the first marked resource was made to wait for the second one. */
function dependent(language: EditedLanguage, marked: string): string | undefined {
  const { text, spans } = readMarks(marked);
  const [resource, other] = spans;
  assert.ok(resource && other, 'two resources are marked');
  const result = editedAt(language, text, (editor, uri) =>
    editor.addDependency({ uri, ...resource }, { uri, ...other }),
  );
  if (result !== undefined) assertReadable(language, result, text);
  return result;
}

const bicep = (body: string): string =>
  `‹resource a 'T/a@2020-01-01' = ${body}›\n\n‹resource b 'T/b@2020-01-01' = {\n  name: 'b'\n}›\n`;
const arm = (extra: string, other: string): string =>
  `‹{ "type": "T/a", "apiVersion": "1", "name": "a"${extra} }›,\n    ‹{ "type": "T/b", "apiVersion": "1", ${other} }›`;
const template = (resources: string): string => armTemplate([resources]);

describe('Editor.addDependency in Bicep', () => {
  const rows: readonly (readonly [what: string, before: string, after: string | undefined])[] = [
    ['no list yet', "{\n  name: 'a'\n}", "{\n  name: 'a'\n  dependsOn: [\n    b\n  ]\n}"],
    ['a list', "{\n  name: 'a'\n  dependsOn: [c]\n}", "{\n  name: 'a'\n  dependsOn: [c, b]\n}"],
    ['a loop', "[for i in [1]: {\n  name: 'a'\n}]", "[for i in [1]: {\n  name: 'a'\n  dependsOn: [\n    b\n  ]\n}]"],
    ['a condition', "if (true) { name: 'a' }", "if (true) { name: 'a', dependsOn: [b] }"],
    ['a list that is made', "{\n  name: 'a'\n  dependsOn: [for x in y: x]\n}", undefined],
  ];
  for (const [what, before, after] of rows) {
    it(what, () => {
      assert.equal(dependent('bicep', bicep(before)), after && readMarks(bicep(after)).text);
    });
  }
});

describe('Editor.addDependency in JSON', () => {
  const rows: readonly (readonly [what: string, extra: string, other: string, after: string | undefined])[] = [
    ['a name', '', '"name": "b"', `, "dependsOn": ["[resourceId('T/b', 'b')]"]`],
    ["a name with '", '', `"name": "b'"`, `, "dependsOn": ["[resourceId('T/b', 'b''')]"]`],
    [
      'an expression',
      ', "dependsOn": ["c"]',
      `"name": "[concat('b', '\\"')]"`,
      `, "dependsOn": ["c", "[resourceId('T/b', concat('b', '\\"'))]"]`,
    ],
    ['a loop', '', '"name": "b", "copy": { "name": "bs", "count": 1 }', ', "dependsOn": ["bs"]'],
    ['a list that is made', ', "dependsOn": "[variables(\'v\')]"', '"name": "b"', undefined],
    ['a resource without a name', '', '"tags": {}', undefined],
  ];
  for (const [what, extra, other, after] of rows) {
    it(what, () => {
      const expected = after === undefined ? undefined : readMarks(template(arm(after, other))).text;
      assert.equal(dependent('template', template(arm(extra, other))), expected);
    });
  }

  const nested = (scope: string, resources: string): string =>
    template(
      `{ "type": "Microsoft.Resources/deployments", "apiVersion": "1", "name": "n", "properties": { "expressionEvaluationOptions": { "scope": "${scope}" }, "template": ${template(resources)} } }`,
    );

  it('a template with names of its own inside another', () => {
    const expected = readMarks(nested('inner', arm(`, "dependsOn": ["[resourceId('T/b', 'b')]"]`, '"name": "b"'))).text;
    assert.equal(dependent('template', nested('inner', arm('', '"name": "b"'))), expected);
  });

  it('no template whose names are the outer one’s', () => {
    assert.equal(dependent('template', nested('outer', arm('', '"name": "b"'))), undefined);
  });
});
