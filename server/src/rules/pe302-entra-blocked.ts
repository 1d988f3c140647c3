import { SECURITY_GROUP_TYPE, SECURITY_RULE_TYPE } from '../data/resource-types';
import { sources } from '../data/links';
import { idKey } from '../deployment/identity/resource-id';
import type { DeployedResource } from '../deployment/deployment';
import { knownText } from '../deployment/values/values';
import { mayHaveChildElsewhere } from '../domain/resources/children-elsewhere';
import { isBackupEndpoint } from '../domain/topology/backup-endpoints';
import { networkIdOf } from '../domain/topology/endpoint-network';
import { entraDenial } from '../domain/network/entra-access';
import type { Subnet } from '../domain/topology/networks';
import { settled } from '../domain/resources/options';
import { deepValue } from '../domain/resources/resource-properties';
import { securityRules } from '../domain/network/security-rules';
import { isForMachines } from '../domain/network/subnet-contents';
import { mayHoldMore } from '../domain/resources/visibility';
import { guardedSubnet } from './examples/guarded-subnet';
import { mistake } from './examples/mistake';
import { nameOf, relatedResource } from './related';
import type { Report } from './report';
import type { Rule, RuleContext } from './rule';

export const entraBlocked: Rule = {
  id: 'PE302',
  name: 'entra-blocked',
  about: 'backup',
  severity: 'warning',
  summary: 'A network security group keeps the machines beside a private endpoint from Microsoft Entra ID.',
  docs: {
    why: 'Backup agents and workload extensions sign in at Microsoft Entra ID before they use the vault, and a private endpoint for Azure Backup does not include it. Where a rule denies it to all machines of a subnet, they cannot register, and backups fail. A subnet that holds private endpoints alone needs nothing: they start no traffic.',
    howToFix:
      'Allow outbound TCP 443 to the service tag `AzureActiveDirectory` by a rule whose priority is a lower number than that of the rule that denies.',
    sources: [sources.overview, sources.serviceTags, sources.privateEndpoints],
    examples: [
      mistake(
        'bicep',
        guardedSubnet,
        ["'AzureActiveDirectory'", "'Storage'"],
        ["'allow-entra-id'", "'allow-storage'"],
        ["'deny-internet'", "‹'deny-internet'›"],
      ),
      mistake(
        'json',
        guardedSubnet,
        ['"AzureActiveDirectory"', '"Storage"'],
        ['"allow-entra-id"', '"allow-storage"'],
        ['"deny-internet"', '‹"deny-internet"›'],
      ),
    ],
  },
  *check(context) {
    const { deployment, topology } = context;
    if (mayHoldMore(deployment)) return;
    const endpoints = topology.endpoints.filter(isBackupEndpoint);
    for (const subnet of topology.subnets) {
      const key = subnet.networkId && idKey(subnet.networkId);
      const endpoint = endpoints.find((it) => {
        const id = networkIdOf(it);
        return id && idKey(id) === key;
      });
      if (endpoint) yield* checkSubnet(subnet, endpoint.resource, context);
    }
  },
};

function* checkSubnet(subnet: Subnet, endpoint: DeployedResource, context: RuleContext): Iterable<Report> {
  const { deployment, topology, neighbours } = context;
  const group = groupOf(subnet, context);
  const prefixes = subnet.prefixes.flatMap((prefix) => knownText(prefix) ?? []);
  const whole = prefixes.length === subnet.prefixes.length ? prefixes : [];
  const denial = group && entraDenial(securityRules(group, topology.index), whole);
  if (!denial || !isForMachines(subnet, deployment.resources, topology)) return;
  if (mayHaveChildElsewhere(group, SECURITY_RULE_TYPE, neighbours)) return;
  const before = denial.priority === undefined ? '' : `, with a priority below ${denial.priority}`;
  yield {
    place: denial.place,
    message: `The rule '${denial.name}' of the network security group ${nameOf(group)} keeps a whole subnet from Microsoft Entra ID, which the private endpoint for Azure Backup does not include: agents there cannot sign in, and backups fail. Allow TCP 443 to 'AzureActiveDirectory' before it${before}.`,
    related: [
      ...(subnet.place ? [{ place: subnet.place, message: 'the subnet', resource: subnet.resource }] : []),
      relatedResource(endpoint, 'the private endpoint in the same network'),
    ],
  };
}

function groupOf({ properties, resource }: Subnet, { topology }: RuleContext): DeployedResource | undefined {
  const id = settled(deepValue(properties, resource, 'networkSecurityGroup', 'id'), resource);
  const group = id?.kind === 'text' ? topology.index.byId(id) : undefined;
  return group?.type.toLowerCase() === SECURITY_GROUP_TYPE ? group : undefined;
}
