import type { Place } from '../../base/place';
import { fqdnsWithPrivateEndpoint } from '../../data/backup-fqdns';
import type { FqdnRow } from '../../data/backup-fqdns';
import type { Cloud } from '../../data/clouds';
import type { DeployedResource } from '../../deployment/deployment';
import { knownText } from '../../deployment/values/values';
import { readBackupFqdn } from '../names/backup-fqdn';
import type { DestinationList, FirewallRule } from '../network/firewall-rules';
import { flatText } from '../names/flat-text';
import { addressCovers, nameCovers, nameTagCovers } from './fqdn-cover';
import { mayHold, possibleItems, possibleObjects } from '../resources/possible-items';
import { holdsPort, HTTPS } from '../network/ports';
import type { RegionTable } from '../names/regions';
import { entryValue } from '../resources/resource-properties';
import { hole } from '../names/zone-labels';
import { cloudFacts } from '../names/zones';

/** What a set of rules lets through of what Azure Backup needs. */
export interface AllowList {
  /** The lists that name something of Azure Backup itself. */
  readonly backup: readonly NamedList[];
  /** The names of the table that nothing lets through. */
  readonly missing: readonly FqdnRow[];
  /** The cloud of the names. */
  readonly cloud: Cloud;
}

export interface NamedList {
  readonly holder: DeployedResource;
  /** Where the list's name is written. */
  readonly key: Place | undefined;
}

/** Judges rules together; undefined where some of them cannot be read in full. `cloud` counts where no name shows one. */
export function readAllowList(
  rules: readonly FirewallRule[],
  cloud: Cloud,
  regions: RegionTable,
): AllowList | undefined {
  const allowing = rules.filter((rule) => rule.allows !== false && mayReachHttps(rule));
  const lists = allowing.flatMap(({ allows, holder, lists }) => lists.map((list) => ({ allows, holder, ...list })));
  if (lists.some((list) => !isReadable(list))) return undefined;
  const named = lists.filter(({ allows }) => allows === true).flatMap((list) => backupIn(list, regions));
  const own = named.find((it) => it.cloud !== undefined)?.cloud ?? cloud;
  const rows = fqdnsWithPrivateEndpoint.filter(({ clouds }) => clouds === undefined || clouds.includes(own));
  const missing = rows.filter(
    (row) => row.service !== 'Azure Backup' && !lists.some((list) => listCovers(list, row, own)),
  );
  return { backup: named, missing, cloud: own };
}

/** The name of a row of the table in a cloud. */
export function nameInCloud({ fqdn }: FqdnRow, cloud: Cloud): string {
  return fqdn.replace('{storageSuffix}', cloudFacts(cloud).storageSuffix ?? '');
}

/** Whether all that a list names can be told; what only Azure can look up cannot. */
function isReadable({ kind, items, open }: DestinationList): boolean {
  if (open || (kind === 'elsewhere' && items.length > 0)) return false;
  return kind !== 'addresses' || items.every((item) => addressCovers(textOf(item), 'Azure Backup') !== undefined);
}

function listCovers({ kind, items }: DestinationList, row: FqdnRow, cloud: Cloud): boolean {
  const needed = nameInCloud(row, cloud);
  return items.map(textOf).some((text) => {
    if (kind === 'fqdns') return nameCovers(text, needed, row.service);
    if (kind === 'fqdnTags') return nameTagCovers(text, row.service);
    return kind === 'addresses' && addressCovers(text, row.service) === true;
  });
}

interface NamedBackup extends NamedList {
  readonly cloud: Cloud | undefined;
}

/** What of Azure Backup itself a list names, not by a tag or pattern of everything. */
function backupIn(list: DestinationList & NamedList, regions: RegionTable): readonly NamedBackup[] {
  const { kind, holder, key } = list;
  return list.items.flatMap((item): NamedBackup[] => {
    const text = textOf(item);
    if (kind === 'fqdns') {
      const name = readBackupFqdn(text, regions);
      return name.kind === 'other' ? [] : [{ holder, key, cloud: name.cloud }];
    }
    return text.split('.')[0] === 'azurebackup' ? [{ holder, key, cloud: undefined }] : [];
  });
}

/** An item's text in lower case, with holes for what is not known. */
function textOf(item: DestinationList['items'][number]): string {
  if (item.kind === 'text') return flatText(item).text.toLowerCase();
  return hole;
}

/** Whether a rule may let HTTPS through, as far as its protocols and ports are known. */
function mayReachHttps({ kind, body, holder, lists }: FirewallRule): boolean {
  if (kind === 'application') {
    // Tags bring their own protocols.
    if (lists.some((list) => list.kind === 'fqdnTags' && list.items.length > 0)) return true;
    const { items, open } = possibleObjects(entryValue(body, 'protocols'), holder);
    if (open || items.length === 0) return true;
    return items.some((it) => ['https', undefined].includes(knownText(entryValue(it, 'protocolType'))?.toLowerCase()));
  }
  const protocols = possibleItems(entryValue(body, 'ipProtocols') ?? entryValue(body, 'protocols'), holder);
  const ports = possibleItems(entryValue(body, 'destinationPorts'), holder);
  return (
    mayHold(protocols, (text) => text === 'any' || text === 'tcp') && mayHold(ports, (text) => holdsPort(text, HTTPS))
  );
}
