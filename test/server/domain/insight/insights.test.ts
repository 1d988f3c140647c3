import assert from 'node:assert/strict';
import type { Topic } from '../../../../server/src/domain/insight/insight';
import { insightsAt, type InsightsAt } from '../../../../server/src/domain/insight/insights-at';
import { insightsOf } from '../../../../server/src/domain/insight/insights-of';
import { createRegionTable } from '../../../../server/src/domain/names/regions';
import { endpoint, vault, zone, zoneGroup } from '../../../support/bicep-parts';
import { projectUri, type ProjectFiles } from '../../../support/check-files';
import { deployFiles } from '../../../support/deploy-files';
import { readMarks } from '../../../support/marks';
import { network } from '../../../support/topology-parts';

const we = 'privatelink.we.backup.windowsazure.com';
const bound = (zoneName: string): string =>
  [vault(), endpoint(), zone('backupZone', zoneName), zoneGroup('backupZone.id')].join('\n');
const inSubnet = endpoint({ extra: 'subnet: { id: network.properties.subnets[0].id }' });

describe('insights', () => {
  describe('into a zone', () => {
    it('tell whether it is the one for the vault that its endpoint is for', () => {
      const wrong = zoneAt(bound(`'‹privatelink›.we.backup.windowsazure.com'`));
      assert.deepEqual(
        wrong.bound.map((it) => [it.endpoint, it.located.region.name, it.right]),
        [['pe-1', 'northeurope', false]],
      );
      assert.equal(zoneAt(bound(`'‹privatelink›.ne.backup.windowsazure.com'`)).bound[0]?.right, true);
    });

    it('do not measure it against an endpoint whose vault may be anywhere', () => {
      const existing = "resource vault 'Microsoft.RecoveryServices/vaults@2024-04-01' existing = { name: 'rsv-1' }\n";
      const parts = [existing, endpoint(), zone('backupZone', `'‹${we}›'`), zoneGroup('backupZone.id')];
      assert.deepEqual(zoneAt(parts.join('\n')).bound, []);
    });

    it('are found where a module is given the name, and where it passes it on', () => {
      const main = `module zone 'zone.bicep' = { params: { name: '‹${we}›' } }\n`;
      const module = `param name string\n${zone('z', '‹name›')}`;
      for (const marked of [
        { 'main.bicep': main, 'zone.bicep': plain(module) },
        { 'main.bicep': plain(main), 'zone.bicep': module },
      ])
        assert.equal(zoneIn(marked).name, we);
    });

    it('are found in an ID that names it, at the name alone', () => {
      const id = `resourceId('Microsoft.Network/privateDnsZones', '‹${we}›')`;
      assert.equal(zoneAt([vault(), endpoint(), zoneGroup(id)].join('\n')).name, we);
      const written = `'/subscriptions/1/resourceGroups/rg/providers/Microsoft.Network/privateDnsZones/‹${we}›'`;
      const found = insightAt({
        'main.bicep': [vault(), endpoint(), `var id = ${written}`, zoneGroup('id')].join('\n'),
      });
      assert.equal(found && found.place.end - found.place.start, we.length);
    });

    it('name what needs it, Azure Backup and others', () => {
      const { services } = zoneAt(zone('z', "'‹privatelink›.blob.core.windows.net'"));
      const groupIds = services.flatMap((it) => it.groupIds);
      for (const groupId of ['AzureBackup', 'blob', 'disks']) assert.ok(groupIds.includes(groupId), groupId);
    });

    it('are none where nothing is known of it', () => {
      assert.equal(insightAt({ 'main.bicep': zone('z', "'‹contoso.local›'") }), undefined);
    });
  });

  describe('into a geo code', () => {
    it('are found in the midst of a name', () => {
      const [topic] = topicsAt(zone('z', "'privatelink.‹we›.backup.windowsazure.com'"));
      assert.ok(topic?.kind === 'geoCode');
      assert.deepEqual([topic.region.name, topic.paired, topic.pair?.name], ['westeurope', false, 'northeurope']);
    });

    it('are found in a map that it is looked up in, and in the expression that puts it into the name', () => {
      const template = (code: string, lookup: string): string =>
        `var codes = { westeurope: '${code}' }\n${zone('z', `'privatelink.\${${lookup}}.backup.windowsazure.com'`)}`;
      for (const marked of [template('‹we›', 'codes.westeurope'), template('we', '‹codes›.westeurope')])
        assert.deepEqual(
          topicsAt(marked).map(({ kind }) => kind),
          ['geoCode'],
        );
    });

    it('tell the secondary side of a region from the region', () => {
      const [topic] = topicsAt(zone('z', "'privatelink.‹eusr›.backup.windowsazure.com'"));
      assert.ok(topic?.kind === 'geoCode' && topic.paired);
      assert.equal(topic.region.name, 'eastus');
    });
  });

  describe('into a group ID', () => {
    it('tell the zones with the geo code of the vault', () => {
      const [topic] = topicsAt([vault(), endpoint({ groupIds: "['‹AzureBackup›']" })].join('\n'));
      assert.ok(topic?.kind === 'groupId');
      assert.equal(topic.zones[0], 'privatelink.ne.backup.windowsazure.com');
      assert.deepEqual([...new Set(topic.services.map(({ service }) => service))], ['Azure Backup']);
    });

    it('know the IDs of other services by their type', () => {
      const account = "resourceId('Microsoft.Storage/storageAccounts', 'st1')";
      const [topic] = topicsAt(endpoint({ target: account, groupIds: "['‹blob›']" }));
      assert.ok(topic?.kind === 'groupId');
      assert.deepEqual(topic.zones, ['privatelink.blob.core.windows.net']);
    });

    it('are none for an ID that the target does not have', () => {
      assert.deepEqual(topicsAt([vault(), endpoint({ groupIds: "['‹blob›']" })].join('\n')), []);
      assert.deepEqual(topicsAt(`param target string\n${endpoint({ target: 'target', groupIds: "['‹blob›']" })}`), []);
    });
  });

  describe('into a vault and its endpoints', () => {
    it('count zones, addresses and names', () => {
      const template = bound("'privatelink.ne.backup.windowsazure.com'");
      const [topic] = topicsAt(template.replace('resource vault', 'resource ‹vault›'));
      assert.ok(topic?.kind === 'vault');
      assert.deepEqual(
        [topic.endpoints.length, topic.reach],
        [
          1,
          { zones: ['privatelink.ne.backup.windowsazure.com'], zonesOpen: false, addresses: 10, addressesOpen: false },
        ],
      );
      assert.ok((topic.fqdns ?? 0) > 3);
    });

    it('count endpoints under conditions that exclude each other as one at a time, and say where more may join', () => {
      const both = (one: string, other: string): string =>
        [
          'param first bool',
          'param second bool',
          vault(),
          endpoint({ symbol: 'one' }).replace('= {', `= if (${one}) {`),
          endpoint({ symbol: 'two' }).replace('= {', `= if (${other}) {`),
        ].join('\n');
      assert.deepEqual(addressesOf(both('first', '!first')), [10, false]);
      assert.deepEqual(addressesOf(both('first', 'second')), [10, true]);
      assert.deepEqual(addressesOf(both('first', 'first')), [20, false]);
    });

    it('say that there may be more where a loop cannot be counted', () => {
      const loop = endpoint().replace('= {', '= [for name in names: {').replace(/\}\n$/, '}]\n');
      assert.deepEqual(addressesOf(`param names array\n${vault()}${loop}`), [10, true]);
    });

    it('say that there may be more zones where a module was not seen', () => {
      const [topic] = topicsAt(
        `module gone 'gone.bicep' = {}\n${vault()}${endpoint()}`.replace('resource vault', 'resource ‹vault›'),
      );
      assert.ok(topic?.kind === 'vault');
      assert.deepEqual([topic.reach.zones, topic.reach.zonesOpen], [[], true]);
    });

    it('do not know the names of a vault that may be anywhere', () => {
      const template = `param where string\n${vault(undefined, 'where')}`;
      const [topic] = topicsAt(template.replace('resource vault', 'resource ‹vault›'));
      assert.ok(topic?.kind === 'vault');
      assert.deepEqual([topic.located, topic.fqdns], [undefined, undefined]);
    });
  });

  describe('into a prefix', () => {
    it('count as the rule about small subnets does', () => {
      const template = [vault(), network(), inSubnet].join('\n').replace("'10.1.4.0/26'", "'‹10.1.4.0/26›'");
      const [topic] = topicsAt(template);
      assert.ok(topic?.kind === 'subnet');
      assert.deepEqual([topic.name, topic.space.free, topic.demand.addresses], ['snet-pe', 59, 10]);
    });

    it('are found where a parameter file gives it', () => {
      const template = [`param prefix string`, vault(), network().replace("'10.1.4.0/26'", 'prefix'), inSubnet];
      const [topic] = topicsIn({
        'main.bicep': template.join('\n'),
        'main.bicepparam': "using 'main.bicep'\nparam prefix = '‹10.1.4.0/27›'\n",
      });
      assert.ok(topic?.kind === 'subnet');
      assert.equal(topic.space.size, 32);
    });

    it('are none for a subnet without endpoints', () => {
      const template = [vault(), network(), inSubnet].join('\n').replace("'10.1.5.0/26'", "'‹10.1.5.0/26›'");
      assert.deepEqual(topicsAt(template), []);
    });
  });
});

