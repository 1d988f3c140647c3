import assert from 'node:assert/strict';
import { formatStylish } from '../../../../server/src/formats/findings/stylish';
import { colorPalette, plainPalette } from '../../../../server/src/formats/palette';
import type { Finding } from '../../../../server/src/lint/finding';
import { findingAt, placeOf, reportOf, type ReportedText } from './reports';

const main: ReportedText = { uri: 'file:///p/main.bicep', text: `${'\n'.repeat(9)}zone 'eus'\nvault\n` };
const other: ReportedText = { uri: 'file:///p/b.bicep', text: 'ip\n' };

function fixOf(text: ReportedText, part: string, safe: boolean): Finding['fixes'] {
  return [{ title: '', safe, edits: [{ ...placeOf(text, part), newText: '' }] }];
}

describe('formatStylish', () => {
  it('groups by file in columns, and sums up', () => {
    const findings = [
      findingAt(main, "'eus'", {
        ruleId: 'PE202',
        ruleName: 'unknown-geo-code',
        severity: 'warning',
        message: 'Not a code.',
        related: [
          { message: 'given here', place: placeOf(other, 'ip') },
          { message: 'the vault', place: placeOf(main, 'vault') },
        ],
        deployments: ['file:///p/prod.bicepparam', 'file:///p/dev.bicepparam'],
        partial: true,
        fixes: fixOf(main, "'eus'", false),
      }),
      findingAt(main, 'vault', { message: 'Public.', fixes: fixOf(main, 'vault', true) }),
      findingAt(other, 'ip', { severity: 'info', message: 'Odd.' }),
    ];
    assert.equal(
      formatStylish(reportOf([main, other], findings), plainPalette),
      `b.bicep
  1:1  info  PE103 static-ip  Odd.

main.bicep
  10:6  warning  PE202 unknown-geo-code  Not a code. [prod.bicepparam, dev.bicepparam]
        b.bicep:1:1  given here
        11:1         the vault
  11:1  error    PE103 static-ip         Public.

3 findings (1 error, 1 warning, 1 info) in 2 of 2 files. 1 fixable with --fix, 1 more with --fix --unsafe-fixes.
`,
    );
  });

  it('says with which parameters alone something is found, unless that goes without saying', () => {
    const [dev, prod, ...more] = ['dev', 'prod', 'a', 'b', 'c'].map((name) => `file:///p/${name}.bicepparam`);
    assert(dev !== undefined && prod !== undefined);
    const parameters: ReportedText = { uri: prod, text: "zone 'wus'\n" };
    const findings = [
      findingAt(main, "'eus'", { message: 'All.', deployments: [dev, prod] }),
      findingAt(main, 'vault', { message: 'Many.', deployments: [dev, prod, ...more], partial: true }),
      findingAt(parameters, "'wus'", { message: 'Here.', deployments: [prod], partial: true }),
    ];
    const lines = formatStylish(reportOf([main, parameters], findings), plainPalette).split('\n');
    assert.deepEqual(
      lines.filter((line) => line.includes('PE103')).map((line) => line.replace(/.*static-ip +/, '')),
      ['All.', 'Many. [dev.bicepparam, prod.bicepparam, a.bicepparam and 2 more]', 'Here.'],
    );
  });

  it('says so where nothing is found', () => {
    assert.equal(formatStylish(reportOf([main], []), plainPalette), 'No findings in 1 file.\n');
    assert.equal(formatStylish(reportOf([], []), plainPalette), 'Nothing was checked.\n');
  });

  it('shows what is suppressed, and why, without counting it', () => {
    const suppression = { kind: 'inSource', reason: 'agreed', place: placeOf(main, 'zone'), until: undefined } as const;
    const findings = [findingAt(main, 'vault', { message: 'Public.', suppression })];
    assert.equal(
      formatStylish(reportOf([main], findings, { showSuppressed: true }), plainPalette),
      `main.bicep
  11:1  suppressed  PE103 static-ip  Public.
        suppressed: agreed

No findings in 1 file (1 suppressed).
`,
    );
  });

  it('colours without changing the text', () => {
    const report = reportOf([main, other], [findingAt(main, 'vault'), findingAt(other, 'ip', { severity: 'info' })]);
    const colored = formatStylish(report, colorPalette);
    assert.ok(colored.includes(colorPalette.red('error')));
    assert.equal(colored.replace(/\p{Cc}\[\d+m/gu, ''), formatStylish(report, plainPalette));
  });

  it('lets no template write on the screen', () => {
    const message = 'Name \u001b[2J\u202egnp.exe\nand\u0007 more';
    const text = formatStylish(reportOf([main], [findingAt(main, 'vault', { message })]), plainPalette);
    assert.match(text, /Name \\u\{1b\}\[2J\\u\{202e\}gnp\.exe and\\u\{7\} more\n/);
  });
});
