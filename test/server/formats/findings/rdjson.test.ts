import assert from 'node:assert/strict';
import { formatRdjson } from '../../../../server/src/formats/findings/rdjson';
import { awkwardFile, awkwardMessage, awkwardReport } from './awkward';
import { findingAt, placeOf, reportOf } from './reports';

interface Document {
  diagnostics: {
    message: string;
    location: { path: string; range: { start: { column?: number }; end: { column?: number } } };
    severity: string;
    suggestions: { text: string }[];
  }[];
}

describe('formatRdjson', () => {
  const text = { uri: 'file:///p/main.bicep', text: "// é😀 'zone' here\n" };
  const read = (report: Parameters<typeof formatRdjson>[0]): Document['diagnostics'] =>
    (JSON.parse(formatRdjson(report)) as Document).diagnostics;

  it('gives what counts, whole', () => {
    const found = read(awkwardReport());
    assert.deepEqual(
      found.map(({ severity, message, location }) => [severity, message, location.path]),
      ['ERROR', 'WARNING', 'INFO'].map((severity) => [severity, awkwardMessage, awkwardFile]),
    );
  });

  it('counts columns in bytes', () => {
    const [found] = read(reportOf([text], [findingAt(text, 'zone')]));
    const { start, end } = found?.location.range ?? { start: {}, end: {} };
    const bytes = Buffer.from(text.text).subarray((start.column ?? 0) - 1, (end.column ?? 0) - 1);
    assert.equal(bytes.toString(), 'zone');
  });

  it('gives whole lines where the bytes are not known', () => {
    const { findings, ...report } = reportOf([text], [findingAt(text, 'zone')]);
    const without = findings.map(({ byteColumns, ...finding }) => (assert.ok(byteColumns), finding));
    const [found] = read({ ...report, findings: without });
    assert.deepEqual(found?.location.range, { start: { line: 1 }, end: { line: 1 } });
  });

  it('suggests fixes of one edit, and no part of a larger one', () => {
    const edit = (part: string): { uri: string; start: number; end: number; newText: string } => ({
      ...placeOf(text, part),
      newText: `new ${part}`,
    });
    const fixes = [
      { title: 'one', safe: true, edits: [edit('zone')] },
      { title: 'two', safe: true, edits: [edit('zone'), edit('here')] },
    ];
    const [found] = read(reportOf([text], [findingAt(text, 'zone', { fixes })]));
    assert.deepEqual(
      found?.suggestions.map((suggestion) => suggestion.text),
      ['new zone'],
    );
  });
});
