import { editDistance } from '../../base/edit-distance';
import type { Region } from '../../data/regions';
import { normalizeRegionName, type RegionTable } from './regions';

/**
 * The regions that a text which names none may mean, likeliest first, at most `limit`. A slip in a code or name counts (`eastsu2`), and so
 * do other people's abbreviations (`weu` for West Europe) and the words in another order (`useast`).
 */
export function nearestRegions(text: string, table: RegionTable, limit = 3): readonly Region[] {
  const wanted = normalizeRegionName(text);
  if (wanted === '' || wanted.length > longestName) return [];
  return table.regions
    .map((region) => ({ region, score: unlikeness(wanted, region) }))
    .filter(({ score }) => score < unlike)
    .sort((a, b) => a.score - b.score || order(a.region) - order(b.region) || compare(a.region.name, b.region.name))
    .slice(0, limit)
    .map(({ region }) => region);
}

/** No region's name comes near this length; longer texts are not worth the comparison. */
const longestName = 40;
const unlike = 100;

/** From 0; `unlike` when nothing speaks for the region. A code that is nearly right and also abbreviates the name is likeliest. */
function unlikeness(wanted: string, region: Region): number {
  if (wanted.length > 4 && sortedLetters(wanted) === sortedLetters(region.name)) return 0;
  const slips = Math.min(
    slipsTo(wanted, region.geoCode, wanted.length > 3 ? 2 : 1),
    slipsTo(wanted, region.name, wanted.length > 6 ? 2 : 1),
  );
  if (abbreviates(wanted, region.displayName.toLowerCase().split(/\s+/))) return slips === unlike ? 2 : slips;
  if (wanted.length > 2 && region.name.startsWith(wanted)) return 3;
  return slips === unlike ? unlike : slips + 3;
}

function slipsTo(wanted: string, target: string, allowed: number): number {
  if (Math.abs(wanted.length - target.length) > allowed) return unlike;
  const slips = editDistance(wanted, target);
  return slips <= allowed ? slips : unlike;
}

/** Whether the text is made of the first letters of every word in turn: `weu`, `westeu`, `scus`; a number stands as it is. */
function abbreviates(text: string, words: readonly string[]): boolean {
  const [word, ...others] = words;
  if (word === undefined) return text === '';
  for (let length = word.length; length > 0; length--) {
    if (/^\d/.test(word) && length < word.length) return false;
    if (text.startsWith(word.slice(0, length)) && abbreviates(text.slice(length), others)) return true;
  }
  return false;
}

function sortedLetters(text: string): string {
  return [...text].sort().join('');
}

/** Among equals the public cloud comes first, the closed ones last. */
function order({ cloud }: Region): number {
  return ['public', 'usgov', 'china', 'germany', 'airgapped'].indexOf(cloud);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
