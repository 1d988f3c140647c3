import { single } from '../artefact';
import { answeredNames, originOf, type DnsExporter } from './input';

/** Lines for `dnsmasq.conf`: names are forwarded, those with known addresses answered by dnsmasq itself. */
export const dnsmasq: DnsExporter = {
  records: 'optional',
  export: ({ plan, records, forwardTo, tool }) =>
    single([
      ...originOf(plan.regions, tool).map((line) => `# ${line}`),
      '# The servers that are asked must know the private DNS zones.',
      ...plan.names.flatMap(({ forward }) => forwardTo.map((address) => `server=/${forward}/${address}`)),
      '# Private addresses are right answers here, and no attempt at rebinding.',
      `rebind-domain-ok=/${plan.names.map(({ forward }) => forward).join('/')}/`,
      ...records.flatMap((record) =>
        record.addresses.map((address) => `host-record=${answeredNames(record).join(',')},${address}`),
      ),
    ]),
};
