import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { privateLinkServices } from '../../../server/src/data/private-link-services';
import { sharedPath } from '../../support/shared';
import { readTable } from '../../support/table';

const dnsName = /^(?:(?:[a-z0-9]|\{[a-zA-Z]+\})[a-z0-9-]*\.)(?:(?:[a-z0-9]|\{[a-zA-Z]+\})[a-z0-9-]*\.)*[a-z]+$/;

describe('data: private link services', () => {
  it('has 188 rows', () => {
    const count = (cloud: string): number => privateLinkServices.filter((row) => row.cloud === cloud).length;
    assert.deepEqual([count('public'), count('usgov'), count('china'), privateLinkServices.length], [90, 53, 45, 188]);
  });

  it('has a group ID of a resource type once in a cloud, where the SKU does not decide', () => {
    const keys = privateLinkServices.flatMap(({ cloud, resourceType, groupIds }) =>
      groupIds.map((groupId) => `${cloud} ${resourceType} ${groupId}`),
    );
    assert.deepEqual(
      keys.filter((key, index) => keys.indexOf(key) !== index),
      ['public Microsoft.Cache/redisEnterprise redisEnterprise'],
    );
  });

  it('is well-formed in every row', () => {
    for (const { service, resourceType, groupIds, zones, forwarders, note } of privateLinkServices) {
      assert.match(resourceType, /^Microsoft\.[A-Za-z]+\/[A-Za-z0-9]+$/, service);
      assert.ok(groupIds.length > 0 && zones.length > 0 && forwarders.length > 0, service);
      for (const name of [...zones, ...forwarders]) assert.match(name, dnsName, service);
      for (const zone of zones) assert.match(zone, /(^|\.)privatelink[.-]/, service);
      assert.match(note, /^(doc|avm|mc-docs)-?/, `${service} names its source`);
    }
  });

  it('says what the reference table says', function () {
    const path = sharedPath('domain', 'private-link-services.tsv');
    if (path === undefined) this.skip();
    const rows = readTable(readFileSync(path, 'utf8'));
    const ours = privateLinkServices.map((row) => ({
      ...row,
      groupIds: row.groupIds.join(','),
      zones: row.zones.join(','),
      forwarders: row.forwarders.join(','),
      note: `source: ${row.note}`,
    }));
    assert.deepEqual(ours, rows);
  });
});
