import assert from 'node:assert/strict';
import vm from 'node:vm';
import { formatHtml } from '../../../../server/src/formats/findings/html';
import { pageScript } from '../../../../server/src/formats/findings/html-page';
import { awkwardFile, awkwardMessage, awkwardReport } from './awkward';
import { findingAt, reportOf } from './reports';

describe('formatHtml', () => {
  const text = { uri: 'file:///p/main.bicep', text: 'zone\n' };

  it('keeps awkward texts as they are', () => {
    const html = formatHtml(awkwardReport());
    const cells = [...html.matchAll(/<td>([^<]*second line[^<]*)<\/td>/g)].map(([, cell = '']) => unescape(cell));
    assert.deepEqual(cells, [awkwardMessage, awkwardMessage, awkwardMessage, `${awkwardMessage}\nSuppressed: known`]);
    assert.equal(unescape(/<caption>([^<]*)<\/caption>/.exec(html)?.[1] ?? ''), awkwardFile);
  });

  it('loads nothing, and lets no message load or run anything', () => {
    const message = '<script>alert(1)</script><img src="https://x.test/y" onerror=alert(1)>';
    const html = formatHtml(reportOf([text], [findingAt(text, 'zone', { message })]));
    assert.match(html, /default-src 'none'/);
    assert.equal(html.match(/<script/g)?.length, 1);
    assert.doesNotMatch(html, /<(img|link|iframe)\b|@import|url\(|\bsrc=[^&]/);
  });

  it('lets no path make anything either', () => {
    const html = formatHtml(reportOf([text], [findingAt(text, 'zone')], { pathOf: () => 'a<b>&"c.bicep' }));
    assert.match(html, /<caption>a&lt;b&gt;&amp;&quot;c\.bicep<\/caption>/);
  });

  it('says that nothing was found, and what was not read', () => {
    const html = formatHtml(reportOf([text], [], { problems: [{ uri: text.uri, message: 'no <permission>' }] }));
    assert.match(html, /Nothing was found\./);
    assert.match(html, /<li>main\.bicep: no &lt;permission&gt;<\/li>/);
    assert.doesNotMatch(html, /<form/);
  });

  it('shows what fits the words, the level and the rule, and hides a file of which nothing does', () => {
    const page = fakePage([
      { file: 'a.bicep', rows: [row('error', 'PE101', 'One zone'), row('warning', 'PE102', 'Two')] },
      { file: 'b.bicep', rows: [row('error', 'PE102', 'Three')] },
    ]);
    assert.deepEqual(page.search({}), ['One zone', 'Two', 'Three']);
    assert.deepEqual(page.search({ level: 'error', rule: 'PE102' }), ['Three']);
    assert.deepEqual(page.search({ text: 'ZONE a.bicep' }), ['One zone']);
    assert.deepEqual(page.search({ text: 'nowhere' }), []);
    assert.equal(page.shown.value, '0 shown');
  });
});

interface Row {
  readonly dataset: { readonly level: string; readonly rule: string };
  readonly textContent: string;
  hidden: boolean;
}

function row(level: string, rule: string, textContent: string): Row {
  return { dataset: { level, rule }, textContent, hidden: false };
}

/** As much of a page as the script uses. */
function fakePage(files: readonly { readonly file: string; readonly rows: readonly Row[] }[]) {
  const elements = { text: { value: '' }, level: { value: '' }, rule: { value: '' } };
  const listeners = new Map<string, () => void>();
  const form = {
    elements,
    hidden: true,
    addEventListener: (name: string, run: () => void) => listeners.set(name, run),
  };
  const shown = { value: '' };
  const tables = files.map(({ file, rows }) => ({
    caption: { textContent: file },
    tBodies: [{ rows }],
    hidden: false,
  }));
  vm.runInNewContext(pageScript, {
    document: {
      querySelector: (name: string) => (name === 'form' ? form : shown),
      querySelectorAll: () => tables,
    },
  });
  assert.equal(form.hidden, false);
  const search = (wanted: { text?: string; level?: string; rule?: string }): string[] => {
    elements.text.value = wanted.text ?? '';
    elements.level.value = wanted.level ?? '';
    elements.rule.value = wanted.rule ?? '';
    listeners.get('input')?.();
    return tables
      .filter((table) => !table.hidden)
      .flatMap(({ tBodies }) => tBodies.flatMap(({ rows }) => rows))
      .filter(({ hidden }) => !hidden)
      .map(({ textContent }) => textContent);
  };
  return { shown, search };
}

function unescape(text: string): string {
  const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  return text.replace(/&(#?\w+);/g, (_, name: string) => named[name] ?? '?');
}
