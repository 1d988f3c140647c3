import type { IpNetwork } from '../../deployment/functions/ip-network';
import { addressKind, isInside, sameAddress } from './address-kind';
import type { NameCheck } from './checks';
import { followAliases, type Address, type Resolved } from './follow-aliases';
import { zoneAdvice, type ZoneVerdict } from './judge-zone';
import type { DnsOutcome } from './outcome';
import { noAnswerWords } from './words';

/** What a name resolves to, in a word. */
export type NameState =
  | 'private'
  /** The addresses are private but others than the records or the prefixes say. */
  | 'unexpected'
  | 'public'
  /** Addresses that no other machine can be reached at, such as 0.0.0.0. */
  | 'unusable'
  | 'missing'
  | 'loop'
  | 'failed'
  | 'unanswered';

export interface NameVerdict extends Resolved {
  readonly fqdn: string;
  readonly origin: NameCheck['origin'];
  /** The private zone that has to answer; undefined where there is none. */
  readonly zone: string | undefined;
  readonly level: 'ok' | 'warning' | 'wrong';
  readonly state: NameState;
  /** For people, in sentences. */
  readonly message: string;
  /** What to do; undefined where all is right. */
  readonly advice: string | undefined;
}

/** What was learned about a name. */
export interface NameFindings {
  readonly check: NameCheck;
  /** The answers to the questions for IPv4 and IPv6 addresses. */
  readonly ipv4: DnsOutcome;
  readonly ipv6: DnsOutcome;
  /** The verdict on the name's zone; undefined where it has none. */
  readonly zone: ZoneVerdict | undefined;
  /** What the addresses must be in; empty for any private address. */
  readonly prefixes: readonly IpNetwork[];
}

/** Says whether a name resolves to what it has to. */
export function judgeName(findings: NameFindings): NameVerdict {
  const { check, ipv4, ipv6 } = findings;
  const records = [ipv4, ipv6].flatMap((outcome) => (outcome.kind === 'answer' ? outcome.records : []));
  const resolved = followAliases(check.fqdn, records);
  const judgement = judge(findings, resolved);
  const { fqdn, origin, names } = check;
  return { fqdn, origin, zone: names?.zone ?? undefined, ...resolved, ...judgement };
}

type Judgement = Pick<NameVerdict, 'level' | 'state' | 'message' | 'advice'>;

function judge(findings: NameFindings, resolved: Resolved): Judgement {
  const { check, ipv4 } = findings;
  if (resolved.loop) {
    const message = `Its aliases lead in a circle, back to ${resolved.aliases.at(-1)?.target ?? check.fqdn}.`;
    return failure(check, 'loop', message, 'Remove one of the alias records that form the circle.');
  }
  if (resolved.addresses.length === 0) return withoutAddress(findings, ipv4, resolved);
  return check.origin === 'public' ? publicName(resolved.addresses) : withAddresses(findings, resolved);
}

/** Only names that must be private, and were asked for, make the whole wrong when they do not resolve. */
function failure({ origin }: NameCheck, state: NameState, message: string, advice: string): Judgement {
  const lenient = origin !== 'given' && state !== 'public' && state !== 'unexpected';
  return { level: lenient ? 'warning' : 'wrong', state, message, advice };
}

function withoutAddress({ check, zone }: NameFindings, outcome: DnsOutcome, { aliases }: Resolved): Judgement {
  const { fqdn, names, origin } = check;
  if (outcome.kind === 'none') {
    const advice = 'Ask again with a longer --timeout; if that does not help, see what the server does with this name.';
    return failure(check, 'unanswered', `${noAnswerWords[outcome.reason]}.`, advice);
  }
  if (outcome.code !== 'NOERROR' && outcome.code !== 'NXDOMAIN') {
    const advice =
      outcome.code === 'REFUSED'
        ? 'Let the server answer to this machine, and know or forward the name.'
        : failedAdvice;
    return failure(
      check,
      'failed',
      `The server answers ${outcome.code}.`,
      zoneIsWrong(zone) ? (zone?.advice ?? advice) : advice,
    );
  }
  const end = aliases.at(-1)?.target ?? fqdn;
  const what = outcome.code === 'NXDOMAIN' ? `${end} does not exist` : `${end} has no address`;
  if (origin === 'public')
    return failure(
      check,
      'missing',
      `${what}: agents cannot sign in unless a proxy resolves it for them.`,
      'Let the server forward public names.',
    );
  if (origin === 'client')
    return failure(
      check,
      'missing',
      `${what}; clients ask for this name, not for the one in the private zone.`,
      clientAdvice(fqdn, names?.zone),
    );
  if (names === undefined)
    return failure(
      check,
      'missing',
      `${what}, and it is no private name of Azure Backup in this region.`,
      'Look at how it is spelt.',
    );
  if (names.zone === null || zoneIsWrong(zone))
    return failure(check, 'missing', `${what}.`, zone?.advice ?? zoneAdvice(names.forward, [names.forward]));
  return failure(check, 'missing', `${what}, although ${names.zone} answers.`, missingRecordAdvice(outcome.code));
}

