import assert from 'node:assert/strict';
import { edited, type EditedLanguage } from '../../../support/editing';

type Row = readonly [what: string, before: string, after: string | undefined];

function check(language: EditedLanguage, rows: readonly Row[]): void {
  for (const [what, before, after] of rows) {
    it(what, () => {
      assert.equal(
        edited(language, before, (editor, key) => editor.removeProperty(key)),
        after,
      );
    });
  }
}

describe('Editor.removeProperty in JSON', () => {
  check('template', [
    ['the first of several lines', '{\n  ‹"a"›: 1,\n  "b": 2\n}', '{\n  "b": 2\n}'],
    ['one in the middle', '{\n  "a": 1,\n  ‹"b"›: 2,\n  "c": 3\n}', '{\n  "a": 1,\n  "c": 3\n}'],
    ['the last, with the comma before it', '{\n  "a": 1,\n  ‹"b"›: 2\n}', '{\n  "a": 1\n}'],
    ['the last of a list with a comma at its end', '{\n  "a": 1,\n  ‹"b"›: 2,\n}', '{\n  "a": 1,\n}'],
    ['the only one', '{\n  ‹"a"›: 1\n}', '{}'],
    ['the only one, with a comma', '{\n  ‹"a"›: 1,\n}', '{}'],
    ['the first on one line', '{ ‹"a"›: 1, "b": 2 }', '{ "b": 2 }'],
    ['the middle one on one line', '{ "a": 1, ‹"b"›: 2, "c": 3 }', '{ "a": 1, "c": 3 }'],
    ['the last on one line', '{ "a": 1, ‹"b"›: 2 }', '{ "a": 1 }'],
    ['the only one on one line', '{ ‹"a"›: 1 }', '{}'],
    ['without any blanks', '{"a":1,‹"b"›:2,"c":3}', '{"a":1,"c":3}'],
    ['the last without any blanks', '{"a":1,‹"b"›:2}', '{"a":1}'],
    ['a value of several lines', '{\n\t‹"a"›: [\n\t\t1 // one\n\t],\n\t"b": 2\n}', '{\n\t"b": 2\n}'],
    ['one in an inner object', '{\n  "o": { "a": 1, ‹"b"›: 2 },\n  "c": 3\n}', '{\n  "o": { "a": 1 },\n  "c": 3\n}'],
    ['an object that becomes empty', '{\n  "o": {\n    ‹"a"›: 1\n  }\n}', '{\n  "o": {}\n}'],
    ['with CR LF', '{\r\n  "a": 1,\r\n  ‹"b"›: 2\r\n}', '{\r\n  "a": 1\r\n}'],
    ['the comment behind it goes', '{\n  ‹"a"›: 1, // a\n  "b": 2 // b\n}', '{\n  "b": 2 // b\n}'],
    ['the comment behind the one before stays', '{\n  "a": 1, // a\n  ‹"b"›: 2 // b\n}', '{\n  "a": 1 // a\n}'],
    ['comments on lines of their own stay', '{\n  // one\n  ‹"a"›: 1\n  // two\n}', '{\n  // one\n  // two\n}'],
    ['a comment before it on its line stays', '{ /* one */ ‹"a"›: 1 }', '{ /* one */ }'],
    ['a comment before the next on its line stays', '{ ‹"a"›: 1, /* b */ "b": 2 }', '{ /* b */ "b": 2 }'],
    ['a comma that starts the next line', '{\n  ‹"a"›: 1\n, "b": 2\n}', '{\n "b": 2\n}'],
    ['a comma that starts its line', '{\n  "a": 1\n, ‹"b"›: 2\n}', '{\n  "a": 1\n\n}'],
    ['the closing bracket behind it moves up', '{ "a": 1,\n  ‹"b"›: 2 }', '{ "a": 1 }'],
    ['the closing bracket moves into no comment', '{ "a": 1, // a\n  ‹"b"›: 2 }', '{ "a": 1 // a\n   }'],
    ['the last of a line in the middle', '{\n  "a": 1, ‹"b"›: 2,\n  "c": 3\n}', '{\n  "a": 1,\n  "c": 3\n}'],
    ['the first of a line', '{\n  ‹"a"›: 1, "b": 2,\n  "c": 3\n}', '{\n  "b": 2,\n  "c": 3\n}'],
    ['a name that is an expression', `{ ‹"[parameters('a')]"›: 1, "b": 2 }`, '{ "b": 2 }'],
    ['nothing at a value', '{ "a": ‹1› }', undefined],
    ['nothing at an item', '{ "a": [‹"b"›] }', undefined],
  ]);
});

