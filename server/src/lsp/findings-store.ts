import type { Uri } from '../base/uri';
import type { Session } from '../deployment/session';
import type { CheckResult } from '../lint/check';
import type { Finding } from '../lint/finding';
import { mergeFindings } from '../lint/merge-findings';
import { suppressed } from '../lint/suppressions';
import { Ranges } from './convert';

/** A finding with the texts in which its offsets count. */
export interface StoredFinding {
  readonly finding: Finding;
  readonly ranges: Ranges;
}

/**
 * The latest findings of every project: project → deployment → document, seen as the merged set of a document. A project
 * is replaced as a whole, so that a finding that is gone, or whose file is no longer part of a deployment, leaves nothing behind.
 */
export class FindingsStore {
  private readonly projects = new Map<Uri, { findings: ReadonlyMap<Uri, readonly Finding[]>; ranges: Ranges }>();

  /**
   * Replaces what is known of a project (undefined: nothing is) and returns the documents that have or had findings.
   * `session` is the one that the result was made with.
   */
  replace(project: Uri, result: CheckResult | undefined, session: Session): ReadonlySet<Uri> {
    const affected = new Set(this.projects.get(project)?.findings.keys());
    this.projects.delete(project);
    if (result === undefined) return affected;
    const findings = findingsByDocument(result, session);
    for (const uri of findings.keys()) affected.add(uri);
    this.projects.set(project, { findings, ranges: new Ranges(result.texts) });
    return affected;
  }

  /** The findings in a document. */
  at(uri: Uri): readonly StoredFinding[] {
    const stored: StoredFinding[] = [];
    for (const { findings, ranges } of this.projects.values()) {
      for (const finding of findings.get(uri) ?? []) stored.push({ finding, ranges });
    }
    return stored;
  }
}

/** The engine has merged and judged the findings in reported documents; here follow those that the deployments show in other files. */
function findingsByDocument(result: CheckResult, session: Session): ReadonlyMap<Uri, readonly Finding[]> {
  const reported = new Set(result.checked);
  const all = result.deployments.flatMap(({ findings }) => findings);
  const elsewhere = mergeFindings(
    all.filter(({ place }) => !reported.has(place.uri)),
    result.deployments,
  );
  const byDocument = new Map<Uri, Finding[]>();
  for (const finding of [...result.findings, ...suppressed(elsewhere, result.texts, session)]) {
    if (finding.suppression !== undefined) continue;
    const inDocument = byDocument.get(finding.place.uri) ?? [];
    inDocument.push(finding);
    byDocument.set(finding.place.uri, inDocument);
  }
  return byDocument;
}
