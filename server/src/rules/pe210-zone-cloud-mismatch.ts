import { samePlace } from '../base/place';
import type { Place } from '../base/place';
import type { Span } from '../base/span';
import type { TextEdit } from '../base/text-edit';
import type { Cloud } from '../data/clouds';
import { sources } from '../data/links';
import { backupGroups } from '../domain/topology/backup-endpoints';
import { originOf } from '../deployment/values/values';
import { flatText, pieceAt, placeOfPart, spelledAt } from '../domain/names/flat-text';
import type { FlatText } from '../domain/names/flat-text';
import { describeRegion, locationOf } from '../domain/resources/resource-location';
import type { LocatedIn } from '../domain/resources/resource-location';
import { defaultParameter } from '../domain/resources/trails';
import { vaultOf } from '../domain/vaults/vault-of-connection';
import { zoneReferences } from '../domain/zones/zone-references';
import type { ZoneReference } from '../domain/zones/zone-references';
import { cloudFacts } from '../domain/names/zones';
import type { DeployedResource } from '../deployment/deployment';
import { mistake } from './examples/mistake';
import { zonesForEndpoint } from './examples/zones-for-endpoint';
import { nameOf, relatedResource, wayOf } from './related';
import { changed, renamed, spellings } from './rename-zone';
import type { Fix, Report } from './report';
import type { Rule, RuleContext } from './rule';
import { readable } from './zone-words';

export const zoneCloudMismatch: Rule = {
  id: 'PE210',
  name: 'zone-cloud-mismatch',
  about: 'backup',
  severity: 'error',
  summary: 'The suffix of a Backup, blob or queue zone belongs to another cloud than the region.',
  docs: {
    why: 'Each of Azure’s clouds has DNS suffixes of its own: `windowsazure.com` and `core.windows.net` in the public cloud, `windowsazure.us` and `core.usgovcloudapi.net` in US Government, `windowsazure.cn` and `core.chinacloudapi.cn` in China. Names of a vault find no place in a zone with the suffix of another cloud.',
    howToFix:
      'Write the suffix of the cloud that the region is in. In a template for several clouds, take the storage suffix from `environment().suffixes.storage`, and look the one of Backup up by `environment().name`.',
    fixes: [{ does: 'puts the suffix of the region’s cloud', safe: true }],
    sources: [sources.dnsZoneValues, sources.dnsZoneValuesChina, sources.environments],
    examples: [
      mistake('bicep', zonesForEndpoint, [
        "'privatelink.we.backup.windowsazure.com'",
        "‹'privatelink.we.backup.windowsazure.us'›",
      ]),
      mistake('json', zonesForEndpoint, [
        "'privatelink.we.backup.windowsazure.com'",
        "‹'privatelink.we.backup.windowsazure.us'›",
      ]),
    ],
  },
  *check(context) {
    const bound = expectations(context);
    const zones = zoneReferences(context.topology, context.regions).flatMap((reference): CloudZone[] => {
      const suffix = suffixOf(reference);
      const expected = suffix && (expectationFor(reference, bound, context) ?? ownExpectation(reference, context));
      return suffix ? [{ reference, suffix, expected }] : [];
    });
    for (const zone of zones) {
      const { suffix, expected } = zone;
      if (expected && expected.cloud !== suffix.cloud) yield* report(zone, expected, zones, context);
    }
  },
};

interface CloudZone {
  readonly reference: ZoneReference;
  readonly suffix: ZoneSuffix;
  readonly expected: Expectation | undefined;
}

/** The part of a zone's name that tells the cloud. */
interface ZoneSuffix extends Span {
  readonly cloud: Cloud;
  /** The suffix of the same service in a cloud; undefined where it is not public. */
  readonly of: (cloud: Cloud) => string | undefined;
  /** `environment()` can be asked for it. */
  readonly asked: boolean;
}

/** The cloud that a zone should be of, and who says so. */
interface Expectation {
  readonly cloud: Cloud;
  /** What is in the cloud, to follow `but`. */
  readonly because: string;
  readonly resources: readonly DeployedResource[];
}