function withAddresses({ check, zone, prefixes }: NameFindings, { addresses, aliases }: Resolved): Judgement {
  const listed = (some: readonly Address[]): string => some.map(({ address }) => address).join(', ');
  const isExpected = (address: string): boolean => check.expected.some((it) => sameAddress(it, address));
  const isPrivate = (address: string): boolean =>
    prefixes.some((prefix) => isInside(address, prefix)) || isExpected(address) || addressKind(address) === 'private';
  const unusable = addresses.filter(({ address }) => addressKind(address) === 'unusable');
  if (unusable.length > 0) {
    const advice = 'Take the name off the list of what this DNS server blocks.';
    return failure(check, 'unusable', `${listed(unusable)} leads nowhere: the server blocks the name.`, advice);
  }
  const open = addresses.filter(({ address }) => !isPrivate(address));
  if (open.length > 0) {
    const part = open.length < addresses.length ? 'also ' : '';
    const message =
      `It resolves ${part}to ${listed(open)}, which is public: traffic falls back to the internet, and fails where the vault denies ` +
      `public network access.${aliasWords(
        check,
        aliases.map(({ target }) => target),
      )}`;
    return failure(check, 'public', message, publicAdvice(check, zone));
  }
  const strange = check.expected.length > 0 ? addresses.filter(({ address }) => !isExpected(address)) : [];
  if (strange.length > 0) {
    const message = `It resolves to ${listed(strange)}, but the records say ${check.expected.join(', ')}.`;
    return failure(
      check,
      'unexpected',
      message,
      'Correct the record, which may be of an endpoint that was deleted or of another network.',
    );
  }
  const outside =
    prefixes.length > 0 ? addresses.filter(({ address }) => !prefixes.some((it) => isInside(address, it))) : [];
  if (outside.length > 0) {
    const message = `It resolves to ${listed(outside)}, which is private but not in an expected prefix.`;
    return failure(
      check,
      'unexpected',
      message,
      "Look whether this is the endpoint of another network, or of another environment's.",
    );
  }
  const onlyIpv6 = addresses.every(({ address }) => address.includes(':'));
  return {
    level: 'ok',
    state: 'private',
    message: onlyIpv6 ? 'Private, over IPv6 only.' : 'Private.',
    advice: undefined,
  };
}

function publicName(addresses: readonly Address[]): Judgement {
  const unusable = addresses.find(({ address }) => addressKind(address) === 'unusable');
  if (unusable !== undefined) {
    const message = `${unusable.address} leads nowhere: the server blocks the name, and agents cannot sign in.`;
    return {
      level: 'warning',
      state: 'unusable',
      message,
      advice: 'Take the name off the list of what this DNS server blocks.',
    };
  }
  const isPrivate = addresses.every(({ address }) => addressKind(address) === 'private');
  const message = isPrivate ? 'Private: a proxy or firewall of your own stands in for it.' : 'Public, as it has to be.';
  return { level: 'ok', state: isPrivate ? 'private' : 'public', message, advice: undefined };
}

const failedAdvice =
  'See in the log of the DNS server why it fails: often a server that it forwards to cannot be reached, or DNSSEC is checked for a zone that is private.';

function zoneIsWrong(zone: ZoneVerdict | undefined): boolean {
  return zone?.level === 'wrong';
}

/** A name without an alias into the private zone belongs to something without a private endpoint. */
function aliasWords({ names }: NameCheck, targets: readonly string[]): string {
  const zone = names?.zone;
  if (zone === undefined || zone === null || zone === names?.forward) return '';
  if (targets.some((target) => target.endsWith(`.${zone}`)))
    return ` Its alias leads into ${zone}, which is not answered privately.`;
  return ` It has no alias into ${zone}.`;
}

function publicAdvice({ names }: NameCheck, zone: ZoneVerdict | undefined): string {
  if (names === undefined) return 'Look whether this name is of an endpoint at all.';
  if (zone === undefined || zone.level === 'wrong') return zone?.advice ?? zoneAdvice(names.forward, [names.forward]);
  return (
    `${zone.zone} answers but lacks this name, so that the question goes on to public DNS: add the record, best by a DNS zone group of the ` +
    'endpoint. If there is one, look whether the storage account belongs to this vault.'
  );
}

function missingRecordAdvice(code: string): string {
  const record =
    'Add the record: let a DNS zone group of the private endpoint do it, or take the address from its DNS configuration.';
  if (code === 'NXDOMAIN') return record;
  return `${record} If the record is there, look whether the server removes private addresses from answers (protection against DNS rebinding).`;
}

function clientAdvice(fqdn: string, zone: string | null | undefined): string {
  return `Public DNS gives ${fqdn} an alias into ${zone ?? 'its zone'}: let the server forward public names, or add the record under this name too.`;
}
