import type { Uri } from '../base/uri';
import type { LiteralUses } from '../domain/resources/literal-uses';
import type { DeploymentResult } from './check-deployment';
import { causeOf, type Finding, type Fix } from './finding';

/**
 * The results without the fixes that would change a literal which another deployment takes, too, and has nothing to say of: what is
 * wrong for one is right for the other. `uses` are those of the deployments that the results are of, in the same order.
 */
export function withoutHarmfulFixes(
  results: readonly DeploymentResult[],
  uses: readonly LiteralUses[],
): readonly DeploymentResult[] {
  const others = new Neighbourhood(results, uses);
  return results.map((result, own) => ({
    ...result,
    findings: result.findings.map((finding) => withoutFixes(finding, (fix) => others.mind(finding, fix, own))),
  }));
}

function withoutFixes(finding: Finding, isMinded: (fix: Fix) => boolean): Finding {
  const fixes = finding.fixes.filter((fix) => !isMinded(fix));
  return fixes.length === finding.fixes.length ? finding : { ...finding, fixes };
}

/** The deployments that a fix may be for or against, by the files that they are made of: most fixes concern only one. */
class Neighbourhood {
  private readonly byFile = new Map<Uri, number[]>();
  private readonly causes = new Map<number, ReadonlySet<string>>();

  constructor(
    private readonly results: readonly DeploymentResult[],
    private readonly uses: readonly LiteralUses[],
  ) {
    for (const [index, { files }] of results.entries()) {
      for (const uri of files) {
        const known = this.byFile.get(uri);
        if (known) known.push(index);
        else this.byFile.set(uri, [index]);
      }
    }
  }

  /** Whether a fix changes what another deployment than its own is content with. */
  mind(finding: Finding, { edits }: Fix, own: number): boolean {
    return edits.some((edit) =>
      (this.byFile.get(edit.uri) ?? []).some(
        (other) => other !== own && !this.finds(other, finding) && (this.uses[other]?.at(edit).length ?? 0) > 0,
      ),
    );
  }

  /** Whether a deployment has the same finding. */
  private finds(index: number, finding: Finding): boolean {
    const causes = this.causes.get(index) ?? new Set(this.results[index]?.findings.map(causeOf));
    this.causes.set(index, causes);
    return causes.has(causeOf(finding));
  }
}
