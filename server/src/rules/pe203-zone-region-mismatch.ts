import { samePlace } from '../base/place';
import { sources } from '../data/links';
import { boundCodes, isRightCode } from '../domain/zones/bound-codes';
import type { BoundCode, BoundEndpoint, ExpectedCodes } from '../domain/zones/bound-codes';
import { pieceAt, placeOfPart, spelledAt } from '../domain/names/flat-text';
import { describeRegion } from '../domain/resources/resource-location';
import type { TargetVault } from '../domain/vaults/vault-of-connection';
import { mistake } from './examples/mistake';
import { zonesForEndpoint } from './examples/zones-for-endpoint';
import { nameOf, relatedResource, wayOf } from './related';
import type { Fix, RelatedPlace, Report } from './report';
import { renamed } from './rename-zone';
import type { Rule, RuleContext } from './rule';
import { readable } from './zone-words';

export const zoneRegionMismatch: Rule = {
  id: 'PE203',
  name: 'zone-region-mismatch',
  about: 'backup',
  severity: 'error',
  otherSeverity: {
    severity: 'warning',
    when: 'where the vault’s region is not known, so that the endpoint’s stands in for it',
  },
  summary: 'The Backup zone of a private endpoint has the geo code of another region than the vault’s.',
  docs: {
    why: 'The private names of a vault contain the geo code of the vault’s own region. They find no place in the zone of another region: they do not resolve, and backups fail or go over the internet.',
    howToFix:
      'Bind the zone with the geo code of the vault’s region. For `AzureBackup_secondary`, the code of the endpoint’s region and the code of the secondary side (such as `eusr` for East US) are right, too.',
    fixes: [{ does: 'puts the geo code of the right region', safe: true }],
    sources: [sources.overview, sources.configure, sources.geoCodes],
    examples: [
      mistake('bicep', zonesForEndpoint, [
        "'privatelink.we.backup.windowsazure.com'",
        "‹'privatelink.ne.backup.windowsazure.com'›",
      ]),
      mistake('json', zonesForEndpoint, [
        "'privatelink.we.backup.windowsazure.com'",
        "‹'privatelink.ne.backup.windowsazure.com'›",
      ]),
    ],
  },
  *check(context) {
    const bindings = [...boundCodes(context)];
    const right = bindings.filter(isRightCode);
    for (const binding of bindings) if (!right.includes(binding)) yield* report(binding, right, context);
  },
};

function* report(binding: BoundCode, right: readonly BoundCode[], context: RuleContext): Iterable<Report> {
  const { it, reference, geo, expected } = binding;
  const { name } = reference;
  const place = placeOfPart(name, geo);
  if (!place || geo.meaning.kind !== 'code') return;
  const segment = pieceAt(name, geo)?.segment;
  const trail = segment?.kind === 'known' ? segment.trail : undefined;
  const { region, paired } = geo.meaning;
  const zoneOf = paired ? `the secondary side of ${region.displayName}` : region.displayName;
  const ofVault = expected.owner === 'vault';
  yield {
    place,
    ...(ofVault ? {} : { severity: 'warning' as const }),
    message: `Zone '${readable(name.text)}' is for ${zoneOf}, but ${consequence(it, expected)}`,
    related: [
      ...wayOf(trail),
      relatedResource(reference.resource, 'bound to the private endpoint here'),
      relatedResource(it.endpoint.resource, 'the private endpoint'),
      ...relatedVault(it.vault),
    ],
    fixes: fix(binding, right, context),
  };
}

/** The vault here and, where its region comes from another deployment, its declaration there. */
function relatedVault({ resource, located, declaration }: TargetVault): readonly RelatedPlace[] {
  const region = located?.region.displayName;
  const own = region === undefined || declaration ? 'the vault' : `the vault, in ${region}`;
  return [
    ...(resource ? [relatedResource(resource, own)] : []),
    ...(declaration && region !== undefined
      ? [relatedResource(declaration.resource, `the vault is declared here, in ${region}`)]
      : []),
  ];
}

function consequence({ endpoint, vault }: BoundEndpoint, { located, owner }: ExpectedCodes): string {
  const region = describeRegion(located);
  const advice = `use the geo code '${located.region.geoCode}'.`;
  const resource = vault.resource ?? vault.declaration?.resource;
  return owner === 'vault' && resource
    ? `the vault ${nameOf(resource)} is in ${region}. The vault's names will not resolve in it: ${advice}`
    : `the private endpoint ${nameOf(endpoint.resource)} is in ${region}. If the vault is there too, its names will not resolve in this zone: ${advice}`;
}

/** The right code in place of the wrong one, unless the same letters are right for another endpoint or serve something else. */
function fix(
  { reference, geo, expected }: BoundCode,
  right: readonly BoundCode[],
  context: RuleContext,
): readonly Fix[] {
  const spelled = spelledAt(reference.name, geo);
  if (right.some((other) => samePlace(spelledAt(other.reference.name, other.geo), spelled))) return [];
  const { geoCode, displayName } = expected.located.region;
  const edits = renamed(reference, geo, geoCode, context);
  return edits ? [{ title: `Change '${geo.text}' to '${geoCode}' (${displayName})`, safe: true, edits }] : [];
}
