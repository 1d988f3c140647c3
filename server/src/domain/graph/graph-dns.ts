import { RESOLVER_TYPE, RULESET_TYPE } from '../../data/resource-types';
import { parentId } from '../../deployment/identity/resource-id';
import type { DeployedResource } from '../../deployment/deployment';
import type { TextValue, Value } from '../../deployment/values/value';
import { idKey } from '../../deployment/identity/resource-id';
import { knownText } from '../../deployment/values/values';
import { dnsFirewalls } from '../network/dns-proxy';
import { firewallOf } from '../resources/named-by-host';
import { present, settled } from '../resources/options';
import { deepValue, listItems, property } from '../resources/resource-properties';
import { addNetwork, type Drawing } from './graph-network';
import { readable } from './graph-builder';

const RESOLVER_PARTS = ['inboundendpoints', 'outboundendpoints'] as const;

/** The servers that networks ask in place of Azure's own DNS, and what Azure has for forwarding names. */
export function addDns(drawing: Drawing): void {
  const { index, networks } = drawing.topology;
  for (const { resource } of networks) if (!resource.existing) addServers(resource, drawing);
  for (const resolver of index.ofType(RESOLVER_TYPE)) addResolver(resolver, drawing);
  for (const ruleset of index.ofType(RULESET_TYPE)) addRuleset(ruleset, drawing);
}

function addServers(network: DeployedResource, drawing: Drawing): void {
  const { graph, topology } = drawing;
  const node = addNetwork(network.id, network, drawing);
  for (const firewall of dnsFirewalls({ resource: network, subnets: [], open: false }, topology))
    graph.edge(node, graph.resource('firewall', firewall), 'asks');
  const options = present(property(network, 'dhcpOptions'), network);
  const servers = options && present(deepValue(options, network, 'dnsServers'), network);
  for (const item of listItems(servers, network).items) {
    const address = settled(item, network);
    if (!address || firewallOf(address, topology.index)) continue;
    const label = addressOf(address);
    const place = { ...network.place };
    const server = graph.node(`server ${label}`, () => ({
      kind: 'dnsServer',
      label,
      details: [],
      presence: 'named',
      place,
      extents: [],
    }));
    graph.edge(node, server, 'asks');
  }
}

function addressOf(address: Value): string {
  return address.kind === 'text' ? readable(address) : '…';
}

function addResolver(resolver: DeployedResource, drawing: Drawing): void {
  const { graph, topology } = drawing;
  const parts = RESOLVER_PARTS.map((name) => ({
    name,
    children: topology.index.childrenOf(resolver, `${RESOLVER_TYPE}/${name}`),
  }));
  const details = parts.flatMap(({ name, children }) =>
    children.length === 0 ? [] : [`${children.length} ${name.replace('endpoints', '')}`],
  );
  const node = graph.resource('dnsResolver', resolver, details);
  for (const child of parts.flatMap(({ children }) => children)) graph.extend(idKey(resolver.id), child);
  const network = idIn(deepValue(property(resolver, 'virtualNetwork'), resolver, 'id'), resolver);
  if (network) graph.edge(node, addNetwork(network, resolver, drawing), 'resolvesIn');
}

function addRuleset(ruleset: DeployedResource, drawing: Drawing): void {
  const { graph, topology } = drawing;
  const rules = topology.index.childrenOf(ruleset, `${RULESET_TYPE}/forwardingrules`);
  const domains = rules.flatMap((rule) => knownText(settled(property(rule, 'domainName'), rule)) ?? []);
  const node = graph.resource('forwardingRuleset', ruleset, domains);
  for (const rule of rules) graph.extend(idKey(ruleset.id), rule);
  for (const link of topology.index.childrenOf(ruleset, `${RULESET_TYPE}/virtualnetworklinks`)) {
    graph.extend(idKey(ruleset.id), link);
    const network = idIn(deepValue(property(link, 'virtualNetwork'), link, 'id'), link);
    if (network) graph.edge(addNetwork(network, link, drawing), node, 'asks');
  }
  for (const item of listItems(property(ruleset, 'dnsResolverOutboundEndpoints'), ruleset).items) {
    const endpoint = idIn(deepValue(item, ruleset, 'id'), ruleset);
    const resolver = topology.index.byId(endpoint && parentId(endpoint));
    if (resolver) graph.edge(node, graph.resource('dnsResolver', resolver), 'forwardsThrough');
  }
}

function idIn(value: Value | undefined, resource: DeployedResource): TextValue | undefined {
  const id = settled(value, resource);
  return id?.kind === 'text' ? id : undefined;
}
