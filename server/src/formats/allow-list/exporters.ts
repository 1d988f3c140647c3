import { azureFirewall } from './azure-firewall';
import { csv } from './csv';
import type { AllowListExporter } from './input';
import { nsg } from './nsg';
import { paloAlto } from './palo-alto';
import { proxyPac } from './proxy-pac';
import { squid } from './squid';

/** What `pelint allow-list --as` can be. */
export const allowListTargets = ['azure-firewall', 'nsg', 'palo-alto', 'squid', 'proxy-pac', 'csv'] as const;
export type AllowListTarget = (typeof allowListTargets)[number];

export const allowListExporters: Readonly<Record<AllowListTarget, AllowListExporter>> = {
  'azure-firewall': azureFirewall,
  nsg,
  'palo-alto': paloAlto,
  squid,
  'proxy-pac': proxyPac,
  csv,
};
