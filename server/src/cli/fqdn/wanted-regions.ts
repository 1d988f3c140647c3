import { placeVaults, type VaultsOfRegion } from '../../domain/vaults/vault-regions';
import { createRegionTable, type Region, type RegionTable } from '../../domain/names/regions';
import { withPairs, type WantedRegion } from '../../domain/vaults/wanted-regions';
import { cloudNames, deploymentsOf } from '../evaluate-template';
import type { Io } from '../io';
import type { OptionValues } from '../options';
import { readFolder } from '../read-folder';
import { UsageError } from '../usage-error';
import { checkOneCloud, namedRegion } from './named-region';
import type { RegionOptionName } from './options';

export interface WantedRegions {
  /** Each region once, all of one cloud. */
  readonly regions: readonly WantedRegion[];
  readonly table: RegionTable;
}

/**
 * The regions that the arguments name, or that the template's vaults are in, then with `--secondary` their pairs. Throws a UsageError for
 * none, unknown ones, or two clouds.
 */
export async function wantedRegions(parsed: OptionValues<RegionOptionName>, io: Io): Promise<WantedRegions> {
  const { own, table } = await ownRegions(parsed, createRegionTable(), io);
  checkOneCloud(own.map(({ region }) => region));
  const { regions, withoutPair } = withPairs(own, table);
  const [lonely] = withoutPair;
  if (lonely !== undefined) throw new UsageError(`--secondary: no pair is known of ${lonely.displayName}.`);
  return { regions, table };
}

/** Regions with the table that they are in: that of a template's configuration, where there is one. */
interface OwnRegions {
  readonly own: readonly VaultsOfRegion[];
  readonly table: RegionTable;
}

async function ownRegions(parsed: OptionValues<RegionOptionName>, table: RegionTable, io: Io): Promise<OwnRegions> {
  const template = parsed.value('template');
  if (template !== undefined) {
    if (parsed.positionals.length > 0) throw new UsageError('Name regions or a --template, not both.');
    return templateRegions(template, parsed, table, io);
  }
  const forTemplate = (['params', 'location', 'cloud', 'module-cache'] as const).find(parsed.has);
  if (forTemplate !== undefined) throw new UsageError(`--${forTemplate} belongs to a --template.`);
  if (parsed.positionals.length === 0)
    throw new UsageError('Name a region or its geo code, such as eastus, or a --template.');
  const regions = new Set(parsed.positionals.map((text) => namedRegion(text, table)));
  const secondary = parsed.has('secondary');
  return { own: [...regions].map((region) => ({ region, names: [], secondary })), table };
}

async function templateRegions(
  file: string,
  { value, values, has }: OptionValues<RegionOptionName>,
  known: RegionTable,
  io: Io,
): Promise<OwnRegions> {
  const location = value('location');
  const question = {
    file,
    parameters: values('params'),
    known: location === undefined ? {} : { location: namedRegion(location, known).name },
    cloud: cloudNames.find((cloud) => cloud === value('cloud')),
    moduleCache: readFolder('module-cache', value('module-cache'), io.cwd),
  };
  const { deployments, regions: table } = await deploymentsOf(question, io);
  const { regions, unplaced } = placeVaults(deployments, table);
  const unknown = unplaced.map((name) => `'${name}'`).join(', ');
  if (regions.length > 0) {
    if (unknown !== '') io.err(`pelint: ${file}: the region of ${unknown} is not known and is left out\n`);
    return {
      own: regions.map((it) => ({ ...it, secondary: it.secondary ? hasPair(it.region, io) : has('secondary') })),
      table,
    };
  }
  if (unknown === '') throw new UsageError(`${file} deploys no Recovery Services vault.`);
  throw new UsageError(
    `${file}: the region of ${unknown} is not known. Give its parameters with --params, or where it is deployed to with --location.`,
  );
}

/** A template may turn cross-region restore on in a region without a known pair; that is no mistake of who asks. */
function hasPair({ displayName, pairedRegion }: Region, io: Io): boolean {
  if (pairedRegion === undefined)
    io.err(`pelint: no pair is known of ${displayName}, so that the names of its secondary region are not listed\n`);
  return pairedRegion !== undefined;
}
