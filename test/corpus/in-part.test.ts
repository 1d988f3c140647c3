import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import { globSync } from 'tinyglobby';
import type { Uri } from '../../server/src/base/uri';
import type { Session } from '../../server/src/deployment/project/session';
import { check, createSession } from '../../server/src/lint/check';
import type { CheckOptions, CheckResult } from '../../server/src/lint/check';
import type { Finding } from '../../server/src/lint/finding';
import { rules } from '../../server/src/rules/index';
import { assertAlike } from '../support/in-full';
import { diskHost } from '../support/judgement';
import { sharedPath } from '../support/shared';

/** Rules that look at some types of resources alone, where no other wants more. */
const ONLY_SOME_TYPES = ['PE003', 'PE208', 'PE209', 'PE213', 'PE306'];

const choices: Readonly<Record<string, CheckOptions['levels']>> = {
  'with the usual rules': new Map(),
  'with the rules alone that look at some types': new Map(
    rules.map(({ id, severity }) => [id, ONLY_SOME_TYPES.includes(id) ? severity : 'off']),
  ),
};

/** Of most real templates nothing is worked out, of others a part: nothing that is wrong with them may be lost by that. */
describe('what is worked out of real templates', () => {
  for (const folder of ['endpoint-templates', 'bicep-samples/user_submitted'])
    for (const [choice, levels] of Object.entries(choices))
      it(`suffices for ${folder} ${choice}`, async function () {
        this.timeout(60_000);
        const project = filesBelow(folder);
        if (project === undefined) return this.skip();
        const session = createSession();
        const inPart = await checkIn(project, project, session, { levels });
        assertAlike(inPart, await checkIn(project, project, session, { levels, inFull: true }));
      });

  it('is the same file by file', async function () {
    this.timeout(60_000);
    const project = filesBelow('endpoint-templates');
    if (project === undefined) return this.skip();
    const session = createSession();
    const { findings } = await checkIn(project, project, session, {});
    assert.ok(findings.length > 0);
    const apart: Finding[] = [];
    for (const file of project) apart.push(...(await checkIn(project, [file], session, {})).findings);
    assert.deepEqual(apart.map(described), findings.map(described));
  });
});

function filesBelow(folder: string): readonly Uri[] | undefined {
  const cwd = sharedPath('corpus', folder);
  if (cwd === undefined) return undefined;
  const files = globSync('**/*.{bicep,bicepparam,json,jsonc}', { cwd, absolute: true });
  return files.sort().map((file) => pathToFileURL(file).toString());
}

function checkIn(
  project: readonly Uri[],
  report: readonly Uri[],
  session: Session,
  { levels = new Map(), inFull = false }: { readonly levels?: CheckOptions['levels']; readonly inFull?: boolean },
): Promise<CheckResult> {
  const options: CheckOptions = { levels, cloud: undefined, location: undefined, syntaxErrors: () => false };
  return check({ project, report, inFull, options }, diskHost, session);
}

function described({ ruleId, message, place: { uri, start, end }, fixes }: Finding): string {
  return JSON.stringify([ruleId, message, uri, start, end, fixes.map(({ title }) => title)]);
}
