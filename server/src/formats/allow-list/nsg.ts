import type { FqdnEntry } from '../../domain/fqdns/expected-fqdns';
import { single } from '../artefact';
import { byTag, originOf, portsOf, type AllowListExporter } from './input';

/**
 * Bicep for outbound rules of a network security group, which knows addresses and service tags and no names: the private endpoints'
 * subnets, and a tag for each service with public names. The names that no tag covers are told in a comment.
 */
export const nsg: AllowListExporter = (input) => {
  const privately = input.entries.filter(({ resolvesTo }) => resolvesTo === 'private');
  const tags = byTag(input.entries);
  const uncovered = input.entries.filter(
    ({ resolvesTo, serviceTag }) => resolvesTo === 'public' && serviceTag === null,
  );
  const rules = [
    ...(privately.length === 0 ? [] : [rule('private-endpoints', 'privateEndpointPrefixes', privately)]),
    ...[...tags].map(([tag, entries]) => rule(tag, `'${tag}'`, entries)),
  ];
  return single([
    `// ${originOf(input)}`,
    ...(uncovered.length === 0
      ? []
      : [
          '// No service tag stands for these names; a firewall or proxy has to let them through:',
          ...uncovered.map(({ fqdn }) => `//   ${fqdn}`),
        ]),
    '',
    "@description('The name of the network security group, in this resource group.')",
    'param networkSecurityGroupName string',
    '',
    "@description('The priority of the first rule; the others follow it. They have to come before the rules that deny.')",
    'param firstPriority int = 200',
    ...(privately.length === 0
      ? []
      : [
          '',
          "@description('The prefixes of the subnets with private endpoints of the vaults.')",
          'param privateEndpointPrefixes string[]',
        ]),
    '',
    "resource group 'Microsoft.Network/networkSecurityGroups@2024-05-01' existing = {",
    '  name: networkSecurityGroupName',
    '}',
    ...rules.flatMap((it, index) => ruleLines(it, index)),
  ]);
};

interface Rule {
  readonly name: string;
  /** An expression of Bicep. */
  readonly destination: string;
  readonly ports: readonly number[];
}

function rule(name: string, destination: string, entries: readonly FqdnEntry[]): Rule {
  return { name, destination, ports: portsOf(entries) };
}

function ruleLines({ name, destination, ports }: Rule, index: number): string[] {
  const isList = !destination.startsWith("'");
  return [
    '',
    `resource ${isList ? 'toPrivateEndpoints' : `to${name}`} 'Microsoft.Network/networkSecurityGroups/securityRules@2024-05-01' = {`,
    '  parent: group',
    `  name: 'allow-azure-backup-to-${name.toLowerCase()}'`,
    '  properties: {',
    `    priority: ${index === 0 ? 'firstPriority' : `firstPriority + ${index}`}`,
    "    direction: 'Outbound'",
    "    access: 'Allow'",
    "    protocol: 'Tcp'",
    "    sourceAddressPrefix: 'VirtualNetwork'",
    "    sourcePortRange: '*'",
    `    destinationAddressPrefix${isList ? 'es' : ''}: ${destination}`,
    '    destinationPortRanges: [',
    ...ports.map((port) => `      '${port}'`),
    '    ]',
    '  }',
    '}',
  ];
}
