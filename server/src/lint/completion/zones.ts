import type { Span } from '../../base/span';
import type { Cloud } from '../../data/clouds';
import type { Region } from '../../domain/names/regions';
import { regionByName } from '../../domain/names/regions';
import { placeVaults } from '../../domain/vaults/vault-regions';
import { storageZoneCode } from '../../domain/zones/zone-needs';
import { zoneNameFor } from '../../domain/names/zones';
import type { Scalar } from '../../model/edit/new-value';
import type { Completion, CompletionContext } from './completion';
import type { Slot } from './slot';
import { written, type Offered } from './write';

/** The zones of Azure Backup: those for the vaults' regions first, then storage's, then those of all other regions. */
export function zoneNameCompletions(slot: Slot, context: CompletionContext): readonly Completion[] {
  return written(slot, zonesFor(context));
}

/** The same zones, each as the function that makes its ID. */
export function zoneIdCompletions(slot: Slot, context: CompletionContext): readonly Completion[] {
  return written(
    slot,
    zonesFor(context).map((offered) => ({ ...offered, value: idOf(offered.value) })),
  );
}

/** The same within a text, where only Bicep can say the suffix of the cloud that is deployed to. */
export function zoneInTextCompletions(span: Span, context: CompletionContext): readonly Completion[] {
  return zonesFor(context).map(({ label, detail, value }) => {
    const newText = context.language === 'bicep' && typeof value === 'object' ? value.bicep.slice(1, -1) : label;
    return { kind: 'value', label, detail, documentation: undefined, span, newText, filter: label };
  });
}

/** The regions' codes, those of the vaults' regions first. Users find them by the region's name, too. */
export function geoCodeCompletions(span: Span, context: CompletionContext): readonly Completion[] {
  const { near, others } = regionsOf(context);
  return [...near, ...others].map(({ geoCode, displayName, name }) => ({
    kind: 'value',
    label: geoCode,
    detail: displayName,
    documentation: undefined,
    span,
    newText: geoCode,
    filter: `${geoCode} ${name}`,
  }));
}

function zonesFor(context: CompletionContext): readonly Offered[] {
  const { near, others, cloud } = regionsOf(context);
  return [...near.flatMap(backupZone), ...storageZones(cloud), ...others.flatMap(backupZone)];
}

interface NearRegions {
  /** Those of the vaults, and their pairs where data is restored there. */
  readonly near: readonly Region[];
  /** All others of the same cloud, by name. */
  readonly others: readonly Region[];
  readonly cloud: Cloud;
}

function regionsOf({ deployments, regions: table }: CompletionContext): NearRegions {
  const vaults = placeVaults(deployments, table).regions;
  const pairs = vaults.flatMap(({ region, secondary }) =>
    secondary && region.pairedRegion !== undefined ? (regionByName(region.pairedRegion, table) ?? []) : [],
  );
  const near = [...new Set([...vaults.map(({ region }) => region), ...pairs])];
  const cloud = near[0]?.cloud ?? deployments[0]?.cloud ?? 'public';
  const others = table.regions
    .filter((region) => region.cloud === cloud && !near.includes(region))
    .sort((one, other) => (one.displayName < other.displayName ? -1 : 1));
  return { near, others, cloud };
}

function backupZone({ geoCode, cloud, displayName }: Region): readonly Offered[] {
  const name = zoneNameFor(geoCode, cloud);
  return name === undefined ? [] : [{ label: name, detail: `Azure Backup in ${displayName}`, value: name }];
}

function storageZones(cloud: Cloud): readonly Offered[] {
  return (['blob', 'queue'] as const).flatMap((need) => {
    const value = storageZoneCode(need, cloud);
    return value.text === undefined ? [] : [{ label: value.text, detail: `Azure Storage ${need}, for backups`, value }];
  });
}

function idOf(name: Scalar): Scalar {
  const [bicep, arm] = typeof name === 'object' ? [name.bicep, name.arm] : [`'${String(name)}'`, `'${String(name)}'`];
  const call = (argument: string): string => `resourceId('Microsoft.Network/privateDnsZones', ${argument})`;
  return { bicep: call(bicep), arm: call(arm) };
}
