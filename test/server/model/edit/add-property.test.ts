import assert from 'node:assert/strict';
import type { NewValue } from '../../../../server/src/model/edit/new-value';
import { edited, type EditedLanguage } from '../../../support/editing';

type Row = readonly [what: string, before: string, after: string | undefined];

/** Adds a property `n` with the text `x` to the marked object. */
function check(language: EditedLanguage, rows: readonly Row[]): void {
  for (const [what, before, after] of rows) {
    it(what, () => {
      assert.equal(
        edited(language, before, (editor, object) => editor.addTextProperty(object, 'n', 'x')),
        after,
      );
    });
  }
}

describe('Editor.addTextProperty in JSON', () => {
  check('template', [
    ['an empty root', '‹{}›', '{\n  "n": "x"\n}'],
    ['an empty object', '{\n    "o": ‹{}›\n}', '{\n    "o": {\n        "n": "x"\n    }\n}'],
    ['an empty object of one line', '{ "o": ‹{ }› }', '{ "o": { "n": "x" } }'],
    ['an empty object of two lines', '{\n\t"o": ‹{\n\t}›\n}', '{\n\t"o": {\n\t\t"n": "x"\n\t}\n}'],
    [
      'an object with a comment alone',
      '{\n  "o": ‹{\n    // none\n  }›\n}',
      '{\n  "o": {\n    // none\n    "n": "x"\n  }\n}',
    ],
    ['the same on one line', '{ "o": ‹{ /* none */ }› }', '{ "o": { /* none */ "n": "x" } }'],
    ['one line', '‹{ "a": 1 }›', '{ "a": 1, "n": "x" }'],
    ['one line with a comma at its end', '‹{ "a": 1, }›', '{ "a": 1, "n": "x", }'],
    ['one line with a comment at its end', '‹{ "a": 1 /* one */ }›', '{ "a": 1 /* one */, "n": "x" }'],
    ['lines', '‹{\n  "a": 1\n}›', '{\n  "a": 1,\n  "n": "x"\n}'],
    ['lines of tabs with CR LF', '‹{\r\n\t"a": 1\r\n}›', '{\r\n\t"a": 1,\r\n\t"n": "x"\r\n}'],
    ['lines with a comma at the end', '‹{\n  "a": 1,\n}›', '{\n  "a": 1,\n  "n": "x",\n}'],
    ['lines with a comment at the end', '‹{\n  "a": 1 // one\n}›', '{\n  "a": 1, // one\n  "n": "x"\n}'],
    ['lines with both', '‹{\n  "a": 1, // one\n}›', '{\n  "a": 1, // one\n  "n": "x",\n}'],
    ['a comment over two lines', '‹{\n  "a": 1 /* o\nne */\n}›', '{\n  "a": 1, /* o\nne */\n  "n": "x"\n}'],
    ['a comment below', '‹{\n  "a": 1\n  // end\n}›', '{\n  "a": 1,\n  "n": "x"\n  // end\n}'],
    ['a comma below', '‹{\n  "a": 1\n  , // end\n}›', '{\n  "a": 1\n  , // end\n  "n": "x",\n}'],
    ['a first line that starts with the brace', '‹{ "a": 1,\n  "b": 2\n}›', '{ "a": 1,\n  "b": 2,\n  "n": "x"\n}'],
    ['a brace that shares the last line', '‹{ "a": 1,\n  "b": 2 }›', '{ "a": 1,\n  "b": 2, "n": "x" }'],
    ['a line that starts with the brace alone', '‹{ "a": 1\n}›', '{ "a": 1,\n  "n": "x"\n}'],
    ['no object that has the property', '‹{ "N": 1 }›', undefined],
    ['no array', '{ "a": ‹[]› }', undefined],
    ['no property', '{ ‹"a": {}› }', undefined],
  ]);
});

describe('Editor.addTextProperty in Bicep', () => {
  check('bicep', [
    ['an empty object', 'var o = ‹{}›\n', "var o = {\n  n: 'x'\n}\n"],
    ['an empty object of one line', 'var o = { a: ‹{}› }\n', "var o = { a: { n: 'x' } }\n"],
    ['an object with a comment alone', 'var o = ‹{ // none\n}›\n', "var o = { // none\n  n: 'x'\n}\n"],
    ['one line', 'var o = ‹{ a: 1 }›\n', "var o = { a: 1, n: 'x' }\n"],
    ['lines', 'var o = ‹{\n    a: 1\n}›\n', "var o = {\n    a: 1\n    n: 'x'\n}\n"],
    ['lines of tabs with CR LF', 'var o = ‹{\r\n\ta: 1\r\n}›', "var o = {\r\n\ta: 1\r\n\tn: 'x'\r\n}"],
    ['lines with a comment at the end', 'var o = ‹{\n  a: 1 // one\n}›', "var o = {\n  a: 1 // one\n  n: 'x'\n}"],
    ['a brace that shares the last line', 'var o = ‹{\n  a: 1\n  b: 2 }›', "var o = {\n  a: 1\n  b: 2, n: 'x' }"],
    ['several on the last line', 'var o = ‹{\n  a: 1, b: 2\n}›', "var o = {\n  a: 1, b: 2\n  n: 'x'\n}"],
    ['a spread at the end', 'var o = ‹{\n  ...p\n}›', "var o = {\n  ...p\n  n: 'x'\n}"],
    [
      'a resource with a nested one',
      "resource a 'T/a@2020-01-01' = ‹{\n  name: 'a'\n\n  @description('b')\n  resource b 'b' = {\n    name: 'b'\n  }\n}›",
      "resource a 'T/a@2020-01-01' = {\n  name: 'a'\n  n: 'x'\n\n  @description('b')\n  resource b 'b' = {\n    name: 'b'\n  }\n}",
    ],
    ['an object in a call', 'var o = union(‹{}›, {})', "var o = union({\n  n: 'x'\n}, {})"],
  ]);
});

