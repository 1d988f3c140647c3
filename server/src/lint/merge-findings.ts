import type { Finding, Fix } from './finding';

/**
 * The findings of several deployments as one list: one cause is one finding, whichever deployments and however many resources it shows
 * in. Sorted by file, place and rule. A place that two deployments want changed to different texts gets no fix.
 */
export function mergeFindings(findings: readonly Finding[]): readonly Finding[] {
  const merged = new Map<string, Finding>();
  for (const finding of findings) {
    const { uri, start, end } = finding.place;
    const key = JSON.stringify([finding.ruleId, uri, start, end]);
    const known = merged.get(key);
    merged.set(key, known ? together(known, finding) : finding);
  }
  return [...merged.values()].sort(compareFindings);
}

function compareFindings(a: Finding, b: Finding): number {
  return (
    compareTexts(a.place.uri, b.place.uri) ||
    a.place.start - b.place.start ||
    compareTexts(a.ruleId, b.ruleId) ||
    a.place.end - b.place.end
  );
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function together(a: Finding, b: Finding): Finding {
  const deployments = [...new Set([...a.deployments, ...b.deployments])].sort();
  return { ...a, deployments, fixes: sameFixes(a.fixes, b.fixes) ? a.fixes : [] };
}

function sameFixes(a: readonly Fix[], b: readonly Fix[]): boolean {
  return JSON.stringify(a.map(({ edits }) => edits)) === JSON.stringify(b.map(({ edits }) => edits));
}
