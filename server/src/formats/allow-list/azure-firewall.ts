import type { FqdnEntry } from '../../domain/fqdns/expected-fqdns';
import { single } from '../artefact';
import { textItems } from '../bicep-lines';
import { byPorts, byTag, originOf, portsOf, type AllowListExporter, type SamePorts } from './input';

/** The ports of which application rules know the protocol. */
const webPorts = new Map([
  [80, 'Http'],
  [443, 'Https'],
]);

/**
 * Bicep for a rule collection group of Azure Firewall: network rules with service tags where these can stand in, application rules for the
 * names that are left.
 */
export const azureFirewall: AllowListExporter = (input) => {
  const named = input.entries.filter(({ serviceTag }) => serviceTag === null);
  // Ports without a protocol of the web need a network rule, which takes no patterns: the addresses of the endpoints then.
  const others = portsOf(named.filter(({ resolvesTo }) => resolvesTo === 'private')).filter(
    (port) => !webPorts.has(port),
  );
  const network = [
    ...[...byTag(input.entries)].map(([tag, entries]) => networkRule(tag, `['${tag}']`, portsOf(entries))),
    ...(others.length === 0 ? [] : [networkRule('private-endpoints', 'privateEndpointPrefixes', others)]),
  ];
  return single([
    `// ${originOf(input)}`,
    ...parameters(others.length > 0),
    '',
    "resource policy 'Microsoft.Network/firewallPolicies@2024-05-01' existing = {",
    '  name: firewallPolicyName',
    '}',
    '',
    "resource rules 'Microsoft.Network/firewallPolicies/ruleCollectionGroups@2024-05-01' = {",
    '  parent: policy',
    "  name: 'azure-backup'",
    '  properties: {',
    '    priority: priority',
    '    ruleCollections: [',
    ...collection('azure-backup-tags', 100, network),
    ...collection('azure-backup-names', 200, byPorts(named).map(applicationRule)),
    '    ]',
    '  }',
    '}',
  ]);
};

function parameters(hasPrefixes: boolean): string[] {
  return [
    '',
    "@description('The name of the firewall policy, in this resource group.')",
    'param firewallPolicyName string',
    '',
    "@description('The addresses or prefixes of the machines that are backed up.')",
    'param sourceAddresses string[]',
    '',
    "@description('The priority of the rule collection group.')",
    'param priority int = 500',
    ...(hasPrefixes
      ? [
          '',
          "@description('The prefixes of the subnets with private endpoints of the vaults.')",
          'param privateEndpointPrefixes string[]',
        ]
      : []),
  ];
}

function collection(name: string, priority: number, rules: readonly (readonly string[])[]): string[] {
  if (rules.length === 0) return [];
  return [
    '      {',
    "        ruleCollectionType: 'FirewallPolicyFilterRuleCollection'",
    `        name: '${name}'`,
    `        priority: ${priority}`,
    '        action: {',
    "          type: 'Allow'",
    '        }',
    '        rules: [',
    ...rules.flat(),
    '        ]',
    '      }',
  ];
}

function networkRule(name: string, destination: string, ports: readonly number[]): string[] {
  return [
    '          {',
    "            ruleType: 'NetworkRule'",
    `            name: '${name}'`,
    "            ipProtocols: ['TCP']",
    '            sourceAddresses: sourceAddresses',
    `            destinationAddresses: ${destination}`,
    `            destinationPorts: [${ports.map((port) => `'${port}'`).join(', ')}]`,
    '          }',
  ];
}

function applicationRule({ ports, entries }: SamePorts): string[] {
  const protocols = ports.flatMap((port) => {
    const protocol = webPorts.get(port);
    return protocol === undefined ? [] : [`              { protocolType: '${protocol}', port: ${port} }`];
  });
  return [
    '          {',
    "            ruleType: 'ApplicationRule'",
    `            name: 'ports-${ports.join('-')}'`,
    '            sourceAddresses: sourceAddresses',
    '            protocols: [',
    ...protocols,
    '            ]',
    '            targetFqdns: [',
    ...textItems(entries.map(fqdnOf), 14),
    '            ]',
    '          }',
  ];
}

function fqdnOf({ fqdn }: FqdnEntry): string {
  return fqdn;
}