function suffixOf({ name, meaning }: ZoneReference): ZoneSuffix | undefined {
  const { text } = name;
  const end = text.endsWith('.') ? text.length - 1 : text.length;
  switch (meaning.kind) {
    case 'backup': {
      const of = (cloud: Cloud): string | undefined => cloudFacts(cloud).backupDomain?.split('.').at(-1);
      return (
        meaning.cloud && { cloud: meaning.cloud, of, asked: false, start: text.lastIndexOf('.', end - 1) + 1, end }
      );
    }
    case 'blob':
    case 'queue': {
      const of = (cloud: Cloud): string | undefined => cloudFacts(cloud).storageSuffix;
      return (
        meaning.cloud && { cloud: meaning.cloud, of, asked: true, start: end - (of(meaning.cloud)?.length ?? 0), end }
      );
    }
    default:
      return undefined;
  }
}

/** What the Backup endpoints expect of the zones that they are bound to; under '' what they expect altogether. */
function expectations(context: RuleContext): ReadonlyMap<string, readonly Expectation[]> {
  const found = new Map<string, Expectation[]>([['', []]]);
  for (const endpoint of context.topology.endpoints) {
    const connection = endpoint.connections.find((it) => backupGroups(it).length > 0);
    if (!connection) continue;
    const vault = vaultOf(connection, context);
    const located = vault.located ?? locationOf(endpoint.resource, context.regions);
    if (!located) continue;
    const resource = vault.located ? (vault.resource ?? vault.declaration?.resource) : undefined;
    const expectation = inRegion(located, resource, endpoint.resource);
    const names = endpoint.zoneGroups.flatMap(({ bindings }) =>
      bindings.flatMap(({ zoneName }) => (zoneName ? [keyOf(flatText(zoneName))] : [])),
    );
    for (const key of ['', ...names]) found.set(key, [...(found.get(key) ?? []), expectation]);
  }
  return found;
}

function inRegion(located: LocatedIn, vault: DeployedResource | undefined, endpoint: DeployedResource): Expectation {
  const { cloud } = located.region;
  const what = vault ? `the vault ${nameOf(vault)}` : `the private endpoint ${nameOf(endpoint)}`;
  const because = `${what} is in ${describeRegion(located)}, in ${cloudFacts(cloud).displayName}`;
  return { cloud, because, resources: vault ? [vault, endpoint] : [endpoint] };
}

/**
 * What the endpoints say of a zone, where they agree. A deployment is in one cloud, so they speak of storage zones that are not bound,
 * too. `environment()` may have chosen the suffix: then it must have been that of the right cloud.
 */
function expectationFor(
  { name, meaning, resource }: ZoneReference,
  bound: ReadonlyMap<string, readonly Expectation[]>,
  { deployment }: RuleContext,
): Expectation | undefined {
  const general = meaning.kind === 'backup' || resource.existing ? undefined : bound.get('');
  const [first, ...others] = bound.get(keyOf(name)) ?? general ?? [];
  const isChosen = deployment.asksCloud && deployment.cloud !== first?.cloud;
  return !isChosen && others.every(({ cloud }) => cloud === first?.cloud) ? first : undefined;
}

/** What a Backup zone's own geo code says. Where `environment()` may have chosen one of code and suffix, it must have been of the right cloud. */
function ownExpectation({ name, meaning }: ZoneReference, { deployment }: RuleContext): Expectation | undefined {
  const geo = meaning.kind === 'backup' ? meaning.geo : undefined;
  if (geo?.meaning.kind !== 'code') return undefined;
  const { cloud, displayName } = geo.meaning.region;
  const piece = pieceAt(name, geo);
  const isOneLiteral = piece !== undefined && piece === pieceAt(name, { start: geo.start, end: name.text.length });
  if (!isOneLiteral && deployment.asksCloud && deployment.cloud !== cloud) return undefined;
  const parameter = piece?.segment.kind === 'known' ? defaultParameter(piece.segment.trail) : undefined;
  const byDefault = parameter === undefined ? '' : `, by the default value of '${parameter}',`;
  const because = `its geo code '${geo.text}' is${byDefault} that of ${displayName}, in ${cloudFacts(cloud).displayName}`;
  return { cloud, because, resources: [] };
}

