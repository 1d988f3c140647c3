import assert from 'node:assert/strict';
import { formatMarkdown } from '../../../../server/src/formats/findings/markdown';
import { awkwardFile, awkwardMessage, awkwardReport } from './awkward';
import { findingAt, reportOf } from './reports';

describe('formatMarkdown', () => {
  const text = { uri: 'file:///p/main.bicep', text: 'zone\n' };

  it('says how much was found, by rule and by file, without what is suppressed', () => {
    const markdown = formatMarkdown(awkwardReport());
    assert.match(markdown, /^## pelint: 1 error, 1 warning, 1 info\n/);
    assert.match(markdown, /^\| \[PE103 static-ip\]\(https:[^)]*\) \| error, warning, info \| 3 \|$/m);
    assert.equal(markdown.match(/second line/g)?.length, 3);
  });

  it('keeps awkward texts in their cells, as they are', () => {
    const markdown = formatMarkdown(awkwardReport());
    const rows = markdown.split('\n').filter((line) => line.includes('second line'));
    assert.deepEqual(
      rows.map((row) => unescape(row.split(' | ')[3]?.replace(/ \|$/, '') ?? '')),
      [0, 1, 2].map(() => awkwardMessage.replace('\r\n', ' ')),
    );
    for (const row of rows) assert.equal(row.split('|').length, 6, row);
    assert.equal(unescape(/<summary>(.*): 3 findings<\/summary>/.exec(markdown)?.[1] ?? ''), awkwardFile);
  });

  it('lets a message make nothing', () => {
    const message = '| <img src=x> </details> `code` [a](b) **x** _y_ \\| @user ![i](j)\n\n# title';
    const markdown = formatMarkdown(reportOf([text], [findingAt(text, 'zone', { message })]));
    const row = markdown.split('\n').find((line) => line.includes('img')) ?? '';
    assert.doesNotMatch(row.split(' | ')[3] ?? '', /[<>`*_[\]\\@]/);
    assert.doesNotMatch(markdown, /^# title/m);
  });

  it('ends before a page is too large, and says so', () => {
    const findings = Array.from({ length: 1200 }, () => findingAt(text, 'zone', { message: 'x'.repeat(300) }));
    const markdown = formatMarkdown(reportOf([text], findings));
    assert.match(markdown, /The first 1000 of 1200 findings are listed\./);
    assert.ok(Buffer.byteLength(markdown) < 1024 * 1024);
  });

  it('says that nothing was found, and what was not read', () => {
    const problems = [{ uri: text.uri, message: 'no <permission>' }];
    const markdown = formatMarkdown(reportOf([text], [], { problems }));
    assert.match(
      markdown,
      /^## pelint: no findings\n\n1 file checked\.\n\n### Not read\n\n- main\.bicep: no &#60;permission&#62;\n$/,
    );
  });
});

function unescape(text: string): string {
  return text.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
}
