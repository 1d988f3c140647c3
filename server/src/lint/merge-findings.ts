import type { Uri } from '../base/uri';
import { causeOf, type Finding, type Fix } from './finding';
import type { DeploymentChoice } from './plan';

/**
 * The findings of several deployments as one list: one cause is one finding, whichever deployments and however many resources it shows
 * in. Sorted by file, place and rule. A place that two deployments want changed to different texts gets no fix. `deployments` are all
 * that were judged.
 */
export function mergeFindings(
  findings: readonly Finding[],
  deployments: readonly DeploymentChoice[],
): readonly Finding[] {
  const merged = new Map<string, Finding>();
  for (const finding of findings) {
    const cause = causeOf(finding);
    const known = merged.get(cause);
    merged.set(cause, known ? together(known, finding) : finding);
  }
  const siblings = siblingsOf(deployments);
  // What stands in a parameter file itself is no part of anything.
  const isOwn = ({ deployments: [only, ...others], place }: Finding): boolean =>
    only === place.uri && others.length === 0;
  const isPartial = (finding: Finding): boolean =>
    !isOwn(finding) &&
    finding.deployments.some((own) => siblings.get(own)?.some((other) => !finding.deployments.includes(other)));
  return [...merged.values()].map((it) => (isPartial(it) ? { ...it, partial: true } : it)).sort(compareFindings);
}

/** By file, place and rule. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    compareTexts(a.place.uri, b.place.uri) ||
    a.place.start - b.place.start ||
    compareTexts(a.ruleId, b.ruleId) ||
    a.place.end - b.place.end
  );
}

/** For each parameter file all that its template is deployed with. */
function siblingsOf(deployments: readonly DeploymentChoice[]): ReadonlyMap<Uri, readonly Uri[]> {
  const byRoot = new Map<Uri, Uri[]>();
  const siblings = new Map<Uri, readonly Uri[]>();
  for (const { root, parameters } of deployments) {
    if (parameters === undefined) continue;
    const files = byRoot.get(root) ?? [];
    files.push(parameters);
    byRoot.set(root, files);
    siblings.set(parameters, files);
  }
  return siblings;
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
