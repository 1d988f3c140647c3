import assert from 'node:assert/strict';
import type { NewValue } from '../../../../server/src/model/edit/new-value';
import { edited, type EditedLanguage } from '../../../support/editing';

type Row = readonly [language: EditedLanguage, before: string, to: string, after: string | undefined];

describe('Editor.replaceInText', () => {
  const rows: readonly Row[] = [
    ['bicep', "var a = 'b‹c›d'", 'x', "var a = 'bxd'"],
    ['bicep', "var a = '‹›'", 'x', "var a = 'x'"],
    ['bicep', "var a = '‹abc›'", "it's \\ ${x} $ {\n", "var a = 'it\\'s \\\\ \\${x} $ {\\n'"],
    ['bicep', "var a = 'b\\'‹c›\\n${d}‹›'", 'x', "var a = 'b\\'x\\n${d}'"],
    ['bicep', "var a = '${b}.‹c›.${d}'", 'x', "var a = '${b}.x.${d}'"],
    ['bicep', "var a = '${b('‹c›')}'", 'x', "var a = '${b('x')}'"],
    ['bicep', "var a = '''\n  ‹b›\n'''", "it's", "var a = '''\n  it's\n'''"],
    ['bicep', "var a = '''‹b›'''", "''' or", undefined],
    ['bicep', "var a = '''b‹c›'''", "'", "var a = '''b''''"],
    ['bicep', "var a = '''‹b›c'''", "'", "var a = ''''c'''"],
    ['bicep', "var a = $'''‹b›${c}'''", 'x', "var a = $'''x${c}'''"],
    ['bicep', "var a = $'''‹b›'''", '${c}', undefined],
    ['bicep', "var a = 'b$‹c›{d'", '', undefined],
    ['bicep', "var a = 'b$‹c›'", '{d', undefined],
    ['bicep', "var a = 'b\\‹n›c'", 'x', undefined],
    ['bicep', "var a = ‹'b'›", 'x', undefined],
    ['bicep', 'var a = ‹b›', 'x', undefined],
    ['bicep', "var o = { '‹a›': 1 }", 'x', "var o = { 'x': 1 }"],
    ['bicep', "resource a 'T/a@‹2020-01-01›' = {}", '2022-10-01', "resource a 'T/a@2022-10-01' = {}"],
    ['bicep', "@allowed(['‹a›'])\nparam p string = 'b'", 'x', "@allowed(['x'])\nparam p string = 'b'"],
    ['bicepparam', "using 'm.bicep'\nparam p = '‹a›'", 'x', "using 'm.bicep'\nparam p = 'x'"],
    ['template', '{ "a": "b‹c›d" }', 'x', '{ "a": "bxd" }'],
    ['template', '{ "a": "‹›" }', 'it\'s "', '{ "a": "it\'s \\"" }'],
    ['template', '{ "a": "b\\t‹c›\\u0041" }', 'x', '{ "a": "b\\tx\\u0041" }'],
    ['template', '{ "a": "b\\‹t›" }', 'x', undefined],
    ['template', '{ "a": "‹b›" }', '[x]', '{ "a": "[[x]" }'],
    ['template', '{ "a": "‹b›c]" }', '[x', '{ "a": "[[xc]" }'],
    ['template', '{ "a": "[[b‹c›]" }', 'x', '{ "a": "[[bx]" }'],
    ['template', '{ "a": "[[b‹c]›" }', 'x', '{ "a": "[bx" }'],
    ['template', '{ "metadata": { "a": "[b‹c›]" } }', 'x', '{ "metadata": { "a": "[bx]" } }'],
    ['template', `{ "a": "[concat('‹b›', 'c')]" }`, `it's "`, `{ "a": "[concat('it''s \\"', 'c')]" }`],
    ['template', `{ "a": "[concat('b''‹c›')]" }`, 'x', `{ "a": "[concat('b''x')]" }`],
    ['template', `{ "a": "[concat('b'‹'c›')]" }`, 'x', undefined],
    ['template', `{ "a": "[concat('b\\"‹c›')]" }`, 'x', `{ "a": "[concat('b\\"x')]" }`],
    ['template', `{ "a": "['‹b›']" }`, 'x', `{ "a": "['x']" }`],
    ['template', `{ "a": "[ 'it''s ‹b›' ]" }`, 'x', `{ "a": "[ 'it''s x' ]" }`],
    ['template', `{ "a": "[concat(‹'b'›)]" }`, 'x', undefined],
    ['template', '{ "‹a›": 1 }', 'x', '{ "x": 1 }'],
    ['parameters', '{ "a": "‹b›" }', '[x]', '{ "a": "[x]" }'],
    ['parameters', '{ "a": "[[‹b›]" }', 'x', '{ "a": "[[x]" }'],
  ];
  for (const [language, before, to, after] of rows) {
    it(`puts ${JSON.stringify(to)} into ${language} ${before}`, () => {
      assert.equal(
        edited(language, before, (editor, place) => editor.replaceInText(place, to)),
        after,
      );
    });
  }
});

