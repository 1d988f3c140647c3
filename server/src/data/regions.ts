import type { Cloud } from './clouds';
import { sources, type SourceReference } from './links';

/** An Azure region and the short code that Azure Backup uses for it in DNS names. */
export interface Region {
  /** The name that templates use, such as `eastus2`: lower case, no blanks. */
  readonly name: string;
  /** The name that people read, such as `East US 2`. */
  readonly displayName: string;
  /** The label in `privatelink.<geo>.backup.…`, such as `eus2`: lower case. */
  readonly geoCode: string;
  readonly cloud: Cloud;
  /** The region of cross-region restore. One-way in places: West US 3 has East US, East US has West US. */
  readonly pairedRegion?: string;
  /** The code of the region's secondary side, such as `eusr` for East US: it stands for the *paired* region, seen from this one. */
  readonly pairedGeoCode?: string;
  /** Codes that other tables of Microsoft give for the region: accepted, never printed. */
  readonly aliases?: readonly string[];
  readonly source: RegionSource;
}

/**
 * Where a row comes from: `doc` Microsoft's geo-code list of 2021, `avm` the verified module for private DNS zones, `doc-china` the China
 * edition of the list, `config` the user's own configuration. A row that rests on `avm` alone has one source and no pair.
 */
export type RegionSource = 'doc+avm' | 'doc' | 'avm' | 'doc-china' | 'config';

/** What the tables of the sources are, for people who want to check a row. */
export const regionSources: Readonly<Record<RegionSource, readonly SourceReference[]>> = {
  'doc+avm': [sources.geoCodes, sources.privateDnsZonesModule],
  doc: [sources.geoCodes],
  avm: [sources.privateDnsZonesModule],
  'doc-china': [sources.geoCodesChina],
  config: [],
};

