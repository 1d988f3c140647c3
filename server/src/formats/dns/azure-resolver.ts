import { backupEndpoint } from '../../data/backup-endpoint';
import { single } from '../artefact';
import { hostLine } from '../bicep-lines';
import { originOf, type DnsExporter } from './input';

/** Bicep for a forwarding ruleset of Azure DNS Private Resolver: networks that are linked to it ask the given servers for the names. */
export const azureResolver: DnsExporter = {
  records: 'none',
  export: ({ plan, forwardTo, tool }) =>
    single([
      ...originOf(plan.regions, tool).map((line) => `// ${line}`),
      '',
      "@description('The region of the resolver.')",
      'param location string',
      '',
      "@description('The ID of the outbound endpoint of the resolver, which is in the same region.')",
      'param outboundEndpointId string',
      '',
      "@description('The IDs of the virtual networks whose questions are forwarded.')",
      'param virtualNetworkIds string[]',
      '',
      "@description('The addresses of the servers that know the private DNS zones, such as the inbound endpoint of the hub.')",
      `param targetDnsServers string[]${targets(forwardTo)}`,
      '',
      'var domainNames = [',
      ...plan.names.flatMap(({ forward }) => hostLine(`  '${forward}.'`)),
      ']',
      '',
      ...resources,
    ]),
};

const resources = [
  "resource ruleset 'Microsoft.Network/dnsForwardingRulesets@2022-07-01' = {",
  "  name: 'dnsfrs-azure-backup'",
  '  location: location',
  '  properties: {',
  '    dnsResolverOutboundEndpoints: [',
  '      {',
  '        id: outboundEndpointId',
  '      }',
  '    ]',
  '  }',
  '}',
  '',
  "resource rules 'Microsoft.Network/dnsForwardingRulesets/forwardingRules@2022-07-01' = [",
  '  for domainName in domainNames: {',
  '    parent: ruleset',
  "    name: replace(substring(domainName, 0, length(domainName) - 1), '.', '-')",
  '    properties: {',
  '      domainName: domainName',
  "      forwardingRuleState: 'Enabled'",
  '      targetDnsServers: [',
  '        for address in targetDnsServers: {',
  '          ipAddress: address',
  '          port: 53',
  '        }',
  '      ]',
  '    }',
  '  }',
  ']',
  '',
  "resource links 'Microsoft.Network/dnsForwardingRulesets/virtualNetworkLinks@2022-07-01' = [",
  '  for id in virtualNetworkIds: {',
  '    parent: ruleset',
  "    name: 'link-${last(split(id, '/'))}-${uniqueString(id)}'",
  '    properties: {',
  '      virtualNetwork: {',
  '        id: id',
  '      }',
  '    }',
  '  }',
  ']',
];

/** Azure's own address is not a target: a resolver asks it anyway, and would ask itself in a circle. */
function targets(forwardTo: readonly string[]): string {
  const others = forwardTo.filter((address) => address !== backupEndpoint.azureDnsAddress.value);
  return others.length === 0 ? '' : ` = [${others.map((address) => `'${address}'`).join(', ')}]`;
}
