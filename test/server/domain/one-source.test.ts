import assert from 'node:assert/strict';
import { nameInCloud, readAllowList } from '../../../server/src/domain/fqdns/allow-list';
import { planDns } from '../../../server/src/domain/fqdns/dns-plan';
import { expectedFqdns, type RegionFqdns } from '../../../server/src/domain/fqdns/expected-fqdns';
import { createRegionTable, type Region } from '../../../server/src/domain/names/regions';
import { expectedZones, forwardedZones } from '../../../server/src/domain/names/zones';

const table = createRegionTable();

/** Every region that has a list, with it. */
function lists(): readonly RegionFqdns[] {
  return table.regions.flatMap((region) => {
    const list = expectedFqdns(region);
    return list.kind === 'entries' ? [list] : [];
  });
}

describe('what the rules ask for and what the lists print', () => {
  it('are the same private DNS zones, in every region', () => {
    for (const { region, entries } of lists()) {
      const listed = new Set(entries.flatMap(({ privateZone }) => privateZone ?? []));
      const { backup, blob, queue } = expectedZones(region) ?? assert.fail(region.name);
      assert.deepEqual([...listed].sort(), [backup, blob, queue].sort(), region.name);
    }
  });

  it('are the same names of an allow list (PE303), in every region', () => {
    for (const { region, entries } of lists()) {
      const asked = namesAskedFor(region);
      const listed = entries.map(({ fqdn }) => fqdn);
      const unlisted = asked.filter((name) => !listed.includes(name));
      assert.deepEqual(unlisted, [], `${region.name}: PE303 asks for what the list has not`);
      const shared = entries.filter(
        ({ resolvesTo, service }) => resolvesTo === 'private' && service !== 'Azure Backup',
      );
      const unasked = shared.map(({ fqdn }) => fqdn).filter((name) => !asked.includes(name));
      assert.deepEqual(unasked, [], `${region.name}: the list has what PE303 does not ask for`);
    }
  });

  it('are the same forwarders (PE212): each name that is printed lies in a zone that the rule names', () => {
    for (const list of lists()) {
      const { geoCode, cloud, name } = list.region;
      const zones = forwardedZones(geoCode, cloud) ?? assert.fail(name);
      const forwards = planDns([list]).names.map(({ forward }) => forward);
      const covered = (forward: string): string[] => zones.filter((it) => forward === it || forward.endsWith(`.${it}`));
      assert.deepEqual(
        forwards.filter((forward) => covered(forward).length !== 1),
        [],
        name,
      );
      assert.deepEqual(new Set(forwards.flatMap(covered)), new Set(zones), name);
    }
  });
});

/** What PE303 would say is missing where nothing at all is let through. */
function namesAskedFor({ cloud }: Region): readonly string[] {
  const { missing } = readAllowList([], cloud, table) ?? assert.fail('nothing cannot be read');
  return missing.map((row) => nameInCloud(row, cloud));
}
