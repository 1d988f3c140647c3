import type { JsonValue } from '../../../../server/src/formats/evaluated-value';

/** A YAML text and what the compiler (Bicep 0.49.2) makes of it; undefined where it refuses it. */
export type YamlSample = readonly [text: string, expected: JsonValue | undefined];

export const yamlSamples: readonly YamlSample[] = [
  // Booleans and null
  ['[true, True, TRUE, TrUe, false, yes, No, on, y]', [true, true, true, true, false, 'yes', 'No', 'on', 'y']],
  ['[null, Null, NULL, nUll, ~, ~x]', [null, null, null, null, null, '~x']],
  ['a:\nb: ""\nc: !!str\n', { a: null, b: '', c: '' }],
  ['- x\n-\n- - y\n', ['x', null, ['y']]],
  ['a: {b: , c: null, d, e:\n}\n', { a: { b: '', c: null, d: '', e: '' } }],
  ['? k\n? l\n: 1\n', { k: null, l: 1 }],
  // Numbers
  ['[12, -3, +12, 0777, 08, -0, 1_000, 1__0, _1, 1_]', [12, -3, 12, 777, 8, 0, 1000, 10, 1, 1]],
  ['[0xff, +0x1F, 0o17, -0o17, 0b101, 0x1G]', [255, 31, 15, -15, 5, '0x1G']],
  ['[1:30, 2024-01-02, 1.2.3, 1-2, 1 2]', ['1:30', '2024-01-02', '1.2.3', '1-2', '1 2']],
  [
    'a: "12"\nb: \'12\'\nc: !!str 12\nd: !!float 3\ne: !!int "3"\nf: ! 4\n',
    { a: '12', b: '12', c: '12', d: 3, e: '3', f: 4 },
  ],
  // Text
  ["a: \"x\\ty\\u00e9\"\nb: 'it''s'\nc: plain # comment\nd: a#b\n", { a: 'x\tyé', b: "it's", c: 'plain', d: 'a#b' }],
  ['a: "many\n  lines"\nb: many\n  lines\n', { a: 'many lines', b: 'many lines' }],
  [
    'a: |\n  x\n  y\nb: >\n  x\n  y\n\n  z\nc: |+\n  x\n\nd: |-\n  x\ne: 1\n',
    { a: 'x\ny\n', b: 'x y\nz\n', c: 'x\n\n', d: 'x', e: 1 },
  ],
  ['a: |\n  x\n', { a: 'x' }],
  ['a: |+\n  x\n\n# comment\n', { a: 'x' }],
  ['a: 1\r\nb: |\r\n  x\r\n  y\r\nc: 2\r\n', { a: 1, b: 'x\ny\n', c: 2 }],
  ['just text\n', 'just text'],
  ['\uFEFFa: 1\n', { a: 1 }],
  ['{"a": [1, {"b": "c"}]}', { a: [1, { b: 'c' }] }],
  // Keys
  [
    '1.5: x\nnull: y\n~: z\ntrue: t\n0x10: v\n"q": r\n',
    { '1.5': 'x', null: 'y', '~': 'z', true: 't', '0x10': 'v', q: 'r' },
  ],
  ['A: 1\na: 2\n', { A: 1, a: 2 }],
  // Anchors and merge keys
  ['x: &a [1]\ny: *a\n', { x: [1], y: [1] }],
  ['b: &b {p: 1, q: 2}\nm:\n  q: 3\n  <<: *b\n', { b: { p: 1, q: 2 }, m: { q: 3, p: 1 } }],
  ['b: &b {p: 1, q: 2}\nn:\n  <<: [*b, {p: 9, r: 4}]\n', { b: { p: 1, q: 2 }, n: { p: 9, q: 2, r: 4 } }],
  ['<<: {x: 1}\nx: 2\n', { x: 2 }],
  ['a: <<\n"<<": {b: 1}\n', { a: '<<', b: 1 }],
  // Tags and documents
  ['[!custom x, !!binary aGk=, !!bool yes]', ['x', 'aGk=', 'yes']],
  ['a: !!set {b, c}\n', { a: { b: '', c: '' } }],
  ['a: 1\n---\nb: 2\n', { a: 1 }],
  ['%YAML 1.2\n---\na: yes\n', { a: 'yes' }],
  // What is refused
  ['', undefined],
  ['# nothing\n', undefined],
  ['a: 1\na: 2\n', undefined],
  ['a: [1,\n', undefined],
  ['a:\n\tb: 1\n', undefined],
  ['a: @x\n', undefined],
  ['a: b: c\n', undefined],
  [': v\n', undefined],
  ['k: {? [1, 2] : x}\n', undefined],
  ['a: *nothing\n', undefined],
  ['a: *x\nb: &x 1\n', undefined],
  ['a: &a\n  b: *a\n', undefined],
];
