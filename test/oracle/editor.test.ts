import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { applyEdits, type TextEdit } from '../../server/src/base/text-edit';
import { createEditor } from '../../server/src/model/edit/create-editor';
import type { Editor } from '../../server/src/model/edit/editor';
import { bicepChildren, type BicepNode } from '../../server/src/syntax/bicep/walk';
import { readEditable } from '../support/editing';
import { readMarks } from '../support/marks';
import { temporaryFolder } from '../support/temporary-folder';

const bicep = process.env['PELINT_BICEP'];
const uri = 'file:///edited.bicep';

/** What the real compiler makes of texts that the editor has written. */
describe('Editor and the Bicep compiler', () => {
  before(function () {
    if (bicep !== undefined) return;
    console.log('      skipped: PELINT_BICEP does not name a Bicep compiler');
    this.skip();
  });

  const objects = [
    'var empty = {}',
    'var blank = { }',
    'var lines = {\n}',
    'var comment = {\n  // none\n}',
    'var oneLine = { a: 1 }',
    'var withComment = { a: 1 /* a */ }',
    'var usual = {\n  a: 1\n  b: { c: {} } // b\n  // end\n}',
    'var mixed = {\n  a: 1, b: 2\n  c: 3 }',
    'var spread = {\n  a: 1\n  ...usual\n}',
    'var called = union({ a: 1 }, {})',
  ].join('\n');
  for (const [what, text] of [
    ['LF', objects],
    ['CR LF and tabs', objects.replaceAll('\n', '\r\n').replaceAll('  ', '\t')],
  ] as const) {
    it(`adds to objects of every layout: ${what}`, () => {
      const places = nodesOf(text).filter((node) => node.kind === 'object');
      const added = edit(text, (editor) =>
        places.flatMap(({ start, end }) => editor.addTextProperty({ uri, start, end }, "it's", 'x') ?? []),
      );
      // A property of JSON, or an argument of createObject.
      assert.equal(JSON.stringify(compile(added)).match(/it's":"x"|it''s', 'x'/g)?.length, places.length, added);
    });
  }

  it('removes from objects of every layout', () => {
    const marked = [
      'var lines = {\n  a: 1\n  ‹gone›: 2\n  b: 3\n}',
      'var last = {\n  a: 1\n  ‹gone›: {\n    c: 2\n  }\n}',
      'var only = {\n  ‹gone›: 1 // one\n}',
      'var first = { ‹gone›: 1, a: 2 }',
      'var middle = { a: 1, ‹gone›: 2, b: 3 }',
      'var end = { a: 1, ‹gone›: 2 }',
      'var trailing = { a: 1, ‹gone›: 2, }',
      'var mixed = {\n  a: 1, ‹gone›: 2\n  b: 3 }',
      'var closed = {\n  a: 1 // a\n  ‹gone›: 2 }',
    ];
    const { text, spans } = readMarks(marked.join('\n'));
    const removed = edit(text, (editor) => spans.flatMap((span) => editor.removeProperty({ uri, ...span }) ?? []));
    assert.deepEqual(compile(removed), {
      lines: { a: 1, b: 3 },
      last: { a: 1 },
      only: {},
      first: { a: 2 },
      middle: { a: 1, b: 3 },
      end: { a: 1 },
      trailing: { a: 1 },
      mixed: { a: 1, b: 3 },
      closed: { a: 1 },
    });
  });

  it('writes any text into strings of every kind', () => {
    const texts = ['', 'plain', "it's", "'", "'''", '\\', '\\n', '${x}', '$', '{', '$${', '\t\r\n', 'é\u{1f600}'];
    const kinds = ["'a‹b›c'", "'‹b›'", "'a$‹b›'", "'a\\\\‹b›\\n'", "'''a‹b›c'''", "'''\n‹b›'''"];
    const values = kinds.flatMap((kind) => texts.map((text) => [kind, text] as const));
    const lines: string[] = [];
    const expected: Record<string, unknown> = {};
    for (const [kind, wanted] of values) {
      const { text, spans } = readMarks(`var value${lines.length} = ${kind}`);
      const [span] = spans;
      assert.ok(span);
      const change = editorOf(text).replaceInText({ uri, ...span }, wanted);
      if (change === undefined) continue;
      expected[`value${lines.length}`] = unescaped(kind, wanted);
      lines.push(applyEdits(text, [change]));
    }
    // Multi-line strings cannot hold some of them; all others can.
    assert.ok(lines.length > values.length - 2 * texts.length && lines.length > 4 * texts.length);
    assert.deepEqual(compile(lines.join('\n')), expected);
  });
});

/** What a string of a kind means with a text in place of its mark. */
function unescaped(kind: string, wanted: string): string {
  const content = kind
    .replace(/^'''\n?|'''$|^'|'$/g, '')
    .replaceAll('\\\\', '\\')
    .replaceAll('\\n', '\n');
  const [before = '', behind = ''] = content.split(/‹.*›/);
  return before + wanted + behind;
}

function editorOf(text: string): Editor {
  const { file, problems } = readEditable('bicep', text);
  assert.deepEqual(problems, []);
  return createEditor((wanted) => (wanted === uri ? file : undefined));
}

function edit(text: string, edits: (editor: Editor) => readonly TextEdit[]): string {
  return applyEdits(text, edits(editorOf(text)));
}

function nodesOf(text: string): readonly BicepNode[] {
  const nodes: BicepNode[] = [readEditable('bicep', text).file.tree];
  for (const node of nodes) nodes.push(...bicepChildren(node));
  return nodes;
}

/** The variables of the template that the compiler makes. Brackets escape nothing in the texts used here. */
function compile(text: string): unknown {
  const folder = temporaryFolder({ 'main.bicep': text });
  try {
    const file = path.join(folder.path, 'main.bicep');
    const { status, stdout, stderr } = spawnSync(bicep ?? '', ['build', '--stdout', file], { encoding: 'utf8' });
    assert.equal(status, 0, `${stderr}\n${text}`);
    return (JSON.parse(stdout) as { variables: unknown }).variables;
  } finally {
    folder.remove();
  }
}
