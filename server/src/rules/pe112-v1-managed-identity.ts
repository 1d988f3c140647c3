import { ASSIGNMENT_TYPE, VAULT_TYPE } from '../data/resource-types';
import { sources } from '../data/links';
import { versionOneRoles } from '../data/version-one-roles';
import type { VersionOneRole } from '../data/version-one-roles';
import type { DeployedResource } from '../deployment/deployment';
import { idKey, parseResourceId, splitName } from '../deployment/identity/resource-id';
import type { RuntimeValue, TextValue, Value } from '../deployment/values/value';
import { knownText } from '../deployment/values/values';
import { backupGroups } from '../domain/topology/backup-endpoints';
import { settled } from '../domain/resources/options';
import { property } from '../domain/resources/resource-properties';
import type { Topology } from '../domain/topology/topology';
import { placeOfValue } from '../domain/resources/trails';
import { mistake } from './examples/mistake';
import { roleOfVault } from './examples/role-of-vault';
import { onlyEndpoint, vaultBehindEndpoint } from './examples/vault-behind-endpoint';
import { nameInId, relatedResource, wayOf } from './related';
import type { Report } from './report';
import type { Rule } from './rule';

export const v1ManagedIdentity: Rule = {
  id: 'PE112',
  name: 'v1-managed-identity',
  about: 'backup',
  severity: 'info',
  summary: 'A vault’s identity gets a role that only version 1 of private endpoints for Azure Backup needed.',
  docs: {
    why: 'In version 1 the vault made endpoints and DNS records itself, so its identity had to be Network Contributor and Private DNS Zone Contributor. Version 2 does without: the roles let the vault change networks and zones for nothing, and often show that a template is older than version 2.',
    howToFix:
      'Remove the role assignment. The identity itself may stay: customer-managed keys and Site Recovery use it. If vaults of this template still have endpoints of version 1, delete those and make new ones; they cannot be upgraded.',
    sources: [sources.overview, sources.versionOne, sources.builtInRoles],
    examples: [
      mistake(
        'bicep',
        vaultBehindEndpoint,
        ['  sku:', "  identity: { type: 'SystemAssigned' }\n  sku:"],
        [onlyEndpoint.bicep, onlyEndpoint.bicep + roleOfVault.bicep],
      ),
      mistake(
        'json',
        vaultBehindEndpoint,
        ['      "sku":', '      "identity": { "type": "SystemAssigned" },\n      "sku":'],
        [onlyEndpoint.json, onlyEndpoint.json + roleOfVault.json],
      ),
    ],
  },
  *check({ topology }) {
    for (const assignment of topology.index.ofType(ASSIGNMENT_TYPE)) {
      const role = assignment.existing ? undefined : roleOf(assignment);
      const principal = settled(property(assignment, 'principalId'), assignment);
      const vault = principal && vaultOfIdentity(principal);
      if (role && vault && !isForSiteRecovery(vault, topology))
        yield report(assignment, role, principal, vault, topology);
    }
  },
};

function roleOf(assignment: DeployedResource): VersionOneRole | undefined {
  const id = settled(property(assignment, 'roleDefinitionId'), assignment);
  const name = id?.kind === 'text' ? knownText(splitName(id).at(-1))?.toLowerCase() : undefined;
  return versionOneRoles.find(({ definition }) => definition === name);
}

/** The ID of the vault whose own identity a principal is. */
function vaultOfIdentity(principal: Value): TextValue | undefined {
  const pointer = pointerOf(principal);
  if (pointer?.path.toLowerCase() !== 'identity.principalid') return undefined;
  return parseResourceId(pointer.resource)?.type.toLowerCase() === VAULT_TYPE ? pointer.resource : undefined;
}

function pointerOf(value: Value): RuntimeValue | undefined {
  if (value.kind === 'runtime') return value;
  const [only, ...others] = value.kind === 'text' ? value.segments : [];
  return only?.kind === 'hole' && only.value.kind === 'runtime' && others.length === 0 ? only.value : undefined;
}

/** Whether endpoints use the vault for nothing but Site Recovery, whose own needs are not known here. */
function isForSiteRecovery(vault: TextValue, { endpoints }: Topology): boolean {
  const key = idKey(vault);
  const connections = endpoints
    .flatMap((endpoint) => endpoint.connections)
    .filter(({ targetId }) => targetId && idKey(targetId) === key);
  return connections.length > 0 && connections.every((connection) => backupGroups(connection).length === 0);
}

function report(
  assignment: DeployedResource,
  { name }: VersionOneRole,
  principal: Value,
  vaultId: TextValue,
  { index }: Topology,
): Report {
  const vault = index.byId(vaultId);
  return {
    place: placeOfValue(assignment.name) ?? assignment.place,
    message: `The identity of the vault${nameInId(vaultId)} gets the role '${name}', which only version 1 of private endpoints for Azure Backup needed. Remove the role assignment.`,
    related: [...wayOf(principal.trail), ...(vault ? [relatedResource(vault, 'the vault')] : [])],
  };
}
