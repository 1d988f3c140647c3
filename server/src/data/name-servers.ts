import type { Fact } from './backup-endpoint';
import { sources } from './links';

/** The primary server that every private DNS zone of Azure names in its start of authority; it cannot be changed. */
export const privateZonePrimary = {
  value: 'azureprivatedns.net',
  source: sources.privateDns,
} as const satisfies Fact<string>;

/** The domains of the name servers of Azure's public zones. */
export const publicZonePrimaries = {
  value: ['azure-dns.com', 'azure-dns.net', 'azure-dns.org', 'azure-dns.info'],
  source: sources.publicDns,
} as const satisfies Fact<readonly string[]>;

/** Whoever is responsible for a public zone of Microsoft's has a mailbox in this domain, such as `azuredns-hostmaster.microsoft.com`. */
export const publicZoneMailboxes = { value: 'microsoft.com', source: sources.publicDns } as const satisfies Fact<string>;
