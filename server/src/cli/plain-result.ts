import type { Place } from '../base/place';
import type { CheckResult } from '../lint/check';
import type { Finding } from '../lint/finding';

/**
 * A result as plain data that can be stored or sent to another thread: all that the command makes use of. It is without what is deployed, which
 * is large and refers to itself, and without the findings of each deployment, which are among those of all.
 */
export function plainResult(result: CheckResult): CheckResult {
  return {
    ...result,
    deployments: result.deployments.map(({ root, parameters, files, complete }) => ({
      root,
      parameters,
      files,
      complete,
      deployment: undefined,
      findings: [],
      failures: [],
    })),
    findings: result.findings.map(plainFinding),
    elsewhere: result.elsewhere.map(plainFinding),
  };
}

/** Places and related places may carry more than their type says. */
function plainFinding(finding: Finding): Finding {
  return {
    ...finding,
    place: plainPlace(finding.place),
    related: finding.related.map(({ place, message }) => ({ place: plainPlace(place), message })),
  };
}

function plainPlace({ uri, start, end }: Place): Place {
  return { uri, start, end };
}