describe('Editor.replaceValue', () => {
  const rows: readonly (readonly [
    language: EditedLanguage,
    before: string,
    to: NewValue,
    after: string | undefined,
  ])[] = [
    ['bicep', 'var a = ‹resourceGroup().location›', "it's", "var a = 'it\\'s'"],
    ['bicep', "var a = ‹'b${c}'›", 'x', "var a = 'x'"],
    ['bicep', 'var a = b(1, ‹c›)', 'x', "var a = b(1, 'x')"],
    ['bicep', "var a = 'b.${ ‹c.d› }.e'", "it's", "var a = 'b.it\\'s.e'"],
    ['bicep', "var a = '${‹b›}'", 'x', "var a = 'x'"],
    ['bicep', "var a = $$'''b$${‹c›}'''", 'x', "var a = $$'''bx'''"],
    ['bicep', "var a = '$${‹b›}'", '{x', "var a = '$${'{x'}'"],
    ['bicep', 'var a = ‹true›', false, 'var a = false'],
    ['bicep', 'var a = {\n  b: ‹null›\n}', { properties: { c: 1 } }, 'var a = {\n  b: {\n    c: 1\n  }\n}'],
    ['bicep', 'var a = { b: ‹null› }', { properties: { c: 1 } }, 'var a = { b: { c: 1 } }'],
    ['bicep', 'var a = b.‹c›', 'x', undefined],
    ['bicep', 'var a = ‹b›()', 'x', undefined],
    ['bicep', '‹var a = b›', 'x', undefined],
    ['bicep', 'param a ‹string›', 'x', undefined],
    ['bicep', "‹resource a 'T/a@2020-01-01' = {}›", 'x', undefined],
    ['bicep', 'var a = map(b, ‹c› => 1)', 'x', undefined],
    ['bicep', 'var a = { ‹b: 1› }', 'x', undefined],
    ['template', '{ "a": ‹"b"› }', 'it\'s "', '{ "a": "it\'s \\"" }'],
    ['template', '{ "a": ‹"b"› }', '[x]', '{ "a": "[[x]" }'],
    ['template', '{ "a": ‹"b"› }', '[x] or [y', '{ "a": "[x] or [y" }'],
    ['template', `{ "a": ‹"[parameters('b')]"› }`, 'x', '{ "a": "x" }'],
    ['template', `{ "a": "[concat(‹parameters('b')›)]" }`, `it's "`, `{ "a": "[concat('it''s \\"')]" }`],
    ['template', `{ "a": "[if(‹true()›, 1, 2)]" }`, false, `{ "a": "[if(false(), 1, 2)]" }`],
    ['template', `{ "a": "[string(‹null()›)]" }`, [], undefined],
    ['template', '{ "a": ‹true› }', false, '{ "a": false }'],
    ['template', '{\n  "a": ‹null›\n}', ['b'], '{\n  "a": [\n    "b"\n  ]\n}'],
    ['template', '{ ‹"a"›: 1 }', 'x', undefined],
    ['template', `{ "a": "[‹concat›('b')]" }`, 'x', undefined],
    ['template', '{ ‹"a": 1› }', 'x', undefined],
    ['parameters', '{ "a": ‹"b"› }', '[x]', '{ "a": "[x]" }'],
  ];
  for (const [language, before, to, after] of rows) {
    it(`puts ${JSON.stringify(to)} into ${language} ${before}`, () => {
      assert.equal(
        edited(language, before, (editor, place) => editor.replaceValue(place, to)),
        after,
      );
    });
  }
});

describe('Editor.replaceWithExpression', () => {
  const choice = 'a ? b : c';
  const rows: readonly Row[] = [
    ['bicep', "var d = ‹'e'›", choice, 'var d = a ? b : c'],
    ['bicep', "var d = 'e${‹f›}'", choice, "var d = 'e${a ? b : c}'"],
    ['bicep', 'var d = ‹e› + 1', choice, 'var d = (a ? b : c) + 1'],
    ['bicep', 'var d = ‹e›.f', choice, 'var d = (a ? b : c).f'],
    ['bicep', 'var d = e[‹f›]', choice, 'var d = e[a ? b : c]'],
    ['bicep', 'var d = ‹e› ? f : g', choice, 'var d = (a ? b : c) ? f : g'],
    ['bicep', 'var d = e ? ‹f› : g', 'a.b', 'var d = e ? a.b : g'],
    ['bicep', 'var d = !‹e›', 'a.b', 'var d = !a.b'],
    ['template', '{ "a": ‹"b"› }', `c('"')`, `{ "a": "[c('\\"')]" }`],
    ['template', '{ "a": ‹null› }', "c('d')", `{ "a": "[c('d')]" }`],
    ['template', `{ "a": "[b(‹'c'›)]" }`, "c('d')", `{ "a": "[b(c('d'))]" }`],
    ['template', `{ "a": ‹"[b('c')]"› }`, "c('d')", `{ "a": "[c('d')]" }`],
    ['parameters', '{ "a": ‹"b"› }', "c('d')", undefined],
  ];
  for (const [language, before, to, after] of rows) {
    it(`puts ${to} into ${language} ${before}`, () => {
      assert.equal(
        edited(language, before, (editor, place) => editor.replaceWithExpression(place, { bicep: to, arm: to })),
        after,
      );
    });
  }
});

describe('Editor', () => {
  it('answers undefined for a file that it does not know', () => {
    const elsewhere = { uri: 'file:///other.bicep' };
    const asked = [
      edited('bicep', "var a = ‹'b'›", (editor, place) => editor.replaceValue({ ...place, ...elsewhere }, 'x')),
      edited('bicep', 'var a = { ‹b›: 1 }', (editor, place) => editor.removeProperty({ ...place, ...elsewhere })),
    ];
    assert.deepEqual(asked, [undefined, undefined]);
  });
});