describe('Editor.removeProperty in Bicep', () => {
  check('bicep', [
    ['the first of several lines', 'var o = {\n  ‹a›: 1\n  b: 2\n}\n', 'var o = {\n  b: 2\n}\n'],
    ['the last of several lines', 'var o = {\n  a: 1\n  ‹b›: 2\n}\n', 'var o = {\n  a: 1\n}\n'],
    ['the only one', 'var o = {\n  ‹a›: 1\n}\n', 'var o = {}\n'],
    ['the first on one line', 'var o = { ‹a›: 1, b: 2 }', 'var o = { b: 2 }'],
    ['the middle one on one line', 'var o = { a: 1, ‹b›: 2, c: 3 }', 'var o = { a: 1, c: 3 }'],
    ['the last on one line', 'var o = { a: 1, ‹b›: 2 }', 'var o = { a: 1 }'],
    ['the last of a line of several', 'var o = {\n  a: 1, ‹b›: 2\n  c: 3\n}', 'var o = {\n  a: 1\n  c: 3\n}'],
    ['a quoted name', "var o = {\n  ‹'a-b'›: 1\n  c: 3\n}", 'var o = {\n  c: 3\n}'],
    ['a name with a hole', "var o = {\n  ‹'${o}'›: 1\n  c: 3\n}", 'var o = {\n  c: 3\n}'],
    ['a value of several lines', 'var o = {\r\n\t‹a›: {\r\n\t\tb: 1\r\n\t}\r\n\tc: 3\r\n}', 'var o = {\r\n\tc: 3\r\n}'],
    ['the comment behind it goes', 'var o = {\n  ‹a›: 1 // a\n  b: 2 // b\n}', 'var o = {\n  b: 2 // b\n}'],
    [
      'comments and directives above stay',
      'var o = {\n  // one\n  #disable-next-line PE103\n  ‹a›: 1\n  b: 2\n}',
      'var o = {\n  // one\n  #disable-next-line PE103\n  b: 2\n}',
    ],
    [
      'one of a resource',
      "resource a 'T/a@2020-01-01' = {\n  name: 'a'\n  properties: {\n    ‹b›: []\n    c: 1\n  }\n}",
      "resource a 'T/a@2020-01-01' = {\n  name: 'a'\n  properties: {\n    c: 1\n  }\n}",
    ],
    [
      'one of a resource in a loop with a condition',
      "resource a 'T/a@2020-01-01' = [for i in [1]: if (true) {\n  name: 'a'\n  ‹b›: i\n}]",
      "resource a 'T/a@2020-01-01' = [for i in [1]: if (true) {\n  name: 'a'\n}]",
    ],
    ['one of a default value', 'param p object = { ‹a›: 1 }', 'param p object = {}'],
    [
      "one of a module's parameters",
      "module m 'm.bicep' = { params: { ‹a›: 1 } }",
      "module m 'm.bicep' = { params: {} }",
    ],
    ['nothing of a type', 'type t = {\n  ‹a›: string\n}', undefined],
  ]);
});

describe('Editor.removeProperty in parameter files', () => {
  check('bicepparam', [
    ['of Bicep', "using 'm.bicep'\nparam o = {\n  ‹a›: 1\n  b: 2\n}\n", "using 'm.bicep'\nparam o = {\n  b: 2\n}\n"],
  ]);
  check('parameters', [['of JSON', '{ "parameters": { ‹"a"›: 1, "b": 2 } }', '{ "parameters": { "b": 2 } }']]);
});
