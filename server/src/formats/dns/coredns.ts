import { single } from '../artefact';
import { answeredNames, originOf, type DnsExporter } from './input';

/** A server block for a Corefile: names are forwarded, those with known addresses answered by the plugin `hosts`. */
export const coredns: DnsExporter = {
  records: 'optional',
  export: ({ plan, records, forwardTo, tool }) => {
    const lines = records.flatMap((record) =>
      record.addresses.map((address) => `        ${address} ${answeredNames(record).join(' ')}`),
    );
    // Where the alias is in no zone of the block, CoreDNS never sees it: clients ask for the public name.
    const own = lines.length === 0 ? [] : ['    hosts {', ...lines, '        fallthrough', '    }'];
    return single([
      ...originOf(plan.regions, tool).map((line) => `# ${line}`),
      '# The servers that are asked must know the private DNS zones.',
      `${plan.names.map(({ forward }) => forward).join(' ')} {`,
      '    errors',
      ...own,
      `    forward . ${forwardTo.join(' ')}`,
      '    cache 30',
      '}',
    ]);
  },
};
