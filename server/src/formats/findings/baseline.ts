import { LineIndex } from '../../base/line-index';
import type { Uri } from '../../base/uri';
import type { Finding } from '../../lint/finding';
import { compareFindings } from '../../lint/merge-findings';
import { entryKey, type BaselineEntry } from './baseline-file';
import { createFingerprints, lineAround } from './fingerprint';

/** A finding and what a baseline would say of it. */
export interface EnteredFinding {
  readonly finding: Finding;
  readonly entry: BaselineEntry;
}

/**
 * What a baseline would say of each finding that counts. Of two findings that are alike the second has an entry of its
 * own, so a third is new. `pathOf` gives a path as seen from the baseline.
 */
export function enter(
  findings: readonly Finding[],
  texts: ReadonlyMap<Uri, string>,
  pathOf: (uri: Uri) => string,
): readonly EnteredFinding[] {
  const fingerprintOf = createFingerprints();
  const indexes = new Map<Uri, LineIndex>();
  const sorted = [...findings].sort(compareFindings).map((finding) => {
    const { uri, start } = finding.place;
    const text = texts.get(uri) ?? '';
    const index = indexes.get(uri) ?? new LineIndex(text);
    indexes.set(uri, index);
    const file = pathOf(uri);
    const fingerprint = fingerprintOf(finding.ruleId, file, lineAround(text, start, index));
    return { finding, entry: { file, rule: finding.ruleId, fingerprint } };
  });
  return sorted.filter(({ finding }) => finding.suppression === undefined);
}

/** The findings, with those that a baseline has suppressed by it. `uri` and `text` are those of the baseline. */
export function hideKnown(
  findings: readonly Finding[],
  entered: readonly EnteredFinding[],
  { uri, text, entries }: { readonly uri: Uri; readonly text: string; readonly entries: readonly BaselineEntry[] },
): readonly Finding[] {
  const known = new Set(entries.map(entryKey));
  const hidden = new Map(
    entered.filter(({ entry }) => known.has(entryKey(entry))).map(({ finding, entry }) => [finding, entry]),
  );
  const starts = new Map(
    [...text.matchAll(/"([0-9a-f]+)"/g)].map(({ 1: fingerprint, index }) => [fingerprint, index + 1]),
  );
  return findings.map((finding) => {
    const entry = hidden.get(finding);
    if (entry === undefined) return finding;
    const start = starts.get(entry.fingerprint) ?? 0;
    const place = { uri, start, end: start + entry.fingerprint.length };
    return { ...finding, suppression: { kind: 'baseline', reason: undefined, place, until: undefined } };
  });
}
