import assert from 'node:assert/strict';
import { edited, type EditedLanguage } from '../../../support/editing';

type Row = readonly [what: string, before: string, after: string | undefined];

function check(language: EditedLanguage, rows: readonly Row[]): void {
  for (const [what, before, after] of rows) {
    it(what, () => {
      assert.equal(
        edited(language, before, (editor, item) => editor.removeItem(item)),
        after,
      );
    });
  }
}

describe('Editor.removeItem in JSON', () => {
  check('template', [
    ['the first of several lines', '{ "l": [\n  ‹1›,\n  2\n] }', '{ "l": [\n  2\n] }'],
    ['the last, with the comma before it', '{ "l": [\n  1,\n  ‹{ "a": 2 }›\n] }', '{ "l": [\n  1\n] }'],
    ['one in the middle of a line', '{ "l": [1, ‹2›, 3] }', '{ "l": [1, 3] }'],
    ['the only one', '{ "l": [‹1›] }', '{ "l": [] }'],
    ['nothing at a property', '{ "l": [{ ‹"a"›: 1 }] }', undefined],
    ["nothing at a call's argument", `{ "l": "[createArray(‹'a'›, 'b')]" }`, undefined],
  ]);
});

describe('Editor.removeItem in Bicep', () => {
  check('bicep', [
    ['the first of several lines', 'var l = [\n  ‹1›\n  2\n]\n', 'var l = [\n  2\n]\n'],
    [
      'an object of several lines',
      'var l = [\n  {\n    a: 1\n  }\n  ‹{\n    a: 2\n  }›\n]\n',
      'var l = [\n  {\n    a: 1\n  }\n]\n',
    ],
    ['the last on one line', 'var l = [1, ‹2›]\n', 'var l = [1]\n'],
    ['the only one', 'var l = [‹1›]\n', 'var l = []\n'],
    ['nothing in a loop', 'var l = [for i in range(0, 2): ‹{ a: i }›]\n', undefined],
  ]);
});
