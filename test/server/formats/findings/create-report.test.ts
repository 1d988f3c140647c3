import assert from 'node:assert/strict';
import { findingAt, placeOf, reportOf, type ReportedText } from './reports';

const main: ReportedText = { uri: 'file:///p/main.bicep', text: "first\r\nse\u{1F512}cond 'static'\nthird\n" };
const other: ReportedText = { uri: 'file:///p/Z.bicep', text: 'zone\n' };

describe('createReport', () => {
  it('counts lines and UTF-16 columns from 1, the end exclusive', () => {
    const [finding] = reportOf([main], [findingAt(main, "'static'")]).findings;
    const { startLine, startColumn, endLine, endColumn } = finding ?? {};
    // The lock is two UTF-16 units.
    assert.deepEqual(
      { startLine, startColumn, endLine, endColumn },
      { startLine: 2, startColumn: 10, endLine: 2, endColumn: 18 },
    );
  });

  it('sorts by file, line, column and rule, the same on every machine', () => {
    const findings = [
      findingAt(main, 'third'),
      findingAt(main, "'static'", { ruleId: 'PE201' }),
      findingAt(main, "'static'", { ruleId: 'PE103' }),
      findingAt(main, 'cond'),
      findingAt(other, 'zone'),
    ];
    assert.deepEqual(
      reportOf([main, other], findings).findings.map(
        (finding) => `${finding.file} ${finding.startLine} ${finding.ruleId}`,
      ),
      ['Z.bicep 1 PE103', 'main.bicep 2 PE103', 'main.bicep 2 PE103', 'main.bicep 2 PE201', 'main.bicep 3 PE103'],
    );
  });

  it('counts what counts, and lists what is suppressed only when asked', () => {
    const suppression = {
      kind: 'inSource',
      reason: 'agreed',
      place: placeOf(main, 'first'),
      until: undefined,
    } as const;
    const findings = [
      findingAt(main, 'third', { severity: 'warning' }),
      findingAt(main, 'cond', { severity: 'info' }),
      findingAt(main, "'static'", { suppression }),
    ];
    const summary = { files: 1, errors: 0, warnings: 1, infos: 1, suppressed: 1, baseline: 0, durationMs: 41 };
    const short = reportOf([main], findings);
    assert.deepEqual(short.summary, summary);
    assert.equal(short.findings.length, 2);
    const full = reportOf([main], findings, { showSuppressed: true });
    assert.deepEqual(full.summary, summary);
    assert.equal(full.findings.find((finding) => finding.suppression !== null)?.suppression?.reason, 'agreed');
  });

  it('survives a finding in a text that it was not given', () => {
    const [finding] = reportOf([], [findingAt(main, 'cond')]).findings;
    assert.equal(finding?.startLine, 1);
  });
});

describe('fingerprints', () => {
  const prints = (text: string, ...parts: string[]): (string | undefined)[] => {
    const file = { uri: main.uri, text };
    return reportOf(
      [file],
      parts.map((part) => findingAt(file, part)),
    ).findings.map(({ fingerprint }) => fingerprint);
  };

  it('stay when the line moves or is indented anew', () => {
    assert.deepEqual(prints('zone  here\n', 'zone'), prints('new line\n\n   zone here\r\n', 'zone'));
  });

  it('change with the line, the rule and the file', () => {
    const all = [
      ...prints('zone here', 'zone'),
      ...prints('zone there', 'zone'),
      ...reportOf([other], [findingAt(other, 'zone', { ruleId: 'PE201' })]).findings.map((found) => found.fingerprint),
      ...reportOf([other], [findingAt(other, 'zone')]).findings.map((found) => found.fingerprint),
    ];
    assert.equal(new Set(all).size, 4);
  });

  it('tell equal lines apart', () => {
    const text = { uri: main.uri, text: 'zone\nzone\n' };
    const findings = [0, 5].map((start) => ({
      ...findingAt(main, 'third'),
      place: { uri: text.uri, start, end: start + 4 },
    }));
    const [first, second] = reportOf([text], findings).findings;
    assert.notEqual(first?.fingerprint, second?.fingerprint);
    assert.equal(first?.fingerprint, prints('zone', 'zone')[0]);
  });

  it('are those of the project, wherever the command runs', () => {
    const [here] = reportOf([main], [findingAt(main, 'cond')]).findings;
    const [there] = reportOf([main], [findingAt(main, 'cond')], { pathOf: () => '../p/main.bicep' }).findings;
    assert.equal(there?.file, '../p/main.bicep');
    assert.equal(here?.fingerprint, there.fingerprint);
  });
});
