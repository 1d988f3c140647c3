import { readinessItems, zonesOf } from '../../domain/readiness/items';
import type { ReadinessItem } from '../../domain/readiness/items';
import type { ReadinessFacts, VaultFacts } from '../../domain/readiness/facts';

/** What the formats of the readiness list write. */
export interface Checklist {
  /** The template's path as it was named; undefined for the list by itself. */
  readonly template: string | undefined;
  readonly vaults: readonly ChecklistVault[];
  readonly items: readonly ReadinessItem[];
}

export interface ChecklistVault {
  readonly name: string | undefined;
  readonly region: string | undefined;
  readonly geoCode: string | undefined;
  /** The three private DNS zones that its names are in; empty where its region is not known. */
  readonly zones: readonly string[];
  readonly endpoints: readonly string[];
}

export function checklist(template: string | undefined, facts: ReadinessFacts | undefined): Checklist {
  return { template, vaults: (facts?.vaults ?? []).map(vaultOf), items: readinessItems(facts) };
}

/** A vault with its region, endpoints and zones, in one line. */
export function describeVault({ name, region, geoCode, zones, endpoints }: ChecklistVault): string {
  const where =
    region === undefined ? 'in a region that the template does not tell' : `in ${region} (${geoCode ?? ''})`;
  const behind = endpoints.length === 0 ? 'without an endpoint for Azure Backup' : `behind ${endpoints.join(', ')}`;
  const names = zones.length === 0 ? '' : `; zones ${zones.join(', ')}`;
  return `${name ?? 'a vault whose name is not known'}, ${where}, ${behind}${names}`;
}

function vaultOf(vault: VaultFacts): ChecklistVault {
  return {
    name: vault.name,
    region: vault.region?.displayName,
    geoCode: vault.region?.geoCode,
    zones: zonesOf(vault) ?? [],
    endpoints: vault.endpoints.map(({ name }) => name ?? '…'),
  };
}
