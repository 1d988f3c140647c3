import { nearest } from '../../base/nearest';
import { workloadIds, type WorkloadId } from '../../data/workloads';
import { expectedFqdns, type FqdnQuestion, type RegionFqdns } from '../../domain/fqdns/expected-fqdns';
import type { Region } from '../../domain/names/regions';
import type { WantedRegion } from '../../domain/vaults/wanted-regions';
import type { OptionValues } from '../options';
import { UsageError } from '../usage-error';
import type { QuestionOptionName } from './options';

/** The list of each region. Throws a UsageError where a region's suffix is not public, or a workload is none. */
export function wantedLists(
  regions: readonly WantedRegion[],
  { values, has }: OptionValues<QuestionOptionName>,
  vaultId?: string,
): readonly RegionFqdns[] {
  const question: FqdnQuestion = {
    workloads: readWorkloads(values('workload')),
    privateEndpoint: !has('no-private-endpoint'),
    vaultId,
  };
  return regions.map(({ region, secondaryOf, vaults }) => {
    return knownList(region, { ...question, secondaryOf, vaults });
  });
}

/** The list of a region. Throws a UsageError where its suffix is not public. */
export function knownList(region: Region, question?: FqdnQuestion): RegionFqdns {
  const list = expectedFqdns(region, question);
  if (list.kind === 'suffixUnknown') throw new UsageError(list.message);
  return list;
}

/** Undefined where none is given. */
function readWorkloads(given: readonly string[]): readonly WorkloadId[] | undefined {
  const names = given.flatMap((text) => text.split(',')).map((name) => name.trim().toLowerCase());
  return names.length === 0 ? undefined : [...new Set(names.map(readWorkload))];
}

function readWorkload(name: string): WorkloadId {
  const known = workloadIds.find((id) => id === name);
  if (known !== undefined) return known;
  const meant = nearest(name, workloadIds);
  throw new UsageError(
    `--workload cannot be '${name}'. ${meant === undefined ? '' : `Did you mean '${meant}'? `}It can be ${workloadIds.join(', ')}.`,
  );
}
