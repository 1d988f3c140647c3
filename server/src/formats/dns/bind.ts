import type { PlacedRecord } from '../../domain/fqdns/address-records';
import { textOf, type NamedText } from '../artefact';
import { isVersion6, originOf, timeToLive, type DnsExporter, type DnsInput } from './input';

/**
 * Zones for `named.conf` of BIND 9: names are forwarded, those with known addresses answered from zone files. Of storage only the accounts
 * themselves become zones: with all of `blob…`, the accounts of everybody else would cease to exist.
 */
export const bind: DnsExporter = {
  records: 'optional',
  export: (input) => {
    const files = zoneFiles(input);
    const answered = new Set(files.map(({ zone }) => zone));
    const forwarders = input.forwardTo.map((address) => `${address};`).join(' ');
    const lines = [
      ...originOf(input.plan.regions, input.tool).map((line) => `// ${line}`),
      '// Include it in named.conf. The servers that are asked must know the private DNS zones.',
    ];
    for (const { forward } of input.plan.names) {
      if (answered.has(forward)) continue;
      lines.push(
        '',
        `zone "${forward}" {`,
        '    type forward;',
        '    forward only;',
        `    forwarders { ${forwarders} };`,
        '};',
      );
    }
    for (const { zone, name } of files) {
      lines.push('', `zone "${zone}" {`, '    type primary;', `    file "${name}";`, '};');
    }
    return { text: textOf(lines), beside: files };
  },
};

interface ZoneFile extends NamedText {
  readonly zone: string;
}

function zoneFiles({ plan, records, tool }: DnsInput): readonly ZoneFile[] {
  const zones = new Map<string, PlacedRecord[]>();
  for (const record of records) {
    // The names of a vault lie in a zone that is nobody else's.
    const zone = record.names.service === 'Azure Backup' ? record.names.forward : record.asked;
    zones.set(zone, [...(zones.get(zone) ?? []), record]);
  }
  return [...zones].map(([zone, own]) => ({
    zone,
    name: `db.${zone}`,
    text: textOf([
      ...originOf(plan.regions, tool).map((line) => `; ${line}`),
      `$TTL ${timeToLive}`,
      '; Raise the first number with every change.',
      `@ IN SOA localhost. hostmaster.localhost. 1 3600 600 604800 ${timeToLive}`,
      '@ IN NS localhost.',
      ...own.flatMap((record) => recordLines(record, zone)),
    ]),
  }));
}

function recordLines({ asked, addresses }: PlacedRecord, zone: string): string[] {
  const label = asked === zone ? '@' : asked.slice(0, -zone.length - 1);
  return addresses.map((address) => `${label} IN ${isVersion6(address) ? 'AAAA' : 'A'} ${address}`);
}
