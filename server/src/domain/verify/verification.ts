import type { IpNetwork } from '../../deployment/functions/ip-network';
import type { DnsPlan } from '../fqdns/dns-plan';
import type { Checks, NameCheck, ZoneCheck } from './checks';
import { judgeName, type NameVerdict } from './judge-name';
import { judgeZone, shownByName, type ZoneVerdict } from './judge-zone';
import type { DnsOutcome, DnsQuestion } from './outcome';

/** What a DNS server says about everything that was checked. */
export interface Verification {
  readonly zones: readonly ZoneVerdict[];
  readonly names: readonly NameVerdict[];
}

/** The questions that the checks need answers to, each once. */
export function questionsOf({ zones, names }: Checks): readonly DnsQuestion[] {
  return [
    ...zones.flatMap(({ zone, probe }): DnsQuestion[] => [
      { name: zone, type: 'SOA' },
      { name: probe, type: 'A' },
    ]),
    ...names.flatMap(({ fqdn }): DnsQuestion[] => [
      { name: fqdn, type: 'A' },
      { name: fqdn, type: 'AAAA' },
    ]),
  ];
}

/** Judges the answers. What was not asked has no answer. */
export function judgeAnswers(
  { zones, names }: Checks,
  plan: DnsPlan,
  prefixes: readonly IpNetwork[],
  outcomeOf: (question: DnsQuestion) => DnsOutcome,
): Verification {
  const seen = new Map(zones.map((check) => [check.zone, zoneVerdict(check, plan, outcomeOf)]));
  const judged = names.map((check) =>
    judgeName({ ...answersOf(check, outcomeOf), zone: zoneOf(check, seen), prefixes }),
  );
  const lenient = judged.map((verdict, index) => excused(verdict, names[index]?.instead, judged));
  const shown = zones.map(({ zone }) => seen.get(zone)).filter((verdict) => verdict !== undefined);
  return {
    names: lenient,
    zones: shown.map((verdict) => {
      const proof = judged.find(
        ({ zone, state, level }) => zone === verdict.zone && state === 'private' && level === 'ok',
      );
      return proof === undefined ? verdict : shownByName(verdict, proof.fqdn);
    }),
  };
}

/** A name of a private zone may be missing where the name that clients ask for has the right address of its own. */
function excused(verdict: NameVerdict, instead: string | undefined, all: readonly NameVerdict[]): NameVerdict {
  const isAbsent = verdict.state === 'missing' || verdict.state === 'failed' || verdict.state === 'unanswered';
  const client = all.find(({ fqdn, state, level }) => fqdn === instead && state === 'private' && level === 'ok');
  if (verdict.level !== 'wrong' || !isAbsent || client === undefined) return verdict;
  return {
    ...verdict,
    level: 'warning',
    message: `${verdict.message} Clients ask for ${client.fqdn}, which is right.`,
  };
}

/** Whether anything is wrong; warnings do not count. */
export function isWrong({ zones, names }: Verification): boolean {
  return [...zones, ...names].some(({ level }) => level === 'wrong');
}

function zoneVerdict(check: ZoneCheck, plan: DnsPlan, outcomeOf: (question: DnsQuestion) => DnsOutcome): ZoneVerdict {
  const forwards = plan.names.filter(({ zone }) => zone === check.zone).map(({ forward }) => forward);
  const start = outcomeOf({ name: check.zone, type: 'SOA' });
  return judgeZone(check, forwards, start, outcomeOf({ name: check.probe, type: 'A' }));
}

function zoneOf({ names }: NameCheck, verdicts: ReadonlyMap<string, ZoneVerdict>): ZoneVerdict | undefined {
  return names === undefined || names.zone === null ? undefined : verdicts.get(names.zone);
}

function answersOf(
  check: NameCheck,
  outcomeOf: (question: DnsQuestion) => DnsOutcome,
): { readonly check: NameCheck; readonly ipv4: DnsOutcome; readonly ipv6: DnsOutcome } {
  const { fqdn: name } = check;
  return { check, ipv4: outcomeOf({ name, type: 'A' }), ipv6: outcomeOf({ name, type: 'AAAA' }) };
}