function* report(
  { reference, suffix }: CloudZone,
  { cloud, because, resources }: Expectation,
  zones: readonly CloudZone[],
  context: RuleContext,
): Iterable<Report> {
  const { name, resource } = reference;
  const wanted = suffix.of(cloud);
  const place = placeOfPart(name, suffix);
  if (!place || wanted === undefined) return;
  const segment = pieceAt(name, suffix)?.segment;
  const right = name.text.slice(0, suffix.start) + wanted;
  const isOthers = zones.some(
    (other) => wouldBeWrong(other, cloud) && samePlace(suffixPlace(other), spelledAt(name, suffix)),
  );
  yield {
    place,
    message: `Zone '${readable(name.text)}' has the suffix of ${cloudFacts(suffix.cloud).displayName}, but ${because}. Vault names will not resolve in it: use '${readable(right)}'.`,
    related: [
      ...wayOf(segment?.kind === 'known' ? segment.trail : undefined),
      relatedResource(resource, 'where the name is used'),
      ...resources.map((it) => relatedResource(it, 'what the zone is for')),
    ],
    fixes: isOthers ? [] : fixes(reference, suffix, cloud, wanted, context),
  };
}

/** Whether a zone would be wrong with the suffix of a cloud, as far as anything is known of it. */
function wouldBeWrong({ suffix, expected }: CloudZone, cloud: Cloud): boolean {
  return (expected?.cloud ?? suffix.cloud) !== cloud;
}

function suffixPlace({ reference, suffix }: CloudZone): Place | undefined {
  return spelledAt(reference.name, suffix);
}

/** The cloud's own suffix for storage is better asked for: so the template fits other clouds, and the Bicep linter has nothing to say. */
function fixes(
  reference: ZoneReference,
  suffix: ZoneSuffix,
  cloud: Cloud,
  wanted: string,
  context: RuleContext,
): readonly Fix[] {
  const start = reference.name.text.slice(0, suffix.start);
  const asked =
    suffix.asked && context.deployment.cloud === cloud
      ? askedFor(reference, suffix, start, wanted, context)
      : undefined;
  const edits = asked ?? renamed(reference, suffix, wanted, context);
  const title = asked ? 'Take the suffix from environment()' : `Change to '${readable(start + wanted)}'`;
  return edits ? [{ title, safe: true, edits }] : [];
}

/** The edits that ask for the suffix wherever the zone's name is spelled; undefined where it is a part of more text somewhere. */
function askedFor(
  reference: ZoneReference,
  suffix: ZoneSuffix,
  start: string,
  wanted: string,
  context: RuleContext,
): readonly TextEdit[] | undefined {
  const spelled = spellings(reference, context).filter((spelling) => spelledAt(spelling, suffix));
  if (!spelled.every((spelling) => wholeLiteral(spelling, suffix))) return undefined;
  return changed(reference, start + wanted, context, (spelling) => {
    const literal = wholeLiteral(spelling, suffix);
    const edit =
      literal &&
      context.editor.replaceWithExpression(literal, {
        bicep: `'${start}\${environment().suffixes.storage}'`,
        arm: `concat('${start}', environment().suffixes.storage)`,
      });
    return edit && [edit];
  });
}

/** The literal that is the whole name, given its suffix; undefined where it is a part of something. */
function wholeLiteral(name: FlatText, suffix: ZoneSuffix): Place | undefined {
  const [piece, ...others] = name.pieces;
  const origin = piece?.segment.kind === 'known' && others.length === 0 ? originOf(piece.segment.trail) : undefined;
  const spelled = spelledAt(name, suffix);
  const isWhole = origin && spelled?.end === origin.end - 1 && origin.end - origin.start === name.text.length + 2;
  return isWhole ? { uri: origin.uri, start: origin.start, end: origin.end } : undefined;
}

function keyOf({ text }: FlatText): string {
  return text.toLowerCase().replace(/\.$/, '');
}
