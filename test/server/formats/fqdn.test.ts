import assert from 'node:assert/strict';
import { expectedFqdns, type RegionFqdns } from '../../../server/src/domain/expected-fqdns';
import { createRegionTable, findRegion, regionByName } from '../../../server/src/domain/regions';
import { formatFqdnJson, type FqdnDocument } from '../../../server/src/formats/fqdn-json';
import { formatFqdnList } from '../../../server/src/formats/fqdn-list';

const table = createRegionTable();

describe('formatFqdnList', () => {
  const text = formatFqdnList([listFor('eus'), listFor('ugv')], {
    displayNameOf: (name) => regionByName(name, table)?.displayName,
  });

  it('is nothing but names once the comments are gone', () => {
    const names = text
      .split('\n')
      .map((line) => line.replace(/#.*/, '').trimEnd())
      .filter((line) => line !== '');
    assert.deepEqual(
      names,
      [...listFor('eus').entries, ...listFor('ugv').entries].map(({ fqdn }) => fqdn),
    );
  });

  it('says in comments which region it is for, its pair, the notes and the sources', () => {
    assert.match(text, /^# East US \(eastus\), geo code eus, Azure public cloud\n# Paired region: West US\n/);
    assert.match(text, /\n\n# USGov Virginia \(usgovvirginia\), geo code ugv, Azure US Government\n/);
    assert.match(text, /\n# \*\.blob\.storage\.azure\.net: .*no zone of its own/);
    assert.match(text, /\n# Source: https:\/\/learn\.microsoft\.com\/.*\n$/);
  });

  it('stands in columns within a region', () => {
    const [first = ''] = text.split('\n\n');
    const rows = first.split('\n').filter((line) => line.startsWith('*'));
    for (const mark of ['# tcp/443', ': ']) assert.ok(rows.every((row) => row.includes(mark)));
    assert.equal(new Set(rows.map((row) => row.indexOf('#'))).size, 1);
    assert.equal(new Set(rows.map((row) => row.search(/(Azure Backup|Azure Storage|Microsoft Entra ID): /))).size, 1);
    for (const row of rows) assert.equal(row, row.trimEnd());
  });

  it('is empty for no region', () => assert.equal(formatFqdnList([]), ''));
});

describe('formatFqdnJson', () => {
  it('has the fixed shape', () => {
    const text = formatFqdnJson([listFor('eus')], 'pelint 1.2.3');
    assert.ok(text.endsWith('}\n'));
    const document = JSON.parse(text) as FqdnDocument;
    assert.deepEqual(Object.keys(document), ['version', 'tool', 'regions']);
    assert.equal(document.version, 1);
    assert.equal(document.tool, 'pelint 1.2.3');
    const [region] = document.regions;
    assert.ok(region !== undefined);
    const { entries, ...head } = region;
    assert.deepEqual(head, {
      region: 'eastus',
      displayName: 'East US',
      geoCode: 'eus',
      cloud: 'public',
      pairedRegion: 'westus',
    });
    assert.deepEqual(Object.keys(entries[0] ?? {}).sort(), [
      'fqdn',
      'note',
      'ports',
      'privateZone',
      'protocol',
      'purpose',
      'resolvesTo',
      'service',
      'source',
    ]);
  });

  it('gives null for a region without a known pair', () => {
    const document = JSON.parse(formatFqdnJson([listFor('aue')], 'pelint')) as FqdnDocument;
    assert.equal(document.regions[0]?.pairedRegion, null);
  });
});

function listFor(text: string): RegionFqdns {
  const region = findRegion(text, table);
  assert.ok(region !== undefined, text);
  const list = expectedFqdns(region);
  assert.ok(list.kind === 'entries');
  return list;
}
