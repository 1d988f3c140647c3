import type { FqdnRow } from '../../data/backup-fqdns';
import { clouds } from '../../data/clouds';
import { entraIdSections } from '../../data/entra-id-fqdns';
import { addressTags, entraIdRanges, nameTags } from '../../data/network-tags';
import type { CoveringTag } from '../../data/network-tags';
import { overlaps } from '../network/address-ranges';
import { canBecome, hole } from '../names/zone-labels';

type Service = FqdnRow['service'];

/** Whether a name in an allow list lets a needed name through: one of the table's, filled in. Both are in lower case. */
export function nameCovers(name: string, needed: string, service: Service): boolean {
  if (service === 'Microsoft Entra ID' && entraIdNames.some((other) => patternCovers(name, other))) return true;
  // A narrower pattern is taken for one of several that make up the whole.
  return patternCovers(name, needed) || (name.startsWith('*') && name.endsWith(needed.slice(1)));
}

/** Whether a tag that stands for names covers a service. */
export function nameTagCovers(tag: string, service: Service): boolean {
  return isCovered(tag, service, nameTags);
}

/** Whether an address, a range or a service tag covers a service; undefined where that cannot be told. */
export function addressCovers(address: string, service: Service): boolean | undefined {
  if (address.split('.')[0]?.includes(hole)) return undefined;
  if (isCovered(address, service, addressTags) || address === '0.0.0.0/0') return true;
  return service === 'Microsoft Entra ID' && entraIdRanges.value.some((range) => overlaps(address, range));
}

/**
 * All names of Microsoft Entra ID. Any of them is taken for all: which are needed differs between clouds and years, and who allows one has
 * thought of signing in.
 */
const entraIdNames: readonly string[] = [
  ...entraIdSections.flatMap(({ names }) => names),
  ...clouds.flatMap(({ loginHost }) => (loginHost === undefined ? [] : [loginHost])),
];

function patternCovers(name: string, needed: string): boolean {
  if (name.includes(hole)) return canBecome(name, needed);
  return name === needed || (name.startsWith('*') && needed.endsWith(name.slice(1)));
}

function isCovered(tag: string, service: Service, tags: readonly CoveringTag[]): boolean {
  const wanted = tag.split('.')[0]?.toLowerCase();
  return tags.some((row) => row.tag.toLowerCase() === wanted && row.services.includes(service));
}
