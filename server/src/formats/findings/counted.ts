import type { Report, ReportedFinding } from './report';

/** The findings that count: formats that have no place for a suppression would show the others as mistakes. */
export function countedFindings({ findings }: Report): readonly ReportedFinding[] {
  return findings.filter(({ suppression }) => suppression === null);
}
