import { azureResolver } from './azure-resolver';
import { azureZones } from './azure-zones';
import { bind } from './bind';
import { coredns } from './coredns';
import { dnsmasq } from './dnsmasq';
import { hosts } from './hosts';
import type { DnsExporter } from './input';
import { unbound } from './unbound';
import { windows } from './windows';

/** What `pelint dns --as` can be. */
export const dnsTargets = [
  'hosts',
  'bind',
  'unbound',
  'dnsmasq',
  'coredns',
  'windows',
  'azure-resolver',
  'azure-zones',
] as const;
export type DnsTarget = (typeof dnsTargets)[number];

export const dnsExporters: Readonly<Record<DnsTarget, DnsExporter>> = {
  hosts,
  bind,
  unbound,
  dnsmasq,
  coredns,
  windows,
  'azure-resolver': azureResolver,
  'azure-zones': azureZones,
};
