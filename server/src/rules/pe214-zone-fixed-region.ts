import { sources } from '../data/links';
import type { DeployedResource } from '../deployment/deployment';
import type { Trail, Value } from '../deployment/values/value';
import type { FreeParameter } from '../deployment/world';
import { getEntry, knownText } from '../deployment/values/values';
import { backupGroups } from '../domain/topology/backup-endpoints';
import { pieceAt, placeOfPart } from '../domain/names/flat-text';
import type { GeoLabel } from '../domain/names/geo-label';
import { possible } from '../domain/resources/options';
import { normalizeRegionName } from '../domain/names/regions';
import type { Region } from '../domain/names/regions';
import { locationOf } from '../domain/resources/resource-location';
import type { Endpoint, Topology } from '../domain/topology/topology';
import { insertionStep, stepsBetween } from '../domain/resources/trails';
import { readReference } from '../domain/zones/zone-references';
import type { ZoneReference } from '../domain/zones/zone-references';
import { mistake } from './examples/mistake';
import { zonesInRegion } from './examples/zones-in-region';
import { nameOf, relatedResource, wayOf } from './related';
import type { Report } from './report';
import type { Rule, RuleContext } from './rule';
import { readable } from './zone-words';

export const zoneFixedRegion: Rule = {
  id: 'PE214',
  name: 'zone-fixed-region',
  about: 'backup',
  severity: 'info',
  summary: 'The geo code of a Backup zone is fixed while the region of the vault is a parameter.',
  docs: {
    why: 'The private names of a vault contain the geo code of its region. A template that takes the region as a parameter and the geo code from a literal is right for one region only; in any other the names find no place in the zone.',
    howToFix:
      'Look the geo code up in a map from region names to geo codes, take it as a parameter beside the location, or let `@allowed` name the one region that the template is for.',
    sources: [sources.overview, sources.dnsZoneValues],
    examples: [
      mistake('bicep', zonesInRegion, [
        "'privatelink.${geoCodes[location]}.backup.windowsazure.com'",
        "‹'privatelink.we.backup.windowsazure.com'›",
      ]),
      mistake('json', zonesInRegion, [
        "format('privatelink.{0}.backup.windowsazure.com', variables('geoCodes')[parameters('location')])",
        "‹'privatelink.we.backup.windowsazure.com'›",
      ]),
    ],
  },
  *check(context) {
    const { deployment, topology, regions } = context;
    if (deployment.incomplete) return;
    const parameters = new Map<string, FreeParameter>();
    for (const { vault } of backupEndpoints(topology)) {
      const parameter = locationParameter(vault);
      // A module's own default may be the region of a group that the template around it declares.
      const isOwn = parameter && parameter.depth > 0;
      if (parameter && (!isOwn || locationOf(vault, regions))) parameters.set(keyOf(parameter), parameter);
    }
    for (const parameter of parameters.values()) {
      // A nested deployment of the outer scope has no parameters of its own.
      const depths = new Set([parameter.depth, 0]);
      for (const depth of depths) {
        yield* checkFree(context.withoutDefault({ ...parameter, depth }) ?? topology, parameter, context);
      }
    }
  },
};

interface EndpointOfVault {
  readonly endpoint: Endpoint;
  readonly vault: DeployedResource;
}

/** The endpoints with group ID `AzureBackup` whose vault is declared beside them: a secondary one has zones of several regions. */
function* backupEndpoints({ endpoints, index }: Topology): Iterable<EndpointOfVault> {
  for (const endpoint of endpoints) {
    const connection = endpoint.connections.find((it) => backupGroups(it).includes('azurebackup'));
    const vault = index.byId(connection?.targetId);
    if (vault && !vault.existing) yield { endpoint, vault };
  }
}

/** The outermost parameter that a vault's location is: the one that nobody gives a value, unless a parameter file does. */
function locationParameter({ body, through }: DeployedResource): FreeParameter | undefined {
  let first: Trail | undefined;
  let passed = 0;
  for (let step = getEntry(body, 'location')?.value.trail; step; step = step.from) {
    if (step.via?.kind !== 'parameter') continue;
    first = step;
    passed++;
  }
  // Each module on the way has a parameter of its own that hands the location on.
  return first?.via && { uri: first.uri, name: first.via.name, depth: Math.max(0, through.length + 1 - passed) };
}

