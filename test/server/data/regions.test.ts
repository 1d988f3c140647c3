import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { clouds } from '../../../server/src/data/clouds';
import { regions, regionSources } from '../../../server/src/data/regions';
import { sharedPath } from '../../support/shared';
import { readTable } from '../../support/table';

describe('data: regions', () => {
  it('has every name and display name once', () => {
    assertUnique(regions.map(({ name }) => name));
    assertUnique(regions.map(({ displayName }) => displayName.toLowerCase()));
  });

  it('has every code once, the codes of pairs and the aliases among them', () => {
    assertUnique(
      regions
        .flatMap(({ geoCode, pairedGeoCode, aliases = [] }) => [geoCode, pairedGeoCode, ...aliases])
        .filter(Boolean),
    );
  });

  it('has no code that is also the name of another region', () => {
    const names = new Set(regions.map(({ name }) => name));
    assert.deepEqual(
      regions.filter(({ geoCode }) => names.has(geoCode)),
      [],
    );
  });

  for (const { name, displayName, geoCode, pairedRegion, pairedGeoCode, cloud, source } of regions) {
    it(`is well-formed in the row of ${name}`, () => {
      assert.match(geoCode, /^[a-z][a-z0-9]{1,3}$/);
      assert.equal(name, displayName.toLowerCase().replaceAll(' ', ''));
      assert.ok(clouds.some((row) => row.cloud === cloud));
      assert.equal(pairedRegion === undefined, pairedGeoCode === undefined, 'a pair and its code come together');
      assert.ok(regionSources[source].length > 0, 'has a source');
      if (pairedRegion === undefined) return;
      const pair = regions.find((region) => region.name === pairedRegion);
      assert.equal(pair?.cloud, cloud, `${pairedRegion} is a region of the same cloud`);
      assert.notEqual(pairedRegion, name);
      assert.match(pairedGeoCode ?? '', /^[a-z][a-z0-9]{1,2}[a-z0-9]?r$/);
    });
  }

  it('says what the reference table says', function () {
    const path = sharedPath('domain', 'geo-codes.tsv');
    if (path === undefined) this.skip();
    const rows = readTable(readFileSync(path, 'utf8'));
    assert.ok(rows.length > 90);
    const ours = regions.map(
      ({ name, displayName, geoCode, cloud, pairedRegion = '', pairedGeoCode = '', source }) => ({
        region: name,
        displayName,
        geoCode,
        cloud,
        pairedRegion,
        pairedGeoCode,
        source,
      }),
    );
    assert.deepEqual(ours.map(keyed).sort(), rows.map(keyed).sort());
  });
});

function keyed(row: Readonly<Record<string, string>>): string {
  return JSON.stringify(Object.entries(row).sort());
}

function assertUnique(values: readonly unknown[]): void {
  assert.deepEqual(
    values.filter((value, index) => values.indexOf(value) !== index),
    [],
  );
}
