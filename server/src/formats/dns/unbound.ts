import { single } from '../artefact';
import { answeredNames, isVersion6, originOf, timeToLive, type DnsExporter } from './input';

/** Lines for `unbound.conf`: names are forwarded, those with known addresses answered by Unbound itself. */
export const unbound: DnsExporter = {
  records: 'optional',
  export: ({ plan, records, forwardTo, tool }) => {
    const names = plan.names.map(({ forward }) => forward);
    return single([
      ...originOf(plan.regions, tool).map((line) => `# ${line}`),
      '# The servers that are asked must know the private DNS zones.',
      'server:',
      '    # Private addresses are right answers here, and no attempt at rebinding.',
      ...names.map((name) => `    private-domain: "${name}."`),
      ...records.flatMap((record) =>
        answeredNames(record).flatMap((name) =>
          record.addresses.map((address) => {
            const type = isVersion6(address) ? 'AAAA' : 'A';
            return `    local-data: "${name}. ${timeToLive} IN ${type} ${address}"`;
          }),
        ),
      ),
      ...names.flatMap((name) => [
        '',
        'forward-zone:',
        `    name: "${name}."`,
        ...forwardTo.map((address) => `    forward-addr: ${address}`),
      ]),
    ]);
  },
};