function keyOf({ uri, name, depth }: FreeParameter): string {
  return `${depth} ${uri} ${name.toLowerCase()}`;
}

/** Looks at the zones where the parameter has no value: a code that is still known does not depend on it. */
function* checkFree(free: Topology, parameter: FreeParameter, context: RuleContext): Iterable<Report> {
  for (const { endpoint, vault } of backupEndpoints(free)) {
    const own = locationParameter(vault);
    if (!own || keyOf(own) !== keyOf(parameter) || !isFree(vault)) continue;
    const codes = endpoint.zoneGroups.flatMap((group) => {
      const mayDepend = [vault, endpoint.resource, group.resource].some((it) => dependsOn(it, parameter.name));
      return mayDepend
        ? []
        : group.bindings.flatMap(({ zoneName }) =>
            zoneName ? fixedCode(readReference(zoneName, group.resource, context.regions)) : [],
          );
    });
    // Zones of several regions at one endpoint are there for several regions.
    const [first, ...others] = codes;
    if (!first || others.some(({ region }) => region.name !== first.region.name)) continue;
    yield* report(first, vault, parameter.name, context);
  }
}

function isFree(vault: DeployedResource): boolean {
  const options = possible(getEntry(vault.body, 'location')?.value, vault).map(({ value }) => value);
  if (options.every(({ kind }) => kind === 'unknown')) return true;
  const names = options.map((value: Value) => knownText(value));
  return !names.includes(undefined) && new Set(names.map((name) => normalizeRegionName(name ?? ''))).size > 1;
}

/** Whether a resource is there under a condition that the parameter may be a part of. */
function dependsOn({ existence }: DeployedResource, parameter: string): boolean {
  if (existence.kind !== 'maybe') return false;
  const name = `${parameter.toLowerCase()})`;
  // A long condition is known by its hash alone.
  return [...existence.guard.keys()].some((subject) => subject.includes(name) || subject.includes('#'));
}

interface FixedCode {
  readonly reference: ZoneReference;
  readonly geo: GeoLabel;
  readonly region: Region;
}

function fixedCode(reference: ZoneReference): readonly FixedCode[] {
  const { meaning, name } = reference;
  const geo = meaning.kind === 'backup' ? meaning.geo : undefined;
  if (geo?.meaning.kind !== 'code') return [];
  const trail = trailOf(reference, geo);
  return isLiteral(trail) && isLiteral(name.trail) && !isLookedUp(trail)
    ? [{ reference, geo, region: geo.meaning.region }]
    : [];
}

/** Whether more than a name stands where the code is put into the zone's name: a look-up, even in a map of one region. */
function isLookedUp(trail: Trail | undefined): boolean {
  const step = insertionStep(trail);
  return step !== undefined && (step.from?.start !== step.start || step.from.end !== step.end);
}

/** What a parameter's default says may be said otherwise together with the location. */
function isLiteral(trail: Trail | undefined): boolean {
  return !stepsBetween(trail).some(({ via }) => via?.byDefault === true || via?.kind === 'file');
}

function trailOf({ name }: ZoneReference, geo: GeoLabel): Trail | undefined {
  const segment = pieceAt(name, geo)?.segment;
  return segment?.kind === 'known' ? segment.trail : undefined;
}

function* report(
  { reference, geo, region }: FixedCode,
  vault: DeployedResource,
  parameter: string,
  context: RuleContext,
): Iterable<Report> {
  const place = placeOfPart(reference.name, geo);
  const byDefault = context.topology.vaults.filter(({ resource }) => resource.definition === vault.definition);
  const located = byDefault.map(({ resource }) => locationOf(resource, context.regions)?.region.name);
  // What is wrong already where the parameter has its default is another rule's to say.
  if (!place || located.some((name) => name !== undefined && name !== region.name)) return;
  yield {
    place: { uri: place.uri, start: place.start, end: place.end },
    message: `Zone '${readable(reference.name.text)}' is for ${region.displayName} alone, but the vault ${nameOf(vault)} is in the region that parameter '${parameter}' names: in any other, vault names will not resolve. Look the geo code up in a map from region names to geo codes.`,
    related: [
      ...wayOf(trailOf(reference, geo)),
      relatedResource(reference.resource, 'bound to the private endpoint here'),
      relatedResource(vault, `the vault, in the region of parameter '${parameter}'`),
    ],
  };
}
