import { backupEndpoint } from '../../data/backup-endpoint';
import { privateZonePrimary, publicZoneMailboxes, publicZonePrimaries } from '../../data/name-servers';
import { addressKind } from './address-kind';
import type { ZoneCheck } from './checks';
import { followAliases } from './follow-aliases';
import type { DnsOutcome, DnsRecord } from './outcome';
import { noAnswerWords } from './words';

/** Who answers for a zone at the server that was asked. */
export type ZoneState =
  /** A private DNS zone of Azure. */
  | 'azure'
  /** A zone or records that the server, or one that it asks, keeps itself. */
  | 'own'
  /** Nothing shows the zone itself, but a name in it has the right address. */
  | 'names'
  /** Public DNS. */
  | 'public'
  /** Nobody. */
  | 'absent'
  /** The server refuses, or fails, or says nothing. */
  | 'failed'
  | 'unanswered';

export interface ZoneVerdict {
  readonly zone: string;
  readonly service: ZoneCheck['service'];
  readonly level: 'ok' | 'wrong';
  readonly state: ZoneState;
  /** What was seen, for people, in a sentence. */
  readonly message: string;
  /** What to do; undefined where all is right. */
  readonly advice: string | undefined;
}

/** What the answers about a zone's own name, and about a name that nobody has, say of who answers for the zone. */
export function judgeZone(
  check: ZoneCheck,
  forwards: readonly string[],
  start: DnsOutcome,
  probe: DnsOutcome,
): ZoneVerdict {
  const { zone, service } = check;
  const right = (state: ZoneState, message: string): ZoneVerdict => ({
    zone,
    service,
    level: 'ok',
    state,
    message,
    advice: undefined,
  });
  const wrong = (state: ZoneState, message: string): ZoneVerdict => ({
    zone,
    service,
    level: 'wrong',
    state,
    message,
    advice: zoneAdvice(zone, forwards),
  });
  const authority = authorityOf(zone, start) ?? authorityOf(zone, probe);
  const primary = authority?.data;
  if (primary === privateZonePrimary.value) return right('azure', 'A private DNS zone of Azure answers.');
  if (isWildcard(check, probe)) return right('own', 'Names in the zone get private addresses.');
  if (authority !== undefined && isPublic(authority))
    return wrong('public', `Public DNS answers for the zone (its primary server is ${authority.data}).`);
  if (primary !== undefined) return right('own', `A zone of one's own answers (its primary server is ${primary}).`);
  if (keepsRecords(start)) return right('own', 'The server keeps records of the zone itself.');
  if (start.kind === 'none') return wrong('unanswered', `${noAnswerWords[start.reason]}.`);
  if (start.code !== 'NOERROR' && start.code !== 'NXDOMAIN')
    return wrong('failed', `The server answers ${start.code} for the zone.`);
  const parent = start.authority.find(({ type }) => type === 'SOA')?.name;
  if (parent === undefined || parent === '')
    return wrong('absent', 'The server knows no such zone, and none of the names that were asked for shows it.');
  return wrong('public', `The server knows no such zone: its answer comes from ${parent}.`);
}

/** What makes a zone answer. `forwards` are the domains that clients ask for. */
export function zoneAdvice(zone: string, forwards: readonly string[]): string {
  const azure = backupEndpoint.azureDnsAddress.value;
  return (
    `Link the private DNS zone ${zone} to the virtual network of the DNS server, or let the server forward ` +
    `${forwards.join(' and ')} to one that knows the zone (${azure} from within a linked network, a resolver's inbound endpoint from elsewhere).`
  );
}

/** The zone with the verdict that a name in it has the right address. */
export function shownByName(verdict: ZoneVerdict, fqdn: string): ZoneVerdict {
  if (verdict.level === 'ok') return verdict;
  return { ...verdict, level: 'ok', state: 'names', message: `It answers for ${fqdn}.`, advice: undefined };
}

/** The start of authority of exactly this zone, where an answer tells. */
function authorityOf(zone: string, outcome: DnsOutcome): DnsRecord | undefined {
  if (outcome.kind === 'none') return undefined;
  return [...outcome.records, ...outcome.authority].find(({ type, name }) => type === 'SOA' && name === zone);
}

/** Whether the zone is one that Microsoft keeps for the internet; its private zones are told apart before. */
function isPublic({ data, mailbox = '' }: DnsRecord): boolean {
  return (
    mailbox.endsWith(`.${publicZoneMailboxes.value}`) ||
    publicZonePrimaries.value.some((domain) => data.endsWith(`.${domain}`))
  );
}

function isWildcard({ probe }: ZoneCheck, outcome: DnsOutcome): boolean {
  if (outcome.kind === 'none') return false;
  const { addresses } = followAliases(probe, outcome.records);
  return addresses.length > 0 && addresses.every(({ address }) => addressKind(address) === 'private');
}

/** Forwarders of small networks answer from lists of records without a zone around them: then nobody else is named as responsible. */
function keepsRecords(outcome: DnsOutcome): boolean {
  if (outcome.kind === 'none' || !outcome.authoritative || outcome.authority.length > 0) return false;
  return outcome.code === 'NOERROR' || outcome.code === 'NXDOMAIN';
}
