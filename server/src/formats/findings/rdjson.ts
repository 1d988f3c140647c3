import { repository } from '../../base/product';
import type { Severity } from '../../lint/finding';
import { countedFindings } from './counted';
import type { Report, ReportedFinding, ReportedRange } from './report';

/** reviewdog's own format, from which it writes comments with suggestions (reviewdog's proto/rdf). Its columns are bytes of UTF-8. */
export function formatRdjson(report: Report): string {
  const document = {
    source: { name: 'pelint', url: repository },
    diagnostics: countedFindings(report).map((finding) => ({
      message: finding.message,
      location: { path: finding.file, range: range(finding) },
      severity: severities[finding.severity],
      code: { value: finding.ruleId, url: finding.docs },
      suggestions: suggestions(finding),
    })),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** Without columns a range is whole lines. */
function range({ startLine, endLine, byteColumns }: ReportedRange): object {
  if (byteColumns === undefined) return { start: { line: startLine }, end: { line: endLine } };
  return { start: { line: startLine, column: byteColumns.start }, end: { line: endLine, column: byteColumns.end } };
}

/** A suggestion stands alone, so a fix of several edits would be taken by halves: only those of one edit in this file are given. */
function suggestions({ fixes, file }: ReportedFinding): readonly object[] {
  return fixes.flatMap(({ edits }) => {
    const [edit, ...others] = edits;
    if (edit?.byteColumns === undefined || edit.file !== file || others.length > 0) return [];
    return [{ range: range(edit), text: edit.newText }];
  });
}

const severities: Readonly<Record<Severity, string>> = { error: 'ERROR', warning: 'WARNING', info: 'INFO' };
