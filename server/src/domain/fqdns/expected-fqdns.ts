import { fqdnsWithoutPrivateEndpoint, fqdnsWithPrivateEndpoint, type FqdnRow } from '../../data/backup-fqdns';
import { sources } from '../../data/links';
import type { Region } from '../../data/regions';
import { serviceTags, type ServiceTag } from '../../data/service-tags';
import { workloadFqdns } from '../../data/workload-fqdns';
import { agentWorkloads, workloads as knownWorkloads, type WorkloadId } from '../../data/workloads';
import { entraIdRows } from './entra-id-rows';
import { mergeEntries, type FqdnEntry } from './fqdn-entry';
import { notesOf, secondaryNote } from './fqdn-notes';
import { cloudFacts } from '../names/zones';

export type { FqdnEntry } from './fqdn-entry';

/** Something that users have to know besides the names, with the address of the page that says so. */
export interface FqdnRemark {
  readonly text: string;
  readonly source: string;
}

/** The names for one region. There are none where no workload of the question needs any; the remarks then say why. */
export interface RegionFqdns {
  readonly kind: 'entries';
  readonly region: Region;
  readonly entries: readonly FqdnEntry[];
  /** The vaults that the list is for; empty where none are known. */
  readonly vaults: readonly string[];
  readonly remarks: readonly FqdnRemark[];
  /** The tags that the entries name. */
  readonly serviceTags: readonly ServiceTag[];
}

/** The region's code is known but its cloud's DNS suffix is not public, so that there is no list. */
export interface SuffixUnknown {
  readonly kind: 'suffixUnknown';
  readonly region: Region;
  /** For people, in one sentence. */
  readonly message: string;
}

/** What the names are wanted for. */
export interface FqdnQuestion {
  /** Without them: every agent and workload extension. */
  readonly workloads?: readonly WorkloadId[] | undefined;
  /** Whether the vaults have private endpoints; without it they have. */
  readonly privateEndpoint?: boolean | undefined;
  /** The label that stands in front of the private names of one vault. */
  readonly vaultId?: string | undefined;
  /** The vaults' own region, where this one is the secondary side of cross-region restore. */
  readonly secondaryOf?: Region | undefined;
  /** The names of the vaults there, to be told with the list. */
  readonly vaults?: readonly string[] | undefined;
}

/**
 * The names that have to be reached from where a region's vaults are used: the rows of the primary source's table, in its order, then
 * what single workloads need beyond it, then the names of Microsoft Entra ID. No name comes twice.
 */
export function expectedFqdns(region: Region, question: FqdnQuestion = {}): RegionFqdns | SuffixUnknown {
  const { privateEndpoint = true, workloads: asked = agentWorkloads } = question;
  const facts = cloudFacts(region.cloud);
  const { displayName, backupDomain, storageSuffix } = facts;
  if (backupDomain === undefined || storageSuffix === undefined) {
    const message = `The geo code of ${region.displayName} is ${region.geoCode}, but the DNS suffix of ${displayName} is not public.`;
    return { kind: 'suffixUnknown', region, message };
  }
  const fill = (pattern: string): string =>
    pattern
      .replace('{geo}', region.geoCode)
      .replace('{backupDomain}', backupDomain)
      .replace('{storageSuffix}', storageSuffix);
  const entries = neededRows(region, asked, privateEndpoint).map(({ row, neededBy, tag }): FqdnEntry => {
    const { service, ports, protocol, purpose, resolvesTo } = row;
    const privateZone = row.privateZone === null ? null : fill(row.privateZone);
    return {
      fqdn: fill(row.fqdn),
      service,
      ports,
      protocol,
      purpose,
      privateZone,
      resolvesTo,
      source: (row.cloudSources?.[region.cloud] ?? row.source).url,
      note: notesOf(row, facts),
      serviceTag: tag,
      workloads: neededBy,
    };
  });
  const merged = mergeEntries(entries).map((entry) => ofVault(entry, region, question));
  const tags = new Set(merged.map(({ serviceTag }) => serviceTag));
  return {
    kind: 'entries',
    region,
    entries: merged,
    vaults: question.vaults ?? [],
    remarks: remarks(asked, privateEndpoint),
    serviceTags: serviceTags.filter(({ tag }) => tags.has(tag)),
  };
}

interface NeededRow {
  readonly row: FqdnRow;
  readonly neededBy: readonly WorkloadId[];
  readonly tag: string | null;
}

function neededRows(region: Region, asked: readonly WorkloadId[], privateEndpoint: boolean): readonly NeededRow[] {
  const agents = agentWorkloads.filter((id) => asked.includes(id));
  const table = (privateEndpoint ? fqdnsWithPrivateEndpoint : fqdnsWithoutPrivateEndpoint).filter(
    ({ clouds }) => clouds === undefined || clouds.includes(region.cloud),
  );
  const rows: NeededRow[] = table.map((row) => ({ row, neededBy: agents, tag: tagFor(row) }));
  for (const row of workloadFqdns) {
    if ((row.privateEndpoint ?? privateEndpoint) !== privateEndpoint) continue;
    rows.push({ row, neededBy: row.workloads.filter((id) => asked.includes(id)), tag: tagFor(row) });
  }
  for (const row of entraIdRows(region)) rows.push({ row, neededBy: agents, tag: row.covered ? tagFor(row) : null });
  return rows.filter(({ neededBy }) => neededBy.length > 0);
}

/** Tags stand for public addresses only. */
function tagFor({ service, resolvesTo }: FqdnRow): string | null {
  if (resolvesTo === 'private') return null;
  return serviceTags.find((tag) => tag.service === service)?.tag ?? null;
}

function ofVault(entry: FqdnEntry, region: Region, { vaultId, secondaryOf }: FqdnQuestion): FqdnEntry {
  if (entry.service !== 'Azure Backup' || entry.resolvesTo !== 'private') return entry;
  const added: string[] = entry.note === '' ? [] : [entry.note];
  if (secondaryOf !== undefined) added.push(secondaryNote(region, secondaryOf));
  if (vaultId === undefined) return { ...entry, note: added.join(' ') };
  added.push(
    `The second label is Azure Backup's own and differs from service to service; where a product takes * only as the first label, use ${entry.fqdn}.`,
  );
  return { ...entry, fqdn: `${vaultId.toLowerCase()}.${entry.fqdn}`, note: added.join(' ') };
}

function remarks(asked: readonly WorkloadId[], privateEndpoint: boolean): readonly FqdnRemark[] {
  const ofWorkloads = knownWorkloads.flatMap(({ id, client, displayName, remark, source }): FqdnRemark[] => {
    // What is said of private endpoints' support matters only where there are any.
    const matters = client !== 'agent' || privateEndpoint;
    return remark !== undefined && matters && asked.includes(id)
      ? [{ text: `${displayName}: ${remark}`, source: source.url }]
      : [];
  });
  const named = knownWorkloads.some(({ id, client }) => client !== 'none' && asked.includes(id));
  return privateEndpoint && named ? [...ofWorkloads, versionOneRemark] : ofWorkloads;
}

const versionOneRemark: FqdnRemark = {
  text:
    'Endpoints of version 1 answer to the same names in the same zones; their private endpoints for blob and queue are resources of their own, ' +
    'which stay until the endpoints of the vault are deleted and made anew.',
  source: sources.versionOne.url,
};
