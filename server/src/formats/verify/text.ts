import type { NameVerdict } from '../../domain/verify/judge-name';
import type { ZoneVerdict } from '../../domain/verify/judge-zone';
import { printable } from '../printable';
import { countsOf, type VerifyReport } from './report';

/** Writes the report for a terminal or a ticket. Ends with a line break. */
export function formatVerifyText(report: VerifyReport): string {
  const regions = report.regions.map(({ displayName, name }) => `${displayName} (${name})`).join(', ');
  const lines = [
    `${regions}, asking ${report.resolvers.join(', then ')}`,
    '',
    'Zones',
    ...report.zones.flatMap(zoneLines),
    '',
    'Names',
    ...report.names.flatMap(nameLines),
    '',
    summary(report),
  ];
  return `${lines.map(printable).join('\n')}\n`;
}

const indent = '           ';

function zoneLines({ level, zone, message, advice }: ZoneVerdict): string[] {
  return [`${marked(level)}${zone}`, `${indent}${message}`, ...adviceLines(advice)];
}

function nameLines({ level, fqdn, addresses, aliases, message, advice }: NameVerdict): string[] {
  const found = addresses.map(({ address, ttl }) => `${address} (TTL ${ttl})`).join(', ');
  const steps = aliases.map(({ target, ttl }) => `→ ${target} (TTL ${ttl})`);
  return [
    `${marked(level)}${fqdn}${found === '' ? '' : `  ${found}`}`,
    ...steps.map((step) => `${indent}${step}`),
    `${indent}${message}`,
    ...adviceLines(advice),
  ];
}

function marked(level: NameVerdict['level']): string {
  return `  ${level.padEnd(indent.length - 2)}`;
}

/** Zones and names of one cause have the same advice; it stands with each, since people copy single entries into tickets. */
function adviceLines(advice: string | undefined): string[] {
  return advice === undefined ? [] : [`${indent}What to do: ${advice}`];
}

function summary(report: VerifyReport): string {
  const { zones, names, wrong, warnings } = countsOf(report);
  const seconds = (report.durationMs / 1000).toFixed(1);
  const verdict = wrong + warnings === 0 ? 'all right' : `${wrong} wrong, ${count(warnings, 'warning')}`;
  return `${count(zones, 'zone')} and ${count(names, 'name')}: ${verdict}. ${count(report.questions, 'question')} in ${seconds} s.`;
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
