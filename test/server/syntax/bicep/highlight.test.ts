import assert from 'node:assert/strict';
import { highlightsOf, type HighlightKind } from '../../../../server/src/syntax/bicep/highlight';
import { parseBicep, parseBicepParam } from '../../../../server/src/syntax/bicep/parse';
import { readMarks } from '../../../support/marks';

/** Checks that what is marked, and nothing else, has these kinds in the order of the text. */
function check(marked: string, kinds: readonly HighlightKind[], parse = parseBicep): void {
  const { text, spans } = readMarks(marked);
  const expected = spans.map(({ start, end }, index) => `${kinds[index]} ${text.slice(start, end)} at ${start}`);
  const found = highlightsOf(parse(text).tree);
  assert.deepEqual(
    found.map(({ kind, start, end }) => `${kind} ${text.slice(start, end)} at ${start}`),
    expected,
  );
}

describe('colours of Bicep', () => {
  for (const [what, marked, kinds] of [
    [
      'a parameter and its uses',
      "‹param› ‹p› ‹string› = ‹'a'›\n‹var› ‹v› = ‹p›",
      ['keyword', 'parameter', 'type', 'string', 'keyword', 'variable', 'parameter'],
    ],
    [
      'a resource',
      "‹resource› ‹r› ‹'T@1'› ‹existing› = {\n  ‹name›: ‹r›.‹id›\n}",
      ['keyword', 'variable', 'string', 'keyword', 'property', 'variable', 'property'],
    ],
    [
      'words that are keywords elsewhere',
      '‹var› ‹for› = { ‹in›: ‹if›, ‹as›: ‹resource› }',
      ['keyword', 'variable', 'property', 'variable', 'property', 'variable'],
    ],
    [
      'loops and conditions',
      "‹module› ‹m› ‹'x'› = [‹for› (‹a›, ‹b›) ‹in› ‹range›(‹0›, ‹3›): ‹if› (‹true›) {}]",
      [
        'keyword',
        'variable',
        'string',
        'keyword',
        'parameter',
        'parameter',
        'keyword',
        'function',
        'number',
        'number',
        'keyword',
        'keyword',
      ],
    ],
    [
      'decorators',
      "@‹sys›.‹description›(‹'x'›)\n@‹secure›()\n‹param› ‹p› ‹string›",
      ['namespace', 'decorator', 'string', 'decorator', 'keyword', 'parameter', 'type'],
    ],
    [
      'holes in texts',
      "‹var› ‹v› = ‹'a›${‹b›}‹c›${‹d›.‹e›}‹'›",
      ['keyword', 'variable', 'string', 'variable', 'string', 'variable', 'property', 'string'],
    ],
    ['texts of several lines', "‹var› ‹v› = ‹'''\na\n'''›", ['keyword', 'variable', 'string']],
    [
      'comments and directives',
      '‹// a›\n‹#disable-next-line x› ‹// b›\n‹var› ‹v› ‹/* c\n# */› = ‹1›',
      ['comment', 'macro', 'comment', 'keyword', 'variable', 'comment', 'number'],
    ],
    ['types', '‹type› ‹t› = { ‹a›: ‹int›[], ‹b›: ‹t›? }', ['keyword', 'type', 'property', 'type', 'property', 'type']],
    [
      'functions',
      '‹func› ‹f›(‹a› ‹string›) ‹int› => ‹map›(‹[]›, ‹x› => ‹az›.‹g›())'.replace('‹[]›', '[]'),
      ['keyword', 'function', 'parameter', 'type', 'type', 'function', 'parameter', 'namespace', 'function'],
    ],
    ['imports', "‹import› * ‹as› ‹n› ‹from› ‹'x'›", ['keyword', 'keyword', 'namespace', 'keyword', 'string']],
    [
      'a line that is only half typed',
      "‹resource› ‹zone› ‹'T@1›\n‹var› ‹v› = ‹null›",
      ['keyword', 'variable', 'string', 'keyword', 'variable', 'keyword'],
    ],
  ] as const)
    it(`tell apart ${what}`, () => {
      check(marked, kinds);
    });

  it('tell apart what parameter files hold', () => {
    const kinds = ['keyword', 'string', 'keyword', 'parameter', 'variable', 'number'] as const;
    check("‹using› ‹'main.bicep'›\n‹param› ‹p› = [‹v›, ‹1›]", kinds, parseBicepParam);
  });
});
