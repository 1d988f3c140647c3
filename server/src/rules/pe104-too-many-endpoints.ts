import type { Place } from '../base/place';
import { sources } from '../data/links';
import type { LoopCount } from '../deployment/expressions/loop-items';
import { existsWith } from '../deployment/values/existence';
import { idKey } from '../deployment/identity/resource-id';
import { backupGroups } from '../domain/topology/backup-endpoints';
import type { BackupGroup } from '../domain/topology/backup-endpoints';
import { originOf } from '../deployment/values/values';
import type { Connection, Topology } from '../domain/topology/topology';
import { defaultParameter } from '../domain/resources/trails';
import { mistake } from './examples/mistake';
import { endpointsForNetworks } from './examples/endpoints-for-networks';
import { nameInId, placeOfName, relatedResource, wayOf } from './related';
import type { Report } from './report';
import type { Rule } from './rule';

/** For each of the two group IDs. Source: the overview, and for secondary endpoints the page on configuration. */
const MOST_ENDPOINTS = 12;

const GROUP_NAMES: Readonly<Record<BackupGroup, string>> = {
  azurebackup: 'AzureBackup',
  azurebackup_secondary: 'AzureBackup_secondary',
};

export const tooManyEndpoints: Rule = {
  id: 'PE104',
  name: 'too-many-endpoints',
  about: 'backup',
  severity: 'error',
  summary: 'A vault gets more than 12 private endpoints for Azure Backup.',
  docs: {
    why: 'A Recovery Services vault takes at most 12 private endpoints for `AzureBackup`, and for cross-region restore at most 12 for `AzureBackup_secondary`. More are not supported.',
    howToFix:
      'Give an endpoint to networks that others can reach, such as the hub, instead of one to every network; or spread the networks over several vaults.',
    sources: [sources.overview, sources.configure],
    examples: [
      mistake('bicep', endpointsForNetworks, ['range(0, 12)', 'range(0, ‹13›)']),
      mistake('json', endpointsForNetworks, ['"count": 12', '"count": ‹13›']),
    ],
  },
  *check({ topology }) {
    for (const { group, connections } of connectionsByVault(topology)) yield* checkVault(group, connections, topology);
  },
};

interface VaultConnections {
  readonly group: BackupGroup;
  /** The connections of one vault for the group, each of another endpoint. */
  readonly connections: readonly Connection[];
}

function connectionsByVault({ endpoints }: Topology): Iterable<VaultConnections> {
  const found = new Map<string, VaultConnections & { readonly connections: Connection[] }>();
  const seen = new Set<string>();
  for (const connection of endpoints.flatMap(({ connections }) => connections)) {
    // Nobody knows how many endpoints an uncounted loop makes: there may be none.
    if (connection.endpoint.symbolic || !connection.targetId) continue;
    for (const group of backupGroups(connection)) {
      const key = `${group} ${idKey(connection.targetId)}`;
      const identity = `${key} ${idKey(connection.endpoint.id)}`;
      if (seen.has(identity)) continue;
      seen.add(identity);
      const known = found.get(key);
      if (known) known.connections.push(connection);
      else found.set(key, { group, connections: [connection] });
    }
  }
  return found.values();
}

/** Looks for thirteen endpoints that are there at once, whatever conditions there are besides those of one of them. */
function* checkVault(group: BackupGroup, all: readonly Connection[], topology: Topology): Iterable<Report> {
  if (all.length <= MOST_ENDPOINTS) return;
  const reported = new Set<Connection>();
  for (const { endpoint } of all) {
    const together = all.filter((other) => existsWith(endpoint.existence, other.endpoint.existence));
    const surplus = together[MOST_ENDPOINTS];
    if (!surplus || reported.has(surplus)) continue;
    reported.add(surplus);
    yield report(surplus, { group, count: together.length, topology });
  }
}

interface Surplus {
  readonly group: BackupGroup;
  readonly count: number;
  readonly topology: Topology;
}

function report({ endpoint, targetId }: Connection, { group, count, topology }: Surplus): Report {
  const vault = topology.index.byId(targetId);
  const loop = endpoint.counts.find(isRepeating);
  const byDefault = defaultParameter(loop?.value.trail);
  const note = byDefault === undefined ? '' : ` (for the default value of '${byDefault}')`;
  return {
    place: loop ? placeOfCount(loop) : placeOfName(endpoint),
    message: `The vault${nameInId(targetId)} gets ${count} private endpoints for '${GROUP_NAMES[group]}'${note}, but Azure Backup supports at most ${MOST_ENDPOINTS} for a vault. Let several networks share an endpoint, or use another vault.`,
    related: [
      ...wayOf(loop?.value.trail),
      relatedResource(endpoint, 'the thirteenth private endpoint'),
      ...(vault ? [relatedResource(vault, 'the vault')] : []),
    ],
  };
}

/** Whether a loop makes more than one of what stands in it. */
function isRepeating({ value }: LoopCount): boolean {
  return value.kind === 'number' ? value.value > 1 : value.kind !== 'array' || value.items.length > 1;
}

function placeOfCount({ value, place }: LoopCount): Place {
  return originOf(value.trail) ?? place;
}
