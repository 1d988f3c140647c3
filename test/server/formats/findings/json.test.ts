import assert from 'node:assert/strict';
import { tool } from '../../../../server/src/base/product';
import { formatJson } from '../../../../server/src/formats/findings/json';
import { findingAt, placeOf, reportOf, type ReportedText } from './reports';

describe('formatJson', () => {
  it('writes the document of the contract, in its order', () => {
    const main: ReportedText = { uri: 'file:///p/main.bicep', text: "zone 'eus'\n" };
    const finding = findingAt(main, "'eus'", {
      related: [{ message: 'used here', place: placeOf(main, 'zone') }],
      fixes: [{ title: "Write 'we'", safe: true, edits: [{ ...placeOf(main, 'eus'), newText: 'we' }] }],
      deployments: ['file:///p/prod.bicepparam'],
    });
    const text = formatJson(reportOf([main], [finding], { problems: [{ uri: 'file:///p/a.json', message: 'no' }] }));
    const document = JSON.parse(text) as { findings: { fingerprint: string }[] };
    const fingerprint = document.findings[0]?.fingerprint;
    assert.match(fingerprint ?? '', /^[0-9a-f]{16,}$/);
    const expected = {
      version: 1,
      tool,
      findings: [
        {
          ruleId: 'PE103',
          ruleName: 'static-ip',
          severity: 'error',
          message: "''eus'' is wrong.",
          file: 'main.bicep',
          startLine: 1,
          startColumn: 6,
          endLine: 1,
          endColumn: 11,
          docs: 'https://github.com/pelint/pelint/blob/main/docs/rules/pe103-static-ip.md',
          fingerprint,
          related: [
            { message: 'used here', file: 'main.bicep', startLine: 1, startColumn: 1, endLine: 1, endColumn: 5 },
          ],
          fixes: [
            {
              title: "Write 'we'",
              safe: true,
              edits: [{ file: 'main.bicep', startLine: 1, startColumn: 7, endLine: 1, endColumn: 10, newText: 'we' }],
            },
          ],
          suppression: null,
          deployments: ['prod.bicepparam'],
        },
      ],
      problems: [{ file: 'a.json', message: 'no' }],
      summary: { files: 1, errors: 1, warnings: 0, infos: 0, suppressed: 0, baseline: 0, durationMs: 41 },
    };
    assert.equal(text, `${JSON.stringify(expected, null, 2)}\n`);
  });
});
