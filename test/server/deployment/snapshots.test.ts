import assert from 'node:assert/strict';
import path from 'node:path';
import { Session } from '../../../server/src/deployment/project/session';
import { compareResources, type Comparison, type Judgement } from '../../support/compare-resources';
import { sharedPath } from '../../support/shared';
import {
  corpusRegistry,
  diskSources,
  evaluateParameters,
  readSnapshot,
  resourcesOf,
  snapshotFiles,
} from '../../support/snapshots';

/** Values that we cannot know for reasons that lie outside of the evaluation. */
const EXPLAINED: readonly RegExp[] = [
  // Scripts and settings that the tests load and that the corpus does not hold.
  /^the file .* is not there$/,
  // The engine shows the default of a secure parameter, we do not.
  /^it is a secret$/,
];

describe('the snapshots of verified modules’ tests', () => {
  const comparisons: Comparison[] = [];

  it('are what we evaluate, value by value', function () {
    this.timeout(120_000);
    const folder = sharedPath('corpus', 'snapshots');
    const modules = sharedPath('corpus', 'verified-modules');
    if (folder === undefined || modules === undefined) return this.skip();
    const sources = diskSources(corpusRegistry(modules), new Session());
    for (const file of snapshotFiles(folder)) {
      const deployment = evaluateParameters(file, sources);
      assert.deepEqual([deployment.unread, deployment.incomplete], [[], false], file);
      const snapshot = readSnapshot(file.replace(/\.bicepparam$/, '.snapshot.json'));
      const comparison = compareResources(snapshot, resourcesOf(deployment));
      assert.deepEqual([comparison.missing, comparison.extra], [[], []], path.basename(file));
      assert.deepEqual(comparison.judgements.filter(isWrong), [], path.basename(file));
      comparisons.push(comparison);
    }
  });

  it('leave no name, location or link target to be known', function () {
    if (comparisons.length === 0) return this.skip();
    const judgements = comparisons.flatMap((comparison) => comparison.judgements);
    const figures = Object.entries(KINDS).map(([kind, pattern]) =>
      figureOf(
        kind,
        judgements.filter((it) => pattern.test(it.where)),
      ),
    );
    for (const { text } of figures) console.log(`      ${text}`);
    assert.equal(comparisons.length, 65);
    assert.equal(judgements.filter(({ where }) => / type$/.test(where)).length, 2043);
    assert.equal(judgements.filter(({ where }) => where === 'Microsoft.Network/privateEndpoints location').length, 160);
    for (const { kind, less } of figures) if (kind !== 'all values') assert.equal(less, 0, kind);
  });
});

const KINDS = {
  names: / (?:id|name)$/,
  locations: / location$/,
  'link targets': /\.(?:subnet\.id|privatelinkserviceid|privatednszoneid|virtualnetwork\.id|groupids\[\d+\])$/,
  'all values': /./,
} as const;

function isWrong({ verdict, ours }: Judgement): boolean {
  if (verdict === 'less') return !EXPLAINED.some((reason) => reason.test(reasonOf(ours)));
  return verdict === 'different';
}

function reasonOf(value: Judgement['ours']): string {
  if (typeof value !== 'object' || value === null || !('unknown' in value)) return '';
  const reason = value['unknown'];
  return typeof reason === 'string' ? reason : '';
}

function figureOf(kind: string, judgements: readonly Judgement[]): { kind: string; less: number; text: string } {
  const count = (verdict: Judgement['verdict']): number => judgements.filter((it) => it.verdict === verdict).length;
  const [equal, more, less] = [count('equal'), count('more'), count('less')];
  const share = ((100 * (equal + more)) / judgements.length).toFixed(2);
  return {
    kind,
    less,
    text: `${kind}: ${share} % of ${judgements.length} agree (${more} known better, ${less} explained)`,
  };
}
