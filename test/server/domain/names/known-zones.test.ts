import assert from 'node:assert/strict';
import { privateLinkServices } from '../../../../server/src/data/private-link-services';
import { classifyZone, hole, type ZoneName } from '../../../../server/src/domain/names/backup-zone';
import { createRegionTable } from '../../../../server/src/domain/names/regions';

const table = createRegionTable();

/** In the names of this file `#` stands for a hole. */
function classify(name: string): ZoneName {
  return classifyZone(name.replaceAll('#', hole), table);
}

describe('classifyZone: zones of other services', () => {
  const samples: Readonly<Record<string, string>> = {
    regionName: 'westeurope',
    regionCode: 'we',
    dnsPrefix: 'a1b2c3',
    partitionId: '2',
    subzone: 'team',
  };

  it('knows every zone of the private link table', () => {
    for (const { cloud, service, zones, groupIds } of privateLinkServices) {
      if (groupIds.includes('AzureBackup')) continue;
      for (const zone of zones) {
        for (const name of [fill(zone, (placeholder) => samples[placeholder] ?? ''), fill(zone, () => hole)]) {
          const found = classifyZone(name, table);
          assert.equal(found.kind, expectedKind(zone), `${name} of ${service}`);
          if ('cloud' in found) assert.equal(found.cloud, cloud);
          if (found.kind === 'service') assert.ok(found.services.some((row) => row.service === service));
        }
      }
    }
  });

  it('knows storage and Site Recovery with an unknown suffix', () => {
    const found = ['privatelink.blob.#', 'privatelink.queue.core.#', 'privatelink.siterecovery.#'].map(classify);
    assert.deepEqual(found, [
      { kind: 'blob', cloud: undefined },
      { kind: 'queue', cloud: undefined },
      { kind: 'siteRecovery', cloud: undefined },
    ]);
  });

  it('knows the domain of accounts with zone endpoints', () => {
    for (const name of ['blob.storage.azure.net', 'privatelink.blob.storage.azure.net', 'storage.azure.net']) {
      assert.equal(classify(name).kind, 'storageAzureNet');
    }
  });

  function fill(zone: string, by: (placeholder: string) => string): string {
    return zone.replace(/\{(\w+)\}/g, (_, placeholder: string) => by(placeholder));
  }

  function expectedKind(zone: string): ZoneName['kind'] {
    const match = /^privatelink\.(blob|queue|siterecovery)\./.exec(zone)?.[1];
    if (match === 'siterecovery') return 'siteRecovery';
    return match === 'blob' || match === 'queue' ? match : 'service';
  }
});