/** The addresses that the vault's endpoints take, and whether there may be more. */
function addressesOf(template: string): readonly [number, boolean] {
  const [topic] = topicsAt(template.replace('resource vault', 'resource ‹vault›'));
  assert.ok(topic?.kind === 'vault');
  return [topic.reach.addresses, topic.reach.addressesOpen];
}

function zoneAt(marked: string): Extract<Topic, { kind: 'zone' }> {
  return zoneIn({ 'main.bicep': marked });
}

function zoneIn(files: ProjectFiles): Extract<Topic, { kind: 'zone' }> {
  const found = topicsIn(files).find((topic) => topic.kind === 'zone');
  assert.ok(found?.kind === 'zone');
  return found;
}

function topicsAt(marked: string): readonly Topic[] {
  return topicsIn({ 'main.bicep': marked });
}

function topicsIn(files: ProjectFiles): readonly Topic[] {
  return insightAt(files)?.found.flatMap(({ insights }) => insights.map(({ topic }) => topic)) ?? [];
}

/** What is said where the one mark in some files begins. */
function insightAt(files: ProjectFiles): InsightsAt<unknown> | undefined {
  const texts = Object.entries(files).map(([path, marked]) => ({ path, ...readMarks(marked) }));
  const marked = texts.find(({ spans }) => spans.length > 0);
  assert.ok(marked?.spans[0]);
  const deployment = deployFiles(Object.fromEntries(texts.map(({ path, text }) => [path, text])));
  const { start } = marked.spans[0];
  const insights = insightsOf(deployment, createRegionTable());
  return insightsAt([{ insights }], projectUri(marked.path), start);
}

function plain(marked: string): string {
  return readMarks(marked).text;
}
