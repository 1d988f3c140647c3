import type { Report, ReportedFinding, ReportedRange, ReportedSuppression } from './report';

/** The version of the document's shape. Members may be added to a version, never taken away or changed. */
const version = 1;

/** The report as one JSON document for other programs; its shape is part of the command's contract. */
export function formatJson({ tool, shard, findings, problems, summary, failed }: Report): string {
  const document = {
    version,
    tool,
    ...(shard === undefined ? {} : { shard }),
    findings: findings.map(({ ruleId, ruleName, severity, message, docs, fingerprint, ...finding }) => ({
      ruleId,
      ruleName,
      severity,
      message,
      ...range(finding),
      docs,
      fingerprint,
      related: finding.related.map((related) => ({ message: related.message, ...range(related) })),
      fixes: finding.fixes.map(({ title, safe, edits }) => ({
        title,
        safe,
        edits: edits.map((edit) => ({ ...range(edit), newText: edit.newText })),
      })),
      suppression: suppression(finding.suppression),
      deployments: finding.deployments,
      ...(finding.partial ? { partial: true } : {}),
    })),
    problems,
    summary,
    ...(failed ? { failed } : {}),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function suppression(found: ReportedFinding['suppression']): ReportedSuppression | null {
  return found && { kind: found.kind, reason: found.reason, until: found.until, ...range(found) };
}

function range({ file, startLine, startColumn, endLine, endColumn }: ReportedRange): ReportedRange {
  return { file, startLine, startColumn, endLine, endColumn };
}
