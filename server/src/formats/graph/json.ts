import type { LineIndex } from '../../base/line-index';
import type { Place } from '../../base/place';
import type { Uri } from '../../base/uri';
import type { Finding } from '../../lint/finding';
import type { Diagram } from './diagram';

/** The version of the document's shape. Members may be added to a version, never taken away or changed. */
const version = 1;

/** What a place is told with. */
export interface Files {
  readonly pathOf: (uri: Uri) => string;
  /** Undefined for a file whose text is not at hand. */
  readonly linesOf: (uri: Uri) => LineIndex | undefined;
}

/** The diagrams as one JSON document for other programs. Lines and columns count from 1. */
export function formatJson(diagrams: readonly Diagram[], files: Files, tool: string): string {
  const document = {
    version,
    tool,
    deployments: diagrams.map(({ title, nodes, edges, otherFindings }) => ({
      title,
      nodes: nodes.map(({ id, kind, label, details, presence, place, findings }) => ({
        id,
        kind,
        label,
        details,
        presence,
        place: place ? placeOf(place, files) : null,
        findings: findings.map((finding) => findingOf(finding, files)),
      })),
      edges: edges.map(({ from, to, kind, label }) => ({ from, to, kind, label })),
      otherFindings: otherFindings.map((finding) => findingOf(finding, files)),
    })),
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

function findingOf({ ruleId, ruleName, severity, message, place }: Finding, files: Files): object {
  return { ruleId, ruleName, severity, message, place: placeOf(place, files) };
}

function placeOf({ uri, start, end }: Place, { pathOf, linesOf }: Files): object {
  const lines = linesOf(uri);
  const [first, last] = [lines?.positionAt(start), lines?.positionAt(end)];
  return {
    file: pathOf(uri),
    startLine: (first?.line ?? 0) + 1,
    startColumn: (first?.character ?? 0) + 1,
    endLine: (last?.line ?? 0) + 1,
    endColumn: (last?.character ?? 0) + 1,
  };
}
