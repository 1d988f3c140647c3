import assert from 'node:assert/strict';
import { regions } from '../../../../server/src/data/regions';
import { nearestRegions } from '../../../../server/src/domain/names/nearest-regions';
import {
  createRegionTable,
  findRegion,
  regionByName,
  regionOfGeoCode,
} from '../../../../server/src/domain/names/regions';

const table = createRegionTable();

describe('findRegion', () => {
  const cases: readonly (readonly [string, string | undefined])[] = [
    ['eastus2', 'eastus2'],
    ['East US 2', 'eastus2'],
    [' EAST  us2 ', 'eastus2'],
    ['East-US_2', 'eastus2'],
    ['(US) East US 2', 'eastus2'],
    ['EUS2', 'eastus2'],
    ['eus2', 'eastus2'],
    ['we', 'westeurope'],
    ['usgov virginia', 'usgovvirginia'],
    ['BJB3', 'chinanorth3'],
    ['insc', 'indiasouthcentral'],
    ['eusr', undefined],
    ['weu', undefined],
    ['', undefined],
    ['constructor', undefined],
  ];
  for (const [text, name] of cases) {
    it(`finds ${name ?? 'nothing'} for "${text}"`, () => assert.equal(findRegion(text, table)?.name, name));
  }

  it('finds every region by name, display name and code, in any case', () => {
    for (const region of regions) {
      for (const text of [region.name, region.displayName, region.geoCode, region.geoCode.toUpperCase()]) {
        assert.equal(findRegion(text, table), region, text);
      }
    }
  });
});

describe('regionOfGeoCode', () => {
  it('tells a region from its secondary side', () => {
    assert.deepEqual(pick('eus'), ['eastus', false]);
    assert.deepEqual(pick('EU2R'), ['eastus2', true]);
    assert.deepEqual(pick('isc'), pick('insc'));
    assert.equal(regionOfGeoCode('eastus', table), undefined);
  });

  function pick(code: string): unknown[] {
    const meaning = regionOfGeoCode(code, table);
    return [meaning?.region.name, meaning?.paired];
  }
});

describe('createRegionTable', () => {
  it('adds a region, whose cloud its name tells', () => {
    const extended = createRegionTable({
      'Atlantis North': 'ATN',
      usgovohio: 'ugo',
      chinawest: 'chw',
      ussecsouth: 'rxs',
    });
    assert.equal(findRegion('atn', extended)?.name, 'atlantisnorth');
    assert.equal(findRegion('atlantis north', extended)?.displayName, 'Atlantis North');
    assert.deepEqual(
      ['atn', 'ugo', 'chw', 'rxs'].map((code) => findRegion(code, extended)?.cloud),
      ['public', 'usgov', 'china', 'airgapped'],
    );
    assert.equal(findRegion('atn', table), undefined, 'other tables stay as they are');
  });

  it('replaces the code of a known region and keeps its pair', () => {
    const extended = createRegionTable({ westeurope: 'weu' });
    assert.equal(regionByName('westeurope', extended)?.geoCode, 'weu');
    assert.equal(findRegion('WEU', extended)?.pairedRegion, 'northeurope');
    assert.equal(findRegion('we', extended), undefined);
  });
});

describe('nearestRegions', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['weu', 'westeurope'],
    ['neu', 'northeurope'],
    ['eastsu2', 'eastus2'],
    ['useast', 'eastus'],
    ['westeurop', 'westeurope'],
    ['west-eu', 'westeurope'],
    ['germanywest', 'germanywestcentral'],
    ['scu', 'southcentralus'],
    ['uae', 'uaecentral'],
    ['sweden', 'swedencentral'],
  ];
  for (const [text, name] of cases) {
    it(`thinks of ${name} first for "${text}"`, () => assert.equal(nearestRegions(text, table)[0]?.name, name));
  }

  it('thinks of nothing for what resembles nothing', () => {
    for (const text of ['', 'xyz', 'contoso', 'q'.repeat(10_000)])
      assert.deepEqual(nearestRegions(text, table), [], text);
  });

  it('gives no more than it is asked for', () => assert.equal(nearestRegions('eus1', table, 2).length, 2));
});
