/** Firewalls for rule tests, in Bicep and in ARM JSON. Lists are given as they are written. */

export const policy = (properties = "sku: { tier: 'Standard' }"): string => `
resource policy 'Microsoft.Network/firewallPolicies@2024-05-01' = {
  name: 'afwp'
  location: 'northeurope'
  properties: { ${properties} }
}
`;

export interface RuleParts {
  readonly symbol?: string;
  readonly parent?: string;
  readonly action?: string;
  /** The condition before the body, as `if (x)`. */
  readonly condition?: string;
}

/** A rule collection group of the policy with the rules, each made by `applicationRule` or `networkRule`. */
export const ruleGroup = (rules: string | readonly string[], parts: RuleParts = {}): string => `
resource ${parts.symbol ?? 'group'} 'Microsoft.Network/firewallPolicies/ruleCollectionGroups@2024-05-01' = ${parts.condition ?? ''}{
  parent: ${parts.parent ?? 'policy'}
  name: '${parts.symbol ?? 'group'}'
  properties: {
    ruleCollections: [
      {
        ruleCollectionType: 'FirewallPolicyFilterRuleCollection'
        name: 'allow'
        action: { type: '${parts.action ?? 'Allow'}' }
        rules: [
          ${[rules].flat().join('\n          ')}
        ]
      }
    ]
  }
}
`;

export const applicationRule = (
  lists: string,
  protocols = "protocols: [{ protocolType: 'Https', port: 443 }]",
): string => `{ ruleType: 'ApplicationRule', name: 'app', sourceAddresses: ['*'], ${protocols}, ${lists} }`;

export const networkRule = (lists: string, ports = "destinationPorts: ['443']"): string =>
  `{ ruleType: 'NetworkRule', name: 'net', ipProtocols: ['TCP'], sourceAddresses: ['*'], ${ports}, ${lists} }`;

/** A firewall with rules of its own: `properties` of collections for each kind. */
export const classicFirewall = (applicationRules: string, networkRules = ''): string => `
resource firewall 'Microsoft.Network/azureFirewalls@2024-05-01' = {
  name: 'afw'
  location: 'northeurope'
  properties: {
    applicationRuleCollections: [
      { name: 'app', properties: { priority: 100, action: { type: 'Allow' }, rules: [${applicationRules}] } }
    ]
    networkRuleCollections: [
      { name: 'net', properties: { priority: 200, action: { type: 'Allow' }, rules: [${networkRules}] } }
    ]
  }
}
`;

export const armPolicy = (properties = '"sku": { "tier": "Standard" }'): string =>
  `{ "type": "Microsoft.Network/firewallPolicies", "apiVersion": "2024-05-01", "name": "afwp", "location": "northeurope", "properties": { ${properties} } }`;

export const armRuleGroup = (rule: string): string =>
  `{ "type": "Microsoft.Network/firewallPolicies/ruleCollectionGroups", "apiVersion": "2024-05-01", "name": "afwp/group",
      "properties": { "ruleCollections": [ { "ruleCollectionType": "FirewallPolicyFilterRuleCollection", "name": "allow",
        "action": { "type": "Allow" }, "rules": [ ${rule} ] } ] } }`;

export const armApplicationRule = (lists: string): string =>
  `{ "ruleType": "ApplicationRule", "name": "app", "sourceAddresses": ["*"], "protocols": [ { "protocolType": "Https", "port": 443 } ], ${lists} }`;
