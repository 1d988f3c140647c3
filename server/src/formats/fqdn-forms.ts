import { backupEndpoint } from '../data/backup-endpoint';
import { planDns } from '../domain/fqdns/dns-plan';
import type { RegionFqdns } from '../domain/fqdns/expected-fqdns';
import { allowListExporters, allowListTargets } from './allow-list/exporters';
import { allowListInput, placeholderProxy } from './allow-list/input';
import { inOneText } from './artefact';
import { dnsExporters, dnsTargets } from './dns/exporters';
import { fqdnFormatNames, fqdnFormats } from './fqdn/formats';
import type { FqdnFormatOptions } from './fqdn/options';

/** A form in which the names of regions can be written without asking for anything more. */
export interface FqdnForm {
  /** The command that prints the same: `dns --as bind`. */
  readonly id: string;
  readonly title: string;
  /** `lists` are of one cloud. */
  readonly write: (lists: readonly RegionFqdns[], options: FqdnFormatOptions) => string;
}

/** Every form, the lists first. A hosts file is none of them: it needs the addresses. */
export const fqdnForms: readonly FqdnForm[] = [
  ...fqdnFormatNames.map((name) => ({
    id: `fqdn --format ${name}`,
    title: `FQDNs: ${name}`,
    write: fqdnFormats[name],
  })),
  ...dnsTargets
    .filter((target) => dnsExporters[target].records !== 'required')
    .map((target): FqdnForm => ({
      id: `dns --as ${target}`,
      title: `DNS: ${target}`,
      write: (lists, { tool }) => {
        const forwardTo = [backupEndpoint.azureDnsAddress.value];
        return inOneText(dnsExporters[target].export({ plan: planDns(lists), records: [], forwardTo, tool }));
      },
    })),
  ...allowListTargets.map((target): FqdnForm => ({
    id: `allow-list --as ${target}`,
    title: `Allow list: ${target}`,
    write: (lists, { tool }) =>
      inOneText(allowListExporters[target](allowListInput(lists, { proxy: placeholderProxy, tool }))),
  })),
];
