import assert from 'node:assert/strict';
import { regions } from '../../../server/src/data/regions';
import { classifyZone } from '../../../server/src/domain/backup-zone';
import { expectedFqdns, type FqdnEntry } from '../../../server/src/domain/expected-fqdns';
import { createRegionTable, findRegion } from '../../../server/src/domain/regions';
import { expectedZones } from '../../../server/src/domain/zones';

const table = createRegionTable();

describe('expectedFqdns', () => {
  it('fills the rows of the primary source for the public cloud', () => {
    assert.deepEqual(
      entriesOf('eus').map(({ fqdn, privateZone, resolvesTo }) => [fqdn, privateZone, resolvesTo]),
      [
        ['*.privatelink.eus.backup.windowsazure.com', 'privatelink.eus.backup.windowsazure.com', 'private'],
        ['*.blob.core.windows.net', 'privatelink.blob.core.windows.net', 'private'],
        ['*.queue.core.windows.net', 'privatelink.queue.core.windows.net', 'private'],
        ['*.blob.storage.azure.net', null, 'private'],
        ['*.login.microsoft.com', null, 'public'],
      ],
    );
  });

  it('says by which analogy a row of another cloud holds', () => {
    const [backup, blob, queue, entra] = entriesOf('ugv');
    assert.equal(backup?.fqdn, '*.privatelink.ugv.backup.windowsazure.us');
    assert.equal(backup.note, '');
    assert.equal(blob?.fqdn, '*.blob.core.usgovcloudapi.net');
    assert.match(blob.note, /analogy/);
    assert.match(queue?.note ?? '', /analogy/);
    assert.match(entra?.note ?? '', /public cloud only.*login\.microsoftonline\.us/);
    assert.equal(entriesOf('sha3')[1]?.fqdn, '*.blob.core.chinacloudapi.cn');
  });

  it('says that the German cloud was closed', () => {
    for (const { note } of entriesOf('gec')) assert.match(note, /closed in 2021/);
  });

  it('says that the suffix of an air-gapped cloud is not known', () => {
    for (const region of regions.filter(({ cloud }) => cloud === 'airgapped')) {
      const list = expectedFqdns(region);
      assert.ok(list.kind === 'suffixUnknown');
      assert.match(list.message, new RegExp(`${region.geoCode}.*not public`));
    }
  });

  it('gives a complete list without duplicates for every region', () => {
    for (const region of regions) {
      const zones = expectedZones(region);
      if (zones === undefined) continue;
      const entries = entriesOf(region.name);
      const names = entries.map(({ fqdn }) => fqdn);
      assert.equal(new Set(names).size, names.length, region.name);
      assert.deepEqual(
        entries.flatMap(({ privateZone }) => privateZone ?? []),
        [zones.backup, zones.blob, zones.queue],
      );
      for (const { fqdn, ports, source, privateZone } of entries) {
        assert.match(fqdn, /^\*(\.[a-z0-9-]+)+$/);
        assert.deepEqual(ports, [443]);
        assert.match(source, /^https:\/\/(learn\.microsoft\.com|docs\.azure\.cn)\//);
        if (privateZone === null) continue;
        assert.ok(['backup', 'blob', 'queue'].includes(classifyZone(privateZone, table).kind), privateZone);
      }
    }
  });
});

function entriesOf(text: string): readonly FqdnEntry[] {
  const region = findRegion(text, table);
  assert.ok(region !== undefined, text);
  const list = expectedFqdns(region);
  assert.ok(list.kind === 'entries');
  return list.entries;
}
