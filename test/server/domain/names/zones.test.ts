import assert from 'node:assert/strict';
import { clouds } from '../../../../server/src/data/clouds';
import { privateLinkServices } from '../../../../server/src/data/private-link-services';
import { blobZone, expectedZones, queueZone, zoneNameFor } from '../../../../server/src/domain/names/zones';

describe('zones of a region', () => {
  it('have the suffixes of the cloud', () => {
    assert.deepEqual(expectedZones({ geoCode: 'we', cloud: 'public' }), {
      backup: 'privatelink.we.backup.windowsazure.com',
      blob: 'privatelink.blob.core.windows.net',
      queue: 'privatelink.queue.core.windows.net',
    });
    assert.equal(expectedZones({ geoCode: 'exe', cloud: 'airgapped' }), undefined);
  });

  it('are those of the private link table', () => {
    const rows = privateLinkServices.filter(({ groupIds }) => groupIds.includes('AzureBackup'));
    assert.equal(rows.length, 3);
    for (const { cloud, zones } of rows) {
      assert.deepEqual([zoneNameFor('{regionCode}', cloud), blobZone(cloud), queueZone(cloud)], zones);
    }
  });

  it('differ from cloud to cloud', () => {
    const all = clouds.map(({ cloud }) => blobZone(cloud));
    assert.equal(new Set(all).size, clouds.length);
  });
});
