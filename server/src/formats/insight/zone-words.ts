import type { Cloud } from '../../data/clouds';
import type { GeoCodeTopic, GroupIdTopic, ZoneTopic } from '../../domain/insight/insight';
import type { GeoLabel } from '../../domain/names/geo-label';
import type { PrivateLinkService } from '../../data/private-link-services';
import type { ZoneName } from '../../domain/names/zone-name';
import { cloudFacts, zoneNameFor } from '../../domain/names/zones';
import { readable } from '../../rules/zone-words';
import type { Markup } from './markup';

/** What a zone is, what needs it, and whether the endpoints that are bound to it can use it. */
export function zoneWords({ meaning, services, bound }: ZoneTopic, markup: Markup): readonly string[] {
  const lines = bound.map(({ endpoint, located, right }) => {
    const { region } = located;
    const wanted = zoneNameFor(region.geoCode, region.cloud);
    const verdict = right
      ? 'the zone is for that region.'
      : `the zone is for another region${wanted === undefined ? '' : `, that of the vault is ${markup.code(wanted)}`}.`;
    return `- Bound to ${markup.code(endpoint)}, whose vault is in ${markup.plain(region.displayName)}: ${verdict}`;
  });
  return [whatZone(meaning, markup), ...needers(services, markup), ...(lines.length === 0 ? [] : [lines.join('\n')])];
}

/** What a geo code stands for. */
export function geoCodeWords({ code, region, paired, pair }: GeoCodeTopic, markup: Markup): readonly string[] {
  const place = regionWords({ region, paired }, markup);
  const partner =
    pair === undefined ? '' : ` Its pair is ${markup.plain(pair.displayName)} (${markup.code(pair.geoCode)}).`;
  const { displayName } = cloudFacts(region.cloud);
  return [`${markup.strong('Geo code')} ${markup.code(code)} of Azure Backup: ${place}, ${displayName}.${partner}`];
}

/** What a group ID asks for, and the zones that it needs. */
export function groupIdWords({ groupId, services, zones }: GroupIdTopic, markup: Markup): readonly string[] {
  const names = [...new Set(services.map(({ service }) => service))].join(', ');
  const head = `${markup.strong('Sub-resource (group ID)')} ${markup.code(groupId)} of ${names}.`;
  return [head, `Its names lie in ${zones.map(markup.code).join(', ')}.`];
}

function whatZone(meaning: ZoneName, markup: Markup): string {
  const zoneOf = (whose: string, cloud: Cloud | undefined): string =>
    `${markup.strong('Private DNS zone')} of ${whose}${cloud === undefined ? '' : `, ${cloudFacts(cloud).displayName}`}.`;
  switch (meaning.kind) {
    case 'backup':
      return `${zoneOf('Azure Backup', meaning.cloud)}${geoWords(meaning.geo, markup)}`;
    case 'malformedBackup': {
      const { correction } = meaning;
      const advice = correction === undefined ? '' : ` It should be ${markup.code(readable(correction))}.`;
      return `${markup.strong('Not a zone of Azure Backup')}, though it seems to be meant for one.${advice}`;
    }
    case 'backupHost':
      return `${markup.strong('A name in Azure Backup’s domain')}, not a private DNS zone of it.`;
    case 'blob':
    case 'queue':
      return zoneOf(`${meaning.kind} storage`, meaning.cloud);
    case 'storageAzureNet':
      return zoneOf('storage accounts with DNS zone endpoints', undefined);
    case 'siteRecovery':
      return zoneOf('Azure Site Recovery', meaning.cloud);
    case 'service':
      return zoneOf('services other than Azure Backup', undefined);
    case 'other':
      return '';
  }
}

/** Which region a zone is for, or why that cannot be told. */
function geoWords(geo: GeoLabel | undefined, markup: Markup): string {
  switch (geo?.meaning.kind) {
    case 'code':
      return ` It is for ${regionWords(geo.meaning, markup)}, geo code ${markup.code(geo.text)}.`;
    case 'regionName': {
      const { displayName, geoCode } = geo.meaning.region;
      return ` ${markup.code(geo.text)} is no geo code: that of ${markup.plain(displayName)} is ${markup.code(geoCode)}.`;
    }
    case 'placeholder':
    case 'unknown':
      return ` ${markup.code(geo.text)} is no geo code that is known.`;
    default:
      return '';
  }
}

function regionWords({ region, paired }: Pick<GeoCodeTopic, 'region' | 'paired'>, markup: Markup): string {
  const words = `${markup.plain(region.displayName)} (${markup.code(region.name)})`;
  return paired ? `the secondary side of ${words}` : words;
}

/** Azure Backup comes first: the others are told because many a zone is shared. */
function needers(services: readonly PrivateLinkService[], markup: Markup): readonly string[] {
  const isBackup = ({ groupIds }: PrivateLinkService): boolean => groupIds.includes('AzureBackup');
  const sorted = [...services.filter(isBackup), ...services.filter((it) => !isBackup(it))];
  if (sorted.length === 0) return [];
  const words = sorted.map(({ groupIds, service }) => `${groupIds.map(markup.code).join(', ')} (${service})`);
  return [`Needed for the sub-resources (group IDs) ${[...new Set(words)].join('; ')}.`];
}