/** Every region whose geo code is known, by cloud and name. */
export const regions: readonly Region[] = [
  { name: 'australiacentral', displayName: 'Australia Central', geoCode: 'acl', cloud: 'public', pairedRegion: 'australiacentral2', pairedGeoCode: 'aclr', source: 'doc+avm' },
  { name: 'australiacentral2', displayName: 'Australia Central 2', geoCode: 'acl2', cloud: 'public', pairedRegion: 'australiacentral', pairedGeoCode: 'ac2r', source: 'doc+avm' },
  { name: 'australiaeast', displayName: 'Australia East', geoCode: 'ae', cloud: 'public', pairedRegion: 'australiasoutheast', pairedGeoCode: 'aer', source: 'doc+avm' },
  { name: 'australiasoutheast', displayName: 'Australia Southeast', geoCode: 'ase', cloud: 'public', pairedRegion: 'australiaeast', pairedGeoCode: 'aser', source: 'doc+avm' },
  { name: 'austriaeast', displayName: 'Austria East', geoCode: 'aue', cloud: 'public', source: 'avm' },
  { name: 'belgiumcentral', displayName: 'Belgium Central', geoCode: 'bec', cloud: 'public', source: 'avm' },
  { name: 'brazilsouth', displayName: 'Brazil South', geoCode: 'brs', cloud: 'public', pairedRegion: 'southcentralus', pairedGeoCode: 'brsr', source: 'doc+avm' },
  { name: 'brazilsoutheast', displayName: 'Brazil Southeast', geoCode: 'bse', cloud: 'public', pairedRegion: 'brazilsouth', pairedGeoCode: 'bser', source: 'doc+avm' },
  { name: 'canadacentral', displayName: 'Canada Central', geoCode: 'cnc', cloud: 'public', pairedRegion: 'canadaeast', pairedGeoCode: 'cncr', source: 'doc+avm' },
  { name: 'canadaeast', displayName: 'Canada East', geoCode: 'cne', cloud: 'public', pairedRegion: 'canadacentral', pairedGeoCode: 'cner', source: 'doc+avm' },
  { name: 'centralindia', displayName: 'Central India', geoCode: 'inc', cloud: 'public', pairedRegion: 'southindia', pairedGeoCode: 'incr', source: 'doc+avm' },
  { name: 'centralus', displayName: 'Central US', geoCode: 'cus', cloud: 'public', pairedRegion: 'eastus2', pairedGeoCode: 'cusr', source: 'doc+avm' },
  { name: 'centraluseuap', displayName: 'Central US EUAP', geoCode: 'ccy', cloud: 'public', pairedRegion: 'eastus2euap', pairedGeoCode: 'ccyr', source: 'doc+avm' },
  { name: 'chilecentral', displayName: 'Chile Central', geoCode: 'clc', cloud: 'public', source: 'avm' },
  { name: 'denmarkeast', displayName: 'Denmark East', geoCode: 'dke', cloud: 'public', source: 'avm' },
  { name: 'eastasia', displayName: 'East Asia', geoCode: 'ea', cloud: 'public', pairedRegion: 'southeastasia', pairedGeoCode: 'ear', source: 'doc+avm' },
  { name: 'eastus', displayName: 'East US', geoCode: 'eus', cloud: 'public', pairedRegion: 'westus', pairedGeoCode: 'eusr', source: 'doc+avm' },
  { name: 'eastus2', displayName: 'East US 2', geoCode: 'eus2', cloud: 'public', pairedRegion: 'centralus', pairedGeoCode: 'eu2r', source: 'doc+avm' },
  { name: 'eastus2euap', displayName: 'East US 2 EUAP', geoCode: 'ecy', cloud: 'public', pairedRegion: 'centraluseuap', pairedGeoCode: 'ecyr', source: 'doc+avm' },
  { name: 'eastus3', displayName: 'East US 3', geoCode: 'eus3', cloud: 'public', source: 'avm' },
  { name: 'francecentral', displayName: 'France Central', geoCode: 'frc', cloud: 'public', pairedRegion: 'francesouth', pairedGeoCode: 'frcr', source: 'doc+avm' },
  { name: 'francesouth', displayName: 'France South', geoCode: 'frs', cloud: 'public', pairedRegion: 'francecentral', pairedGeoCode: 'frsr', source: 'doc+avm' },
  { name: 'germanynorth', displayName: 'Germany North', geoCode: 'gn', cloud: 'public', pairedRegion: 'germanywestcentral', pairedGeoCode: 'gnr', source: 'doc+avm' },
  { name: 'germanywestcentral', displayName: 'Germany West Central', geoCode: 'gwc', cloud: 'public', pairedRegion: 'germanynorth', pairedGeoCode: 'gwcr', source: 'doc+avm' },
  // Corrected from insc to isc in the verified modules in June 2026; another table of Azure still says insc.
  { name: 'indiasouthcentral', displayName: 'India South Central', geoCode: 'isc', cloud: 'public', aliases: ['insc'], source: 'avm' },
  { name: 'indonesiacentral', displayName: 'Indonesia Central', geoCode: 'idc', cloud: 'public', source: 'avm' },
  { name: 'israelcentral', displayName: 'Israel Central', geoCode: 'ilc', cloud: 'public', source: 'avm' },
  { name: 'israelnorthwest', displayName: 'Israel Northwest', geoCode: 'iln', cloud: 'public', source: 'avm' },
  { name: 'italynorth', displayName: 'Italy North', geoCode: 'itn', cloud: 'public', source: 'avm' },
  { name: 'japaneast', displayName: 'Japan East', geoCode: 'jpe', cloud: 'public', pairedRegion: 'japanwest', pairedGeoCode: 'jper', source: 'doc+avm' },
  { name: 'japanwest', displayName: 'Japan West', geoCode: 'jpw', cloud: 'public', pairedRegion: 'japaneast', pairedGeoCode: 'jpwr', source: 'doc+avm' },
  { name: 'jioindiacentral', displayName: 'Jio India Central', geoCode: 'jic', cloud: 'public', pairedRegion: 'jioindiawest', pairedGeoCode: 'jicr', source: 'doc+avm' },
  { name: 'jioindiawest', displayName: 'Jio India West', geoCode: 'jiw', cloud: 'public', pairedRegion: 'jioindiacentral', pairedGeoCode: 'jiwr', source: 'doc+avm' },
  { name: 'koreacentral', displayName: 'Korea Central', geoCode: 'krc', cloud: 'public', pairedRegion: 'koreasouth', pairedGeoCode: 'krcr', source: 'doc+avm' },
  { name: 'koreasouth', displayName: 'Korea South', geoCode: 'krs', cloud: 'public', pairedRegion: 'koreacentral', pairedGeoCode: 'krsr', source: 'doc+avm' },
  { name: 'malaysiasouth', displayName: 'Malaysia South', geoCode: 'mys', cloud: 'public', source: 'avm' },
  { name: 'malaysiawest', displayName: 'Malaysia West', geoCode: 'myw', cloud: 'public', source: 'avm' },
  { name: 'mexicocentral', displayName: 'Mexico Central', geoCode: 'mxc', cloud: 'public', source: 'avm' },
  { name: 'newzealandnorth', displayName: 'New Zealand North', geoCode: 'nzn', cloud: 'public', source: 'avm' },
  { name: 'northcentralus', displayName: 'North Central US', geoCode: 'ncus', cloud: 'public', pairedRegion: 'southcentralus', pairedGeoCode: 'ncur', source: 'doc+avm' },
  { name: 'northeastus5', displayName: 'Northeast US 5', geoCode: 'ne5s', cloud: 'public', source: 'avm' },
  { name: 'northeurope', displayName: 'North Europe', geoCode: 'ne', cloud: 'public', pairedRegion: 'westeurope', pairedGeoCode: 'ner', source: 'doc+avm' },
  { name: 'norwayeast', displayName: 'Norway East', geoCode: 'nwe', cloud: 'public', pairedRegion: 'norwaywest', pairedGeoCode: 'nwer', source: 'doc+avm' },
  { name: 'norwaywest', displayName: 'Norway West', geoCode: 'nww', cloud: 'public', pairedRegion: 'norwayeast', pairedGeoCode: 'nwwr', source: 'doc+avm' },
  { name: 'polandcentral', displayName: 'Poland Central', geoCode: 'plc', cloud: 'public', source: 'avm' },
  { name: 'qatarcentral', displayName: 'Qatar Central', geoCode: 'qac', cloud: 'public', source: 'avm' },
  { name: 'saudiarabiaeast', displayName: 'Saudi Arabia East', geoCode: 'sae', cloud: 'public', source: 'avm' },
  { name: 'southafricanorth', displayName: 'South Africa North', geoCode: 'san', cloud: 'public', pairedRegion: 'southafricawest', pairedGeoCode: 'sanr', source: 'doc+avm' },
  { name: 'southafricawest', displayName: 'South Africa West', geoCode: 'saw', cloud: 'public', pairedRegion: 'southafricanorth', pairedGeoCode: 'sawr', source: 'doc+avm' },
  { name: 'southcentralus', displayName: 'South Central US', geoCode: 'scus', cloud: 'public', pairedRegion: 'northcentralus', pairedGeoCode: 'scur', source: 'doc+avm' },
  { name: 'southcentralus2', displayName: 'South Central US 2', geoCode: 'usc2', cloud: 'public', source: 'avm' },
  { name: 'southeastasia', displayName: 'Southeast Asia', geoCode: 'sea', cloud: 'public', pairedRegion: 'eastasia', pairedGeoCode: 'sear', source: 'doc+avm' },
  { name: 'southeastasia3', displayName: 'Southeast Asia 3', geoCode: 'sg3', cloud: 'public', source: 'avm' },
  { name: 'southeastus', displayName: 'Southeast US', geoCode: 'use', cloud: 'public', source: 'avm' },
  { name: 'southeastus3', displayName: 'Southeast US 3', geoCode: 'use3', cloud: 'public', source: 'avm' },
  { name: 'southeastus5', displayName: 'Southeast US 5', geoCode: 'use5', cloud: 'public', source: 'avm' },
  { name: 'southindia', displayName: 'South India', geoCode: 'ins', cloud: 'public', pairedRegion: 'centralindia', pairedGeoCode: 'insr', source: 'doc+avm' },
  { name: 'southwestus', displayName: 'Southwest US', geoCode: 'swus', cloud: 'public', source: 'avm' },
  { name: 'spaincentral', displayName: 'Spain Central', geoCode: 'spc', cloud: 'public', source: 'avm' },
  { name: 'swedencentral', displayName: 'Sweden Central', geoCode: 'sdc', cloud: 'public', pairedRegion: 'swedensouth', pairedGeoCode: 'sdcr', source: 'doc+avm' },
  { name: 'swedensouth', displayName: 'Sweden South', geoCode: 'sds', cloud: 'public', pairedRegion: 'swedencentral', pairedGeoCode: 'sdsr', source: 'doc+avm' },
  { name: 'switzerlandnorth', displayName: 'Switzerland North', geoCode: 'szn', cloud: 'public', pairedRegion: 'switzerlandwest', pairedGeoCode: 'sznr', source: 'doc+avm' },
  { name: 'switzerlandwest', displayName: 'Switzerland West', geoCode: 'szw', cloud: 'public', pairedRegion: 'switzerlandnorth', pairedGeoCode: 'szwr', source: 'doc+avm' },
  { name: 'taiwannorth', displayName: 'Taiwan North', geoCode: 'twn', cloud: 'public', source: 'avm' },
  { name: 'taiwannorthwest', displayName: 'Taiwan Northwest', geoCode: 'tnw', cloud: 'public', source: 'avm' },
  { name: 'uaecentral', displayName: 'UAE Central', geoCode: 'uac', cloud: 'public', pairedRegion: 'uaenorth', pairedGeoCode: 'uacr', source: 'doc+avm' },
  { name: 'uaenorth', displayName: 'UAE North', geoCode: 'uan', cloud: 'public', pairedRegion: 'uaecentral', pairedGeoCode: 'uanr', source: 'doc+avm' },
  { name: 'uksouth', displayName: 'UK South', geoCode: 'uks', cloud: 'public', pairedRegion: 'ukwest', pairedGeoCode: 'uksr', source: 'doc+avm' },
  { name: 'ukwest', displayName: 'UK West', geoCode: 'ukw', cloud: 'public', pairedRegion: 'uksouth', pairedGeoCode: 'ukwr', source: 'doc+avm' },
  { name: 'westcentralus', displayName: 'West Central US', geoCode: 'wcus', cloud: 'public', pairedRegion: 'westus2', pairedGeoCode: 'wcur', source: 'doc+avm' },
  { name: 'westcentralusfre', displayName: 'West Central US Fre', geoCode: 'wfre', cloud: 'public', source: 'avm' },
  { name: 'westeurope', displayName: 'West Europe', geoCode: 'we', cloud: 'public', pairedRegion: 'northeurope', pairedGeoCode: 'wer', source: 'doc+avm' },
  { name: 'westindia', displayName: 'West India', geoCode: 'inw', cloud: 'public', pairedRegion: 'southindia', pairedGeoCode: 'inwr', source: 'doc+avm' },
  { name: 'westus', displayName: 'West US', geoCode: 'wus', cloud: 'public', pairedRegion: 'eastus', pairedGeoCode: 'wusr', source: 'doc+avm' },
  { name: 'westus2', displayName: 'West US 2', geoCode: 'wus2', cloud: 'public', pairedRegion: 'westcentralus', pairedGeoCode: 'wu2r', source: 'doc+avm' },
  { name: 'westus3', displayName: 'West US 3', geoCode: 'wus3', cloud: 'public', pairedRegion: 'eastus', pairedGeoCode: 'wu3r', source: 'doc+avm' },
  { name: 'usdodcentral', displayName: 'USDoD Central', geoCode: 'udc', cloud: 'usgov', pairedRegion: 'usdodeast', pairedGeoCode: 'udcr', source: 'doc+avm' },
  { name: 'usdodeast', displayName: 'USDoD East', geoCode: 'ude', cloud: 'usgov', pairedRegion: 'usdodcentral', pairedGeoCode: 'uder', source: 'doc+avm' },
  { name: 'usgovarizona', displayName: 'USGov Arizona', geoCode: 'uga', cloud: 'usgov', pairedRegion: 'usgovtexas', pairedGeoCode: 'ugar', source: 'doc+avm' },
  { name: 'usgoviowa', displayName: 'USGov Iowa', geoCode: 'ugi', cloud: 'usgov', pairedRegion: 'usgovvirginia', pairedGeoCode: 'ugir', source: 'doc' },
  { name: 'usgovtexas', displayName: 'USGov Texas', geoCode: 'ugt', cloud: 'usgov', pairedRegion: 'usgovarizona', pairedGeoCode: 'ugtr', source: 'doc+avm' },
  { name: 'usgovvirginia', displayName: 'USGov Virginia', geoCode: 'ugv', cloud: 'usgov', pairedRegion: 'usgovtexas', pairedGeoCode: 'ugvr', source: 'doc+avm' },
  { name: 'chinaeast', displayName: 'China East', geoCode: 'sha', cloud: 'china', pairedRegion: 'chinanorth', pairedGeoCode: 'shar', source: 'doc' },
  { name: 'chinaeast2', displayName: 'China East 2', geoCode: 'sha2', cloud: 'china', pairedRegion: 'chinanorth2', pairedGeoCode: 'sh2r', source: 'doc' },
  { name: 'chinaeast3', displayName: 'China East 3', geoCode: 'sha3', cloud: 'china', source: 'doc-china' },
  { name: 'chinanorth', displayName: 'China North', geoCode: 'bjb', cloud: 'china', pairedRegion: 'chinaeast', pairedGeoCode: 'bjbr', source: 'doc' },
  { name: 'chinanorth2', displayName: 'China North 2', geoCode: 'bjb2', cloud: 'china', pairedRegion: 'chinaeast2', pairedGeoCode: 'bj2r', source: 'doc' },
  { name: 'chinanorth3', displayName: 'China North 3', geoCode: 'bjb3', cloud: 'china', source: 'doc-china' },
  { name: 'germanycentral', displayName: 'Germany Central', geoCode: 'gec', cloud: 'germany', pairedRegion: 'germanynortheast', pairedGeoCode: 'gecr', source: 'doc' },
  { name: 'germanynortheast', displayName: 'Germany Northeast', geoCode: 'gne', cloud: 'germany', pairedRegion: 'germanycentral', pairedGeoCode: 'gner', source: 'doc' },
  { name: 'usnateast', displayName: 'USNat East', geoCode: 'exe', cloud: 'airgapped', pairedRegion: 'usnatwest', pairedGeoCode: 'exer', source: 'doc' },
  { name: 'usnatwest', displayName: 'USNat West', geoCode: 'exw', cloud: 'airgapped', pairedRegion: 'usnateast', pairedGeoCode: 'exwr', source: 'doc' },
  { name: 'usseceast', displayName: 'USSec East', geoCode: 'rxe', cloud: 'airgapped', pairedRegion: 'ussecwest', pairedGeoCode: 'rxer', source: 'doc' },
  { name: 'ussecwest', displayName: 'USSec West', geoCode: 'rxw', cloud: 'airgapped', pairedRegion: 'usseceast', pairedGeoCode: 'rxwr', source: 'doc' },
];
