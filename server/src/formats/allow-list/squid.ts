import { single } from '../artefact';
import { domainSuffixes } from './domain-suffixes';
import { originOf, portsOf, type AllowListExporter } from './input';

/** Lines for `squid.conf`, to be included before its own `http_access deny`. */
export const squid: AllowListExporter = (input) => {
  const privately = domainSuffixes(input.entries.filter(({ resolvesTo }) => resolvesTo === 'private'));
  return single([
    `# ${originOf(input)}`,
    '# Include it before the line "http_access deny all". A host without a dot in front is allowed by itself only.',
    ...domainSuffixes(input.entries).map((name) => `acl azure_backup dstdomain ${name}`),
    `acl azure_backup_ports port ${portsOf(input.entries).join(' ')}`,
    'http_access allow azure_backup azure_backup_ports',
    ...(privately.length === 0
      ? []
      : [
          '',
          '# Private addresses are in reach of this proxy, not of one above it. It must resolve these names privately.',
          ...privately.map((name) => `acl azure_backup_private dstdomain ${name}`),
          'always_direct allow azure_backup_private',
        ]),
  ]);
};
