import { single } from '../artefact';
import { byPorts, originOf, type AllowListExporter, type SamePorts } from './input';

/** `set` commands for PAN-OS: a URL category and a security rule for each group of ports. */
export const paloAlto: AllowListExporter = (input) =>
  single([
    `# ${originOf(input)}`,
    '# For the configuration mode of PAN-OS. Narrow "from", "to" and "source", and put the rules before those that deny.',
    ...byPorts(input.entries).flatMap(commands),
  ]);

function commands({ ports, entries }: SamePorts): string[] {
  const name = `azure-backup-${ports.join('-')}`;
  const category = `set profiles custom-url-category ${name}`;
  const rule = `set rulebase security rules ${name}`;
  return [
    '',
    ...ports.map((port) => `set service azure-backup-tcp-${port} protocol tcp port ${port}`),
    `${category} type "URL List"`,
    // Without the slash the pattern would go on to match longer hosts.
    ...entries.map(({ fqdn }) => `${category} list ${fqdn}/`),
    `${rule} from any to any source any destination any application any category ${name} action allow`,
    ...ports.map((port) => `${rule} service azure-backup-tcp-${port}`),
  ];
}
