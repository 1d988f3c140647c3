import { sources } from '../data/links';
import { idKey } from '../deployment/identity/resource-id';
import type { DeployedResource } from '../deployment/deployment';
import type { Value } from '../deployment/values/value';
import { getEntry, originOf } from '../deployment/values/values';
import { isBackupEndpoint } from '../domain/topology/backup-endpoints';
import { dnsFirewalls, proxyOff } from '../domain/network/dns-proxy';
import type { DnsProxySetting } from '../domain/network/dns-proxy';
import { networkIdOf } from '../domain/topology/endpoint-network';
import type { Network } from '../domain/topology/networks';
import { settled } from '../domain/resources/options';
import type { Endpoint } from '../domain/topology/topology';
import { placeOfValue } from '../domain/resources/trails';
import type { NewValue } from '../model/edit/new-value';
import type { Editor } from '../model/edit/editor';
import { dnsThroughFirewall } from './examples/dns-through-firewall';
import { mistake } from './examples/mistake';
import { nameOf, relatedResource, wayOf } from './related';
import type { Fix, Report } from './report';
import type { Rule } from './rule';

export const dnsProxyOff: Rule = {
  id: 'PE305',
  name: 'dns-proxy-off',
  about: 'backup',
  severity: 'warning',
  summary: 'The network of a private endpoint sends DNS to an Azure Firewall whose DNS proxy is off.',
  docs: {
    why: 'Azure Firewall answers DNS questions only while its DNS proxy is on, and it is off by default. A network that names the firewall as its DNS server then gets no answers at all: neither the private names of the vault nor any other resolve.',
    howToFix:
      'Turn the proxy on: `dnsSettings.enableProxy` in the firewall’s policy, or, for a firewall without a policy, `additionalProperties` with `Network.DNS.EnableProxy` set to the text `true`. The tier Basic has no DNS proxy: use Standard or Premium, or other DNS servers.',
    fixes: [{ does: 'turns the proxy on, where the tier has one', safe: false }],
    sources: [sources.firewallDns, sources.firewallPolicies, sources.overview],
    examples: [
      mistake('bicep', dnsThroughFirewall, ['enableProxy: true', 'enableProxy: ‹false›']),
      mistake('json', dnsThroughFirewall, ['"enableProxy": true', '"enableProxy": ‹false›']),
    ],
  },
  *check({ topology, editor }) {
    const reported = new Set<DeployedResource>();
    for (const endpoint of topology.endpoints.filter(isBackupEndpoint)) {
      const id = networkIdOf(endpoint);
      const key = id && idKey(id);
      for (const network of topology.networks.filter(({ resource }) => idKey(resource.id) === key)) {
        for (const firewall of dnsFirewalls(network, topology)) {
          const setting = reported.has(firewall) ? undefined : proxyOff(firewall, topology);
          if (!setting) continue;
          reported.add(firewall);
          yield report({ endpoint, network, firewall, setting }, editor);
        }
      }
    }
  },
};

interface Case {
  readonly endpoint: Endpoint;
  readonly network: Network;
  readonly firewall: DeployedResource;
  readonly setting: DnsProxySetting;
}

function report({ endpoint, network, firewall, setting }: Case, editor: Editor): Report {
  const { holder, value, isBasic, path } = setting;
  const place = (value && placeOfValue(value)) ?? placeOfValue(holder.name) ?? holder.place;
  const how = isBasic
    ? 'The tier Basic has none: use Standard or Premium, or other DNS servers.'
    : `Set '${path.join("' › '")}' to ${setting.on}${holder === firewall ? '' : ` in its policy ${nameOf(holder)}`}.`;
  return {
    place,
    message: `The network ${nameOf(network.resource)} of a private endpoint for Azure Backup sends its DNS questions to the firewall ${nameOf(firewall)}, whose DNS proxy is ${value ? 'off' : 'off by default'}: nothing answers, and the vault's names do not resolve. ${how}`,
    related: [
      ...wayOf(value?.trail),
      relatedResource(firewall, 'the firewall'),
      relatedResource(network.resource, 'the network that names it as its DNS server'),
      relatedResource(endpoint.resource, 'the private endpoint in this network'),
    ],
    fixes: isBasic ? [] : fixes(setting, editor),
  };
}

function fixes({ holder, path: [outer, name], value, on }: DnsProxySetting, editor: Editor): readonly Fix[] {
  const properties = settled(getEntry(holder.body, 'properties')?.value, holder);
  const object = properties?.kind === 'object' ? getEntry(properties, outer)?.value : undefined;
  const edits = value
    ? turnedOn(value, on, editor)
    : (added(object, name, on, editor) ?? added(properties, outer, { properties: { [name]: on } }, editor));
  return edits ? [{ title: 'Turn the DNS proxy on', safe: false, edits }] : [];
}

/** Only what is written where it is used is changed: others may read the parameter or variable that it comes from. */
function turnedOn(value: Value, on: true | 'true', editor: Editor): Fix['edits'] | undefined {
  const edit = value.trail && !value.trail.from ? editor.replaceValue(value.trail, on) : undefined;
  return edit && [edit];
}

function added(object: Value | undefined, name: string, value: NewValue, editor: Editor): Fix['edits'] | undefined {
  const place = object?.kind === 'object' ? originOf(object.trail) : undefined;
  return place && editor.addProperty(place, name, value);
}
