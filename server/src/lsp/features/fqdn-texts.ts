import { nearest } from '../../base/nearest';
import { tool } from '../../base/product';
import { expectedFqdns, type RegionFqdns } from '../../domain/fqdns/expected-fqdns';
import { createRegionTable, findRegion, regionByName, type RegionTable } from '../../domain/names/regions';
import { placeVaults } from '../../domain/vaults/vault-regions';
import { mixedClouds, withPairs, type WantedRegion } from '../../domain/vaults/wanted-regions';
import { fqdnForms, type FqdnForm } from '../../formats/fqdn-forms';
import type { ExpectedFqdnsParams, FqdnForm as OfferedForm, TextResult } from '../../protocol';
import { invalid } from '../invalid';
import { evaluated, type TemplateReader } from '../template-reader';

/** The forms in which the names can be written. */
export function offeredForms(): OfferedForm[] {
  return fqdnForms.map(({ id, title }) => ({ id, title }));
}

/** The names of regions, or of what a template deploys, in one form. What cannot be answered is the request's mistake. */
export async function expectedFqdnText(
  { regions = [], template, form }: ExpectedFqdnsParams,
  reader: TemplateReader,
): Promise<TextResult> {
  const chosen = formOf(form);
  const { wanted, table } = template === undefined ? namedRegions(regions) : await regionsOf(template, reader);
  const mixed = mixedClouds(wanted.map(({ region }) => region));
  if (mixed !== undefined) throw invalid(mixed);
  const lists = wanted.map(listOf);
  return { text: chosen.write(lists, { tool, displayNameOf: (name) => regionByName(name, table)?.displayName }) };
}

function formOf(id: string | undefined): FqdnForm {
  const [list] = fqdnForms;
  const form = id === undefined ? list : fqdnForms.find((it) => it.id === id);
  if (form !== undefined) return form;
  const ids = fqdnForms.map((it) => it.id);
  const meant = nearest(id ?? '', ids);
  throw invalid(`There is no form ${JSON.stringify(id)}.${meant === undefined ? '' : ` Did you mean "${meant}"?`}`);
}

interface Wanted {
  readonly wanted: readonly WantedRegion[];
  /** What they are regions of: a template's configuration may have other codes. */
  readonly table: RegionTable;
}

function namedRegions(names: readonly string[]): Wanted {
  const table = createRegionTable();
  if (names.length === 0) throw invalid('Name a region or a template.');
  const regions = names.map((text) => {
    const region = findRegion(text, table);
    if (region === undefined) throw invalid(`${JSON.stringify(text)} is no region and no geo code`);
    return region;
  });
  return { wanted: [...new Set(regions)].map((region) => ({ region, secondaryOf: undefined, vaults: [] })), table };
}

/** Where a template's vaults are, as it stands in the editor; their pairs, too, where it shows that data is restored there. */
async function regionsOf(clientUri: string, reader: TemplateReader): Promise<Wanted> {
  const { deployments, regions: table } = await evaluated(clientUri, reader);
  const { regions, unplaced } = placeVaults(deployments, table);
  if (regions.length > 0) return { wanted: withPairs(regions, table).regions, table };
  if (unplaced.length === 0) throw invalid('This template deploys no Recovery Services vault.');
  const names = unplaced.map((name) => `'${name}'`).join(', ');
  throw invalid(`The region of ${names} is not known: give the location's parameter a value in a parameter file.`);
}

function listOf({ region, secondaryOf, vaults }: WantedRegion): RegionFqdns {
  const list = expectedFqdns(region, { secondaryOf, vaults });
  if (list.kind === 'suffixUnknown') throw invalid(list.message);
  return list;
}
