import type { Place } from '../base/place';
import { sources } from '../data/links';
import type { DeployedResource } from '../deployment/deployment';
import { idKey } from '../deployment/identity/resource-id';
import type { TextValue } from '../deployment/values/value';
import { backupGroups } from '../domain/topology/backup-endpoints';
import { canExistTogether } from '../domain/resources/options';
import type { Connection, ProtectedItem, Topology } from '../domain/topology/topology';
import { mistake } from './examples/mistake';
import { protectedBehindEndpoint } from './examples/protected-behind-endpoint';
import { nameInId, nameOf, placeOfName, relatedResource } from './related';
import type { Fix } from './report';
import type { Rule, RuleContext } from './rule';

export const itemsBeforeEndpoint: Rule = {
  id: 'PE106',
  name: 'items-before-endpoint',
  about: 'backup',
  severity: 'error',
  summary:
    'The deployment registers or protects something in a vault without waiting for the vault’s private endpoint.',
  docs: {
    why: 'Private endpoints can be created only for a vault in which nothing was ever registered, not even in vain. Where nothing makes an item wait for the endpoint, Azure Resource Manager deploys both at once: if the item comes first, the endpoint fails, and the vault cannot be put right any more. Machines and file shares count as well as databases. One endpoint for `AzureBackup` is enough; further ones, and those for `AzureBackup_secondary`, may come later.',
    howToFix:
      'Let the container, the protected item or the protection intent depend on the endpoint, by `dependsOn` or by depending on something that does. What depends on the item is put right with it. Where the two are in different modules, let the one module depend on the other.',
    fixes: [{ does: 'adds the endpoint to `dependsOn`, where it is in the same template', safe: true }],
    sources: [sources.overview, sources.versionOne],
    examples: [
      mistake(
        'bicep',
        protectedBehindEndpoint,
        ["  name: 'rsv-backup/", "  name: ‹'rsv-backup/"],
        ["vm-app'\n  properties", "vm-app'›\n  properties"],
        ['  dependsOn: [\n    endpoint\n  ]\n', ''],
      ),
      mistake(
        'json',
        protectedBehindEndpoint,
        ['"rsv-backup/Azure/', '‹"rsv-backup/Azure/'],
        ['vm-app",', 'vm-app"›,'],
        [",\n        \"[resourceId('Microsoft.Network/privateEndpoints', 'pep-rsv-backup')]\"", ''],
      ),
    ],
  },
  *check(context) {
    const early = context.topology.items.flatMap((item) => earlyItem(item, context));
    const { dependencies } = context.deployment;
    for (const { item, vaultId, endpoints } of early) {
      const key = idKey(item.id);
      // What waits for another early item is put right with that one.
      const isEffect = early.some(
        (other) => idKey(other.item.id) !== key && dependencies.waitsFor(key, idKey(other.item.id)),
      );
      const [endpoint] = endpoints;
      if (isEffect || !endpoint) continue;
      const vault = context.topology.index.byId(vaultId);
      yield {
        place: placeOfName(item),
        message: `${nameOf(item)} does not wait for the private endpoint ${nameOf(endpoint)} of the vault${nameInId(vaultId)}. If it is registered first, the endpoint can no longer be created. Add the endpoint to its 'dependsOn'.`,
        related: [
          relatedResource(endpoint, 'the private endpoint'),
          ...(vault ? [relatedResource(vault, 'the vault')] : []),
        ],
        fixes: fix(item, endpoints, context),
      };
    }
  },
};

interface EarlyItem {
  readonly item: DeployedResource;
  /** The endpoints of which it should wait for one. */
  readonly endpoints: readonly DeployedResource[];
  readonly vaultId: TextValue;
}

/** The item, if its vault gets an endpoint in this deployment and it certainly waits for none. */
function earlyItem({ resource, vaultId }: ProtectedItem, { topology, deployment }: RuleContext): readonly EarlyItem[] {
  const { dependencies, incomplete } = deployment;
  const key = idKey(resource.id);
  if (incomplete || !vaultId || dependencies.waitsForUnknown(key)) return [];
  const endpoints = endpointsOf(vaultId, topology).filter((endpoint) => canExistTogether(endpoint, resource));
  const isLate = endpoints.some(({ id }) => dependencies.waitsFor(key, idKey(id)));
  return endpoints.length === 0 || isLate ? [] : [{ item: resource, vaultId, endpoints }];
}

/** The endpoints for `AzureBackup` that go to a vault. */
function endpointsOf(vaultId: TextValue, { endpoints }: Topology): readonly DeployedResource[] {
  const wanted = idKey(vaultId);
  const isWanted = (connection: Connection): boolean =>
    connection.targetId !== undefined &&
    idKey(connection.targetId) === wanted &&
    backupGroups(connection).includes('azurebackup');
  return endpoints.filter(({ connections }) => connections.some(isWanted)).map(({ resource }) => resource);
}

/** The first endpoint that the item can name, unless that waits for the item itself. */
function fix(item: DeployedResource, endpoints: readonly DeployedResource[], context: RuleContext): readonly Fix[] {
  const { editor, deployment } = context;
  const isFree = ({ id }: DeployedResource): boolean => !deployment.dependencies.waitsFor(idKey(id), idKey(item.id));
  const awaited = endpoints.find((endpoint) => isBeside(endpoint, item) && isFree(endpoint));
  const edits = awaited && editor.addDependency(wholeOf(item), wholeOf(awaited));
  return edits ? [{ title: `Wait for ${nameOf(awaited)}`, safe: true, edits }] : [];
}

/** Whether two resources are in one use of one template. */
function isBeside(one: DeployedResource, other: DeployedResource): boolean {
  return (
    one.place.uri === other.place.uri &&
    one.through.length === other.through.length &&
    one.through.every(
      ({ uri, start }, index) => uri === other.through[index]?.uri && start === other.through[index].start,
    )
  );
}

function wholeOf({ place, definition }: DeployedResource): Place {
  const { start, end } = definition.span;
  return { uri: place.uri, start, end };
}
