import { sources } from '../data/links';
import type { Place } from '../base/place';
import type { TextEdit } from '../base/text-edit';
import type { Deployment, DeployedResource } from '../deployment/deployment';
import type { ObjectValue } from '../deployment/values/value';
import { getEntry, knownText, originOf } from '../deployment/values/values';
import { backupGroups } from '../domain/topology/backup-endpoints';
import { crossRegionRestore } from '../domain/vaults/cross-region-restore';
import { entryValue, possibleAt } from '../domain/resources/resource-properties';
import { flatText, spelledAt } from '../domain/names/flat-text';
import type { LiteralUse } from '../domain/resources/literal-uses';
import { isNothing, settled } from '../domain/resources/options';
import type { Vault } from '../domain/topology/topology';
import { placeOfValue } from '../domain/resources/trails';
import type { Editor } from '../model/edit/editor';
import { mistake } from './examples/mistake';
import { vaultBehindEndpoint } from './examples/vault-behind-endpoint';
import { nameOf, relatedResource, wayOf } from './related';
import type { Fix, Report } from './report';
import type { Rule, RuleContext } from './rule';

/** The first API versions that know the property: the resource types of Microsoft.RecoveryServices/vaults. */
const FIRST_VERSION = '2022-09-30-preview';
const FIRST_STABLE_VERSION = '2022-10-01';

export const publicNetworkAccess: Rule = {
  id: 'PE109',
  name: 'public-network-access',
  about: 'backup',
  severity: 'warning',
  summary: 'A vault with a private endpoint for Azure Backup still allows public access.',
  docs: {
    why: 'Backup agents and extensions try the private name of the vault first. Where it does not resolve, they try the public name, and while the vault allows public access they get through: the traffic leaves the network, and nobody notices. Clients outside the network can use the vault, too. A vault that says nothing about `publicNetworkAccess` allows it.',
    howToFix:
      "Set `publicNetworkAccess` to `'Disabled'` once the private names resolve; Microsoft recommends it together with private endpoints. The property exists from API version 2022-10-01 on (in previews from 2022-09-30-preview). If cross-region restore is on, test it first: some editions of the documentation say that the two exclude each other.",
    fixes: [
      {
        does: 'sets `publicNetworkAccess` to `Disabled` and raises an API version that is too old for it',
        safe: false,
      },
    ],
    sources: [sources.overview, sources.configure],
    examples: [
      mistake('bicep', vaultBehindEndpoint, [
        "properties: {\n    publicNetworkAccess: 'Disabled'\n  }",
        '‹properties›: {}',
      ]),
      mistake('json', vaultBehindEndpoint, ['"Disabled"', '‹"Enabled"›']),
    ],
  },
  *check(context) {
    const vaults = context.topology.vaults.filter(
      ({ resource, connections }) =>
        !resource.existing && connections.some((connection) => backupGroups(connection).length > 0),
    );
    const resources = new Set(vaults.map(({ resource }) => resource));
    const isMeant = ({ resource, path }: LiteralUse): boolean =>
      path === 'properties.publicnetworkaccess' && resources.has(resource);
    for (const vault of vaults) yield* checkVault(vault, isMeant, context);
  },
};

function* checkVault(
  { resource, connections }: Vault,
  isMeant: (use: LiteralUse) => boolean,
  { deployment, editor, uses }: RuleContext,
): Iterable<Report> {
  const entry = getEntry(resource.body, 'properties');
  if (!allowsAccess(resource)) return;
  const properties = entry && settled(entry.value, resource);
  const object = properties?.kind === 'object' ? properties : undefined;
  const value = object && entryValue(object, 'publicNetworkAccess');
  const literal = isNothing(value) ? undefined : value && placeOfValue(value);
  const own = object && getEntry(object, 'publicNetworkAccess')?.value.trail;
  const written = uses.isShared(literal, isMeant) ? own : literal;
  const name = getEntry(resource.body, 'name')?.value.trail;
  yield {
    place: written ?? entry?.key ?? name ?? resource.place,
    message: message(resource, written !== undefined, deployment),
    related: [
      ...(written ? wayOf(value?.trail) : []),
      relatedResource(resource, 'the vault'),
      ...connections.slice(0, 1).map(({ endpoint }) => relatedResource(endpoint, 'a private endpoint of the vault')),
    ],
    fixes: fixes(resource, object, written, editor),
  };
}

/** Whether public access is certainly allowed: the property is absent, null or `Enabled` in every case. */
function allowsAccess(vault: DeployedResource): boolean {
  return possibleAt(vault, 'publicNetworkAccess').every(
    ({ value }) => value.kind === 'null' || knownText(value)?.toLowerCase() === 'enabled',
  );
}

function message(vault: DeployedResource, isWritten: boolean, deployment: Deployment): string {
  const restore = crossRegionRestore(vault, deployment);
  const note = restore
    ? ' Cross-region restore is on, and some editions of the documentation say that the two exclude each other: test it first.'
    : '';
  return `The vault ${nameOf(vault)} has a private endpoint for Azure Backup but still allows public access${isWritten ? '' : ', as vaults do by default'}, so backup traffic may leave the network unnoticed. Set 'publicNetworkAccess' to 'Disabled'.${note}`;
}

function fixes(
  vault: DeployedResource,
  object: ObjectValue | undefined,
  written: Place | undefined,
  editor: Editor,
): readonly Fix[] {
  const own = settled(object && entryValue(object, 'publicNetworkAccess'), vault);
  const place = object && originOf(object.trail);
  const change = written
    ? own && [editor.replaceValue(written, 'Disabled')]
    : place && editor.addTextProperty(place, 'publicNetworkAccess', 'Disabled');
  if (!change) return [];
  const edits = [...change, ...raisedVersion(vault, editor)];
  if (edits.some((edit) => edit === undefined)) return [];
  return [
    {
      title: "Set 'publicNetworkAccess' to 'Disabled'",
      safe: false,
      edits: edits.filter((edit) => edit !== undefined),
    },
  ];
}

/** The edit that the property needs where the API version is older than it; an undefined one where it cannot be made. */
function raisedVersion(vault: DeployedResource, editor: Editor): readonly (TextEdit | undefined)[] {
  const { apiVersion, definition, place } = vault;
  if (apiVersion === '' || apiVersion >= FIRST_VERSION) return [];
  const value = getEntry(vault.body, 'apiVersion')?.value;
  if (value?.kind === 'text') {
    const spelled = spelledAt(flatText(value), { start: 0, end: apiVersion.length });
    return [spelled && editor.replaceInText(spelled, FIRST_STABLE_VERSION)];
  }
  const end = definition.typeSpan.end - 1;
  return [editor.replaceInText({ uri: place.uri, start: end - apiVersion.length, end }, FIRST_STABLE_VERSION)];
}
