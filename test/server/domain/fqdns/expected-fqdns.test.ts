import assert from 'node:assert/strict';
import { fqdnsWithPrivateEndpoint } from '../../../../server/src/data/backup-fqdns';
import { clouds } from '../../../../server/src/data/clouds';
import { regions } from '../../../../server/src/data/regions';
import { workloadIds, workloads } from '../../../../server/src/data/workloads';
import { classifyZone } from '../../../../server/src/domain/names/backup-zone';
import {
  expectedFqdns,
  type FqdnEntry,
  type FqdnQuestion,
  type RegionFqdns,
} from '../../../../server/src/domain/fqdns/expected-fqdns';
import { createRegionTable, findRegion } from '../../../../server/src/domain/names/regions';
import { expectedZones } from '../../../../server/src/domain/names/zones';

const table = createRegionTable();

describe('expectedFqdns', () => {
  it('begins with the rows of the primary source for the public cloud', () => {
    assert.deepEqual(
      entriesOf('eus')
        .slice(0, fqdnsWithPrivateEndpoint.length)
        .map(({ fqdn, privateZone, resolvesTo }) => [fqdn, privateZone, resolvesTo]),
      [
        ['*.privatelink.eus.backup.windowsazure.com', 'privatelink.eus.backup.windowsazure.com', 'private'],
        ['*.blob.core.windows.net', 'privatelink.blob.core.windows.net', 'private'],
        ['*.queue.core.windows.net', 'privatelink.queue.core.windows.net', 'private'],
        ['*.blob.storage.azure.net', null, 'private'],
        ['*.login.microsoft.com', null, 'public'],
      ],
    );
  });

  it('is all public without private endpoints', () => {
    const entries = entriesOf('eus', { privateEndpoint: false });
    assert.deepEqual(names(entries).slice(0, 2), ['*.backup.windowsazure.com', '*.blob.core.windows.net']);
    for (const { resolvesTo, privateZone } of entries) assert.deepEqual([resolvesTo, privateZone], ['public', null]);
    assert.deepEqual(
      listOf('eus', { privateEndpoint: false }).serviceTags.map(({ tag }) => tag),
      ['AzureBackup', 'Storage', 'AzureActiveDirectory'],
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

  it('has the names of Entra ID of the list that holds in the region, with its date', () => {
    const entra = entriesOf('eus').filter(({ service }) => service === 'Microsoft Entra ID');
    assert.ok(names(entra).includes('login.microsoftonline.com') && names(entra).includes('*.msauth.net'));
    const host = entra.find(({ fqdn }) => fqdn === 'login.microsoftonline.com');
    assert.match(host?.note ?? '', /^Section 56 .*2023-07-31/);
    assert.deepEqual([host?.serviceTag, host?.ports], ['AzureActiveDirectory', [80, 443]]);
    // Section 59 gives no addresses, so no tag can stand for its names.
    assert.equal(entra.find(({ fqdn }) => fqdn === '*.msauth.net')?.serviceTag, null);
    assert.ok(names(entriesOf('ugv')).includes('graph.microsoft.us'));
    assert.ok(names(entriesOf('udc')).includes('dod-graph.microsoft.us'));
    assert.ok(!names(entriesOf('udc')).includes('graph.microsoft.us'));
    assert.ok(names(entriesOf('sha')).includes('login.partner.microsoftonline.cn'));
  });

  it('has the host that each cloud signs in at', () => {
    for (const { cloud, loginHost } of clouds) {
      const region = regions.find((it) => it.cloud === cloud);
      if (loginHost !== undefined) assert.ok(names(entriesOf(region?.name ?? '')).includes(loginHost), cloud);
    }
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

  for (const { id, displayName, client } of workloads) {
    if (client !== 'none') continue;
    it(`says why nothing is needed for ${id}`, () => {
      const { entries, remarks } = listOf('eus', { workloads: [id] });
      assert.deepEqual(entries, []);
      assert.deepEqual(
        remarks.map(({ text }) => text.startsWith(`${displayName}: Nothing is needed`)),
        [true],
      );
    });
  }

  it('has the updates and the check of Windows for the MARS agent and what contains it, and not for the extensions', () => {
    const updates = 'download.microsoft.com';
    for (const id of ['mars', 'dpm', 'mabs'] as const)
      assert.ok(names(entriesOf('eus', { workloads: [id] })).includes(updates), id);
    for (const id of ['sql', 'hana'] as const)
      assert.ok(!names(entriesOf('eus', { workloads: [id] })).includes(updates), id);
    assert.match(listOf('eus', { workloads: ['dpm'] }).remarks[0]?.text ?? '', /DPM 2022/);
    assert.match(listOf('eus', { workloads: ['mabs'] }).remarks[0]?.text ?? '', /MABS v4/);
  });

  it('has the port of iSCSI for file recovery', () => {
    const [first, second] = entriesOf('ne', { workloads: ['file-recovery'] });
    assert.deepEqual([first?.fqdn, first?.ports], ['*.privatelink.ne.backup.windowsazure.com', [443, 3260]]);
    assert.equal(second?.fqdn, 'pod01-rec2.ne.backup.windowsazure.com');
  });

  it('joins what several workloads need of one name', () => {
    const entries = entriesOf('ne', { workloads: ['sql', 'file-recovery', 'mars'] });
    const [vault] = entries;
    assert.deepEqual(
      [vault?.ports, vault?.workloads],
      [
        [443, 3260],
        ['sql', 'mars', 'file-recovery'],
      ],
    );
    const downloads = entries.filter(({ fqdn }) => fqdn === 'download.microsoft.com');
    assert.deepEqual(
      downloads.map(({ purpose }) => purpose),
      ["The script's components for its secure channel; Automatic updates of the MARS agent"],
    );
  });

  it('narrows the names of the vault to one', () => {
    const [vault, blob] = entriesOf('ne', { vaultId: 'A1B2' });
    assert.equal(vault?.fqdn, 'a1b2.*.privatelink.ne.backup.windowsazure.com');
    assert.match(vault.note, /use \*\.privatelink\.ne\.backup/);
    assert.equal(blob?.fqdn, '*.blob.core.windows.net');
  });

  it('says what is not known of the names of a secondary region', () => {
    const primary = findRegion('eus', table);
    const [vault] = entriesOf('wus', { secondaryOf: primary });
    assert.match(vault?.note ?? '', /secondary region of East US\..*'wus'.*'eus' or 'eusr'/);
  });

  it('gives a complete list without duplicates for every region, cloud and workload', () => {
    const questions: FqdnQuestion[] = [undefined, ...workloadIds.map((id) => [id])].flatMap((asked) =>
      [true, false].map((privateEndpoint) => ({ workloads: asked, privateEndpoint })),
    );
    for (const region of regions) {
      const zones = expectedZones(region);
      if (zones === undefined) continue;
      for (const question of questions) {
        const about = `${region.name} ${JSON.stringify(question)}`;
        const { entries } = listOf(region.name, question);
        assert.equal(new Set(names(entries)).size, entries.length, about);
        const wanted = zonesFor(question, zones);
        assert.deepEqual(
          entries.flatMap(({ privateZone }) => privateZone ?? []),
          wanted,
          about,
        );
        for (const entry of entries) checkEntry(entry, about);
      }
    }
  });
});

/** The zones by which PE2xx judge, as far as the workload's names lie in them. */
function zonesFor(
  { workloads: asked, privateEndpoint }: FqdnQuestion,
  { backup, blob, queue }: Readonly<Record<'backup' | 'blob' | 'queue', string>>,
): string[] {
  const [only] = asked ?? [];
  if (privateEndpoint === false || only === 'vm' || only === 'azure-files') return [];
  return only === 'file-recovery' ? [backup] : [backup, blob, queue];
}

function checkEntry(
  { fqdn, ports, source, privateZone, purpose, workloads: neededBy }: FqdnEntry,
  about: string,
): void {
  assert.match(fqdn, /^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+$/, about);
  assert.ok(ports.includes(443) && ports.every((port) => [80, 443, 3260].includes(port)), about);
  assert.match(source, /^https:\/\/(learn\.microsoft\.com|docs\.azure\.cn)\//, about);
  assert.ok(purpose !== '' && neededBy.length > 0, about);
  if (privateZone === null) return;
  assert.ok(['backup', 'blob', 'queue'].includes(classifyZone(privateZone, table).kind), privateZone);
  assert.ok(fqdn.endsWith(privateZone.replace(/^privatelink\.(?=blob|queue)/, '')), about);
}

function names(entries: readonly FqdnEntry[]): string[] {
  return entries.map(({ fqdn }) => fqdn);
}

function entriesOf(text: string, question?: FqdnQuestion): readonly FqdnEntry[] {
  return listOf(text, question).entries;
}

function listOf(text: string, question?: FqdnQuestion): RegionFqdns {
  const region = findRegion(text, table);
  assert.ok(region !== undefined, text);
  const list = expectedFqdns(region, question);
  assert.ok(list.kind === 'entries');
  return list;
}
