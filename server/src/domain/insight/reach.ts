import type { Reach } from './insight';

/** What several endpoints or vaults of one deployment make use of together. */
export function sumOf(reaches: readonly Reach[]): Reach {
  return {
    zones: [...new Set(reaches.flatMap(({ zones }) => zones))],
    zonesOpen: reaches.some(({ zonesOpen }) => zonesOpen),
    addresses: reaches.reduce((sum, { addresses }) => sum + addresses, 0),
    addressesOpen: reaches.some(({ addressesOpen }) => addressesOpen),
  };
}
