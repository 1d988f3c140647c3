import type { FqdnRow } from '../../data/backup-fqdns';
import { entraIdSections, type EntraIdList, type EntraIdSection } from '../../data/entra-id-fqdns';
import type { Region } from '../../data/regions';
import { cloudFacts } from '../names/zones';

/** A name of Microsoft Entra ID, and whether the service tag covers it. */
export interface EntraIdRow extends FqdnRow {
  readonly covered: boolean;
}

/**
 * The names of Microsoft Entra ID for a region, from the endpoint list that holds there; last the host that the cloud signs in at, where
 * no list has it.
 */
export function entraIdRows({ name, cloud }: Pick<Region, 'name' | 'cloud'>): readonly EntraIdRow[] {
  const list: EntraIdList | undefined = name.startsWith('usdod') ? 'usdod' : listOf(cloud);
  const rows = entraIdSections.filter((section) => section.list === list).flatMap(rowsOf);
  const { loginHost, sources } = cloudFacts(cloud);
  const source = sources.at(-1);
  if (loginHost === undefined || source === undefined || rows.some(({ fqdn }) => fqdn === loginHost)) return rows;
  return [...rows, { ...shared, fqdn: loginHost, ports: [443], source, covered: true, note: '' }];
}

const shared = {
  service: 'Microsoft Entra ID',
  protocol: 'tcp',
  purpose: 'Signing in; private endpoints do not include it',
  privateZone: null,
  resolvesTo: 'public',
} as const;

function listOf(cloud: Region['cloud']): EntraIdList | undefined {
  return cloud === 'public' || cloud === 'usgov' || cloud === 'china' ? cloud : undefined;
}

function rowsOf({ list, section, names, ports, hasAddresses, source }: EntraIdSection): EntraIdRow[] {
  const analogy = list === 'public' ? '' : ' It is taken for what sections 56 and 59 are in the worldwide list.';
  const addresses = hasAddresses ? '' : ' Microsoft publishes no addresses for it.';
  const note = `Section ${section} of "Microsoft 365 Common and Office Online", list of ${source.edition}.${addresses}${analogy}`;
  return names.map((fqdn) => ({ ...shared, fqdn, ports, source, covered: hasAddresses, note }));
}
