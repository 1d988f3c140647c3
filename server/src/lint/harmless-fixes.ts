import type { LiteralUses } from '../domain/literal-uses';
import type { DeploymentResult } from './check-deployment';
import type { Finding, Fix } from './finding';

/**
 * The results without the fixes that would change a literal which another deployment takes, too, and has nothing to say of: what is
 * wrong for one is right for the other. `uses` are those of the deployments that the results are of, in the same order.
 */
export function withoutHarmfulFixes(
  results: readonly DeploymentResult[],
  uses: readonly LiteralUses[],
): readonly DeploymentResult[] {
  const others = results.map((result, index) => new Neighbour(result, uses[index]));
  return results.map((result, own) => {
    const minded = (finding: Finding, fix: Fix): boolean =>
      others.some((other, index) => index !== own && other.minds(finding, fix));
    return { ...result, findings: result.findings.map((finding) => withoutFixes(finding, minded)) };
  });
}

function withoutFixes(finding: Finding, minded: (finding: Finding, fix: Fix) => boolean): Finding {
  const fixes = finding.fixes.filter((fix) => !minded(finding, fix));
  return fixes.length === finding.fixes.length ? finding : { ...finding, fixes };
}

/** A deployment that a fix may be for or against. */
class Neighbour {
  private readonly files: ReadonlySet<string>;
  private readonly causes: ReadonlySet<string>;

  constructor(
    { files, findings }: DeploymentResult,
    private readonly uses: LiteralUses | undefined,
  ) {
    this.files = new Set(files);
    this.causes = new Set(findings.map(causeOf));
  }

  /** Whether a fix changes what this deployment is content with. */
  minds(finding: Finding, { edits }: Fix): boolean {
    if (this.causes.has(causeOf(finding))) return false;
    return edits.some((edit) => this.files.has(edit.uri) && (this.uses?.at(edit).length ?? 0) > 0);
  }
}

function causeOf({ ruleId, place }: Finding): string {
  return JSON.stringify([ruleId, place.uri, place.start, place.end]);
}
