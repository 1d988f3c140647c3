import assert from 'node:assert/strict';
import type { CheckOptions, CheckResult } from '../../server/src/lint/check';
import { checkFiles, type ProjectFiles } from './check-files';

/** Checks a project, and holds what is found to what all rules find where everything is worked out. */
export async function checkAlike(files: ProjectFiles, options: Partial<CheckOptions> = {}): Promise<CheckResult> {
  const result = await checkFiles(files, options);
  assertAlike(result, await checkFiles(files, options, { inFull: true }));
  return result;
}

/** Fails where a check that works out only what rules may speak of finds something else than one that works out all. */
export function assertAlike(inPart: CheckResult, inFull: CheckResult): void {
  assert.deepEqual(foundIn(inPart), foundIn(inFull), 'what is found depends on how much is worked out');
}

function foundIn({ findings, elsewhere, failures }: CheckResult): object {
  const plain = ({ related, ...rest }: CheckResult['findings'][number]): object => ({
    ...rest,
    // A related place may carry its resource, and with it all that is deployed.
    related: related.map(({ place: { uri, start, end }, message }) => ({ uri, start, end, message })),
  });
  return { findings: findings.map(plain), elsewhere: elsewhere.map(plain), failures };
}
