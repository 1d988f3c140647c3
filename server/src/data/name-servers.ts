import type { Fact } from './backup-endpoint';
import { sources } from './links';

/** The primary server that every private DNS zone of Azure names in its start of authority; it cannot be changed. */
export const privateZonePrimary = {
  value: 'azureprivatedns.net',
  source: sources.privateDns,
} as const satisfies Fact<string>;

/** The domains of the name servers of Azure's public zones and of Microsoft's own. */
export const publicZonePrimaries = {
  value: ['azure-dns.com', 'azure-dns.net', 'azure-dns.org', 'azure-dns.info', 'azuredns-cloud.net', 'msft.net', 'microsoft.com'],
  source: sources.publicDns,
} as const satisfies Fact<readonly string[]>;
