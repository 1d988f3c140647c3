import { entraIdRanges } from '../../data/network-tags';
import { knownText } from '../../deployment/values/values';
import { contains, overlaps } from './address-ranges';
import { mayHold } from '../resources/possible-items';
import type { PossibleItems } from '../resources/possible-items';
import { holdsPort, HTTPS } from './ports';
import type { SecurityRule, SecurityRules } from './security-rules';

/**
 * The rule that keeps all machines of a subnet from signing in at Microsoft Entra ID: the first that denies, if no rule before it may
 * allow. `prefixes` are the subnet's; they may be empty where they are not known.
 */
export function entraDenial({ rules, open }: SecurityRules, prefixes: readonly string[]): SecurityRule | undefined {
  // A rule that nobody sees may come first and allow it.
  if (open) return undefined;
  const outbound = rules.filter(({ direction }) => direction === undefined || direction === 'outbound');
  const denials = outbound.filter((rule) => deniesEntra(rule, prefixes)).sort((a, b) => priorityOf(a) - priorityOf(b));
  const [first] = denials;
  if (!first) return undefined;
  const earlier = outbound.filter(
    ({ priority, access }) => access !== 'deny' && !(priority !== undefined && priority > priorityOf(first)),
  );
  return mayAllowEntra(earlier) ? undefined : first;
}

/** Whether a rule certainly denies HTTPS from the whole subnet to Entra ID, or to all that it is part of. */
function deniesEntra(rule: SecurityRule, prefixes: readonly string[]): boolean {
  const { access, direction, protocol, sources, sourcePorts, destinations, destinationPorts } = rule;
  return (
    access === 'deny' &&
    direction === 'outbound' &&
    rule.isSettled &&
    !rule.isNarrowed &&
    holds(protocol, (text) => text === 'tcp' || text === '*') &&
    (sourcePorts.items.length === 0 || holds(sourcePorts, isEveryPort)) &&
    holds(destinationPorts, (text) => holdsPort(text, HTTPS)) &&
    isWholeSubnet(sources, prefixes) &&
    holds(destinations, (text) => ENTRA_OR_MORE.has(text))
  );
}

/** Destinations that Entra ID is, or is part of. */
const ENTRA_OR_MORE: ReadonlySet<string> = new Set([
  '*',
  '0.0.0.0/0',
  'any',
  'internet',
  'azurecloud',
  'azureactivedirectory',
]);

function isWholeSubnet(sources: PossibleItems, prefixes: readonly string[]): boolean {
  if (holds(sources, (text) => ['*', 'any', '0.0.0.0/0', 'virtualnetwork'].includes(text))) return true;
  return prefixes.length > 0 && prefixes.every((prefix) => holds(sources, (text) => contains(text, prefix)));
}

/** Whether rules may together allow Entra ID: one of its tags, or both its ranges, as far as they are known. */
function mayAllowEntra(rules: readonly SecurityRule[]): boolean {
  const reaching = rules.filter(
    ({ protocol, destinationPorts }) =>
      mayHold(protocol, (text) => text === 'tcp' || text === '*') &&
      mayHold(destinationPorts, (text) => holdsPort(text, HTTPS)),
  );
  const isTag = (text: string): boolean => ENTRA_OR_MORE.has(text) || text.startsWith('azurecloud.');
  if (reaching.some(({ destinations }) => mayHold(destinations, isTag))) return true;
  return entraIdRanges.value.every((range) =>
    reaching.some(({ destinations }) => mayHold(destinations, (text) => overlaps(text, range))),
  );
}

/** Whether a list certainly holds a text that is meant, in lower case. */
function holds({ items }: PossibleItems, isMeant: (text: string) => boolean): boolean {
  return items.some((item) => isMeant(knownText(item)?.toLowerCase() ?? ''));
}

function isEveryPort(text: string): boolean {
  return text === '*' || text === '0-65535' || text === '1-65535';
}

function priorityOf({ priority }: SecurityRule): number {
  return priority ?? Infinity;
}