describe('Editor.addProperty', () => {
  const object: NewValue = {
    properties: {
      on: true,
      'a-b': ["it's"],
      code: { bicep: 'vault.id', arm: `resourceId('T/a', '"')` },
      none: { properties: {} },
    },
  };
  const add = (language: EditedLanguage, before: string): string | undefined =>
    edited(language, before, (editor, place) => editor.addProperty(place, 'n', object));

  it('writes an object over several lines in Bicep', () => {
    assert.equal(
      add('bicep', 'var o = {\n  p: ‹{\n    a: 1\n  }›\n}'),
      "var o = {\n  p: {\n    a: 1\n    n: {\n      on: true\n      'a-b': [\n        'it\\'s'\n      ]\n      code: vault.id\n      none: {}\n    }\n  }\n}",
    );
  });

  it('writes an object on one line in Bicep', () => {
    assert.equal(
      add('bicep', 'var o = ‹{ a: 1 }›'),
      "var o = { a: 1, n: { on: true, 'a-b': ['it\\'s'], code: vault.id, none: {} } }",
    );
  });

  it('writes an object over several lines in JSON', () => {
    assert.equal(
      add('template', '‹{\r\n  "a": 1\r\n}›'),
      [
        '{',
        '  "a": 1,',
        '  "n": {',
        '    "on": true,',
        '    "a-b": [',
        '      "it\'s"',
        '    ],',
        `    "code": "[resourceId('T/a', '\\"')]",`,
        '    "none": {}',
        '  }',
        '}',
      ].join('\r\n'),
    );
  });

  it('refuses an expression in a JSON parameters file', () => {
    assert.equal(add('parameters', '‹{}›'), undefined);
  });
});

describe('Editor.appendItem', () => {
  const rows: readonly (readonly [
    what: string,
    language: EditedLanguage,
    before: string,
    after: string | undefined,
  ])[] = [
    ['an empty array', 'template', '{\n  "a": ‹[]›\n}', '{\n  "a": [\n    "x"\n  ]\n}'],
    ['an empty array of one line', 'template', '{ "a": ‹[]› }', '{ "a": ["x"] }'],
    ['one line', 'template', '{ "a": ‹["b"]› }', '{ "a": ["b", "x"] }'],
    ['lines', 'template', '{\n  "a": ‹[\n    {}\n  ]›\n}', '{\n  "a": [\n    {},\n    "x"\n  ]\n}'],
    ['an empty array of Bicep', 'bicep', 'var a = ‹[]›', "var a = [\n  'x'\n]"],
    ['one line of Bicep', 'bicep', 'var a = ‹[1]›', "var a = [1, 'x']"],
    ['lines of Bicep', 'bicep', 'var a = ‹[\n  1 // one\n]›', "var a = [\n  1 // one\n  'x'\n]"],
    ['no loop', 'bicep', 'var a = ‹[for i in b: i]›', undefined],
    ['no object', 'bicep', 'var a = ‹{}›', undefined],
  ];
  for (const [what, language, before, after] of rows) {
    it(what, () => {
      assert.equal(
        edited(language, before, (editor, array) => editor.appendItem(array, 'x')),
        after,
      );
    });
  }
});

describe('Editor.appendItem with several items', () => {
  const rows: readonly (readonly [what: string, language: EditedLanguage, before: string, after: string])[] = [
    ['an empty array', 'template', '{\n  "a": ‹[]›\n}', '{\n  "a": [\n    "x",\n    "y"\n  ]\n}'],
    [
      'lines',
      'template',
      '{\n  "a": ‹[\n    {} // one\n  ]›\n}',
      '{\n  "a": [\n    {}, // one\n    "x",\n    "y"\n  ]\n}',
    ],
    ['one line of Bicep', 'bicep', 'var a = ‹[1]›', "var a = [1, 'x', 'y']"],
    ['lines of Bicep', 'bicep', 'var a = ‹[\n  1\n]›', "var a = [\n  1\n  'x'\n  'y'\n]"],
  ];
  for (const [what, language, before, after] of rows) {
    it(what, () => {
      assert.equal(
        edited(language, before, (editor, array) => editor.appendItem(array, 'x', 'y')),
        after,
      );
    });
  }
});

describe('Editor.appendBeside', () => {
  const rows: readonly (readonly [
    what: string,
    language: EditedLanguage,
    before: string,
    after: string | undefined,
  ])[] = [
    ['an item of a list', 'bicep', "var a = [\n  ‹'b'›\n  'c'\n]", "var a = [\n  'b'\n  'c'\n  'x'\n]"],
    ['an item in JSON', 'template', '{ "a": [‹"b"›] }', '{ "a": ["b", "x"] }'],
    ['a value that is no item', 'bicep', "var a = ‹'b'›", undefined],
    ['a part of an item', 'bicep', "var a = ['‹b›']", undefined],
  ];
  for (const [what, language, before, after] of rows) {
    it(what, () => {
      assert.equal(
        edited(language, before, (editor, item) => editor.appendBeside(item, 'x')),
        after,
      );
    });
  }
});
