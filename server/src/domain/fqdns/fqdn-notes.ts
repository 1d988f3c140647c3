import type { FqdnRow } from '../../data/backup-fqdns';
import type { CloudFacts } from '../../data/clouds';
import { sources } from '../../data/links';
import type { Region } from '../../data/regions';

/** What a row says in a cloud, in sentences; empty where there is nothing to say. */
export function notesOf(row: FqdnRow, { cloud, loginHost, retired }: CloudFacts): string {
  const all = row.note === '' ? [] : [row.note];
  if (cloud !== 'public' && row.cloudSources?.[cloud] === undefined) all.push(...analogyNote(row, loginHost));
  if (retired !== undefined) all.push(`This cloud was closed in ${retired}.`);
  return all.join(' ');
}

/** What to say of the names of a secondary region's endpoints: the source gives no code for them. */
export function secondaryNote(
  { displayName, geoCode }: Region,
  { displayName: primary, geoCode: own, pairedGeoCode }: Region,
): string {
  const others = [own, ...(pairedGeoCode === undefined ? [] : [pairedGeoCode])].map((code) => `'${code}'`).join(' or ');
  return (
    `${displayName} is the secondary region of ${primary}. Microsoft does not say which code the names of secondary endpoints carry: ` +
    `'${geoCode}' is the region's own; names with ${others} are possible, as the endpoint's DNS configuration will show.`
  );
}

/** What to add to a row whose source is about the public cloud alone. The lists for Entra ID are each cloud's own. */
function analogyNote(row: FqdnRow, loginHost: string | undefined): string[] {
  if (row.service !== 'Microsoft Entra ID')
    return ['By analogy with the public cloud, the only one for which the source gives this row.'];
  if (row.source !== sources.overview) return [];
  const signIn = loginHost === undefined ? '' : ` This cloud signs in at ${loginHost}.`;
  return [`The source names this for the public cloud only.${signIn}`];
}
