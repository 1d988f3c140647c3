import assert from 'node:assert/strict';
import { expectedFqdns, type FqdnQuestion, type RegionFqdns } from '../../../../server/src/domain/fqdns/expected-fqdns';
import { createRegionTable, findRegion, regionByName } from '../../../../server/src/domain/names/regions';
import { fqdnFormatNames, fqdnFormats } from '../../../../server/src/formats/fqdn/formats';
import { formatFqdnCsv } from '../../../../server/src/formats/fqdn/csv';
import { formatFqdnHtml } from '../../../../server/src/formats/fqdn/html';
import { formatFqdnJson, type FqdnDocument } from '../../../../server/src/formats/fqdn/json';
import { formatFqdnList } from '../../../../server/src/formats/fqdn/list';
import { formatFqdnMarkdown } from '../../../../server/src/formats/fqdn/markdown';
import { formatFqdnTable } from '../../../../server/src/formats/fqdn/table';

const table = createRegionTable();
const options = { tool: 'pelint 1.2.3', displayNameOf: (name: string) => regionByName(name, table)?.displayName };

describe('formats of the FQDN list', () => {
  for (const name of fqdnFormatNames) {
    it(`name everything in ${name}`, () => {
      const list = listFor('eus', { vaults: ['rsv-prod'] });
      const text = fqdnFormats[name]([list], options);
      for (const { fqdn, source } of list.entries) {
        assert.ok(text.includes(fqdn), fqdn);
        assert.ok(text.includes(source), source);
      }
      assert.ok(text.endsWith('\n') && !text.endsWith('\n\n'));
      // The JSON document has a fixed shape without the vaults, CSV is a row a name.
      if (name !== 'json' && name !== 'csv') assert.match(text, /Vaults: rsv-prod/);
    });

    it(`are ready for a workload that needs nothing in ${name}`, () => {
      const list = listFor('eus', { workloads: ['vm'] });
      assert.deepEqual(list.entries, []);
      const text = fqdnFormats[name]([list], options);
      if (name !== 'json' && name !== 'csv') assert.match(text, /Nothing is needed/);
    });
  }
});

describe('formatFqdnList', () => {
  const text = formatFqdnList([listFor('eus'), listFor('wus')], options);

  it('is nothing but names once the comments are gone', () => {
    const names = text
      .split('\n')
      .map((line) => line.replace(/#.*/, '').trimEnd())
      .filter((line) => line !== '');
    assert.deepEqual(
      names,
      [...listFor('eus').entries, ...listFor('wus').entries].map(({ fqdn }) => fqdn),
    );
  });

  it('says in comments which region it is for, its pair, the notes, the tags and the sources', () => {
    assert.match(text, /^# East US \(eastus\), geo code eus, Azure public cloud\n# Paired region: West US\n/);
    assert.match(text, /\n\n# West US \(westus\), geo code wus, Azure public cloud\n/);
    assert.match(text, /\n# \*\.blob\.storage\.azure\.net: .*no zone of its own/);
    assert.match(text, /\n# Service tag AzureActiveDirectory can stand in for public names of Microsoft Entra ID\./);
    assert.match(text, /\n# Source: https:\/\/learn\.microsoft\.com\/.*\n$/);
  });

  it('stands in columns within a region', () => {
    const [first = ''] = text.split('\n\n');
    const rows = first.split('\n').filter((line) => !line.startsWith('#') && line !== '');
    for (const mark of ['# tcp/', ': ']) assert.ok(rows.every((row) => row.includes(mark)));
    assert.equal(new Set(rows.map((row) => row.indexOf('#'))).size, 1);
    assert.equal(new Set(rows.map((row) => row.search(/(Azure [BS]\w+|Microsoft [\w ]+|Windows): /))).size, 1);
    for (const row of rows) assert.equal(row, row.trimEnd());
  });

  it('is empty for no region', () => assert.equal(formatFqdnList([], options), ''));
});

describe('formatFqdnTable', () => {
  it('has a head, a rule and a row a name', () => {
    const list = listFor('we');
    const [title = '', , , head = '', rule = '', ...rows] = formatFqdnTable([list], options).split('\n');
    assert.match(title, /^West Europe/);
    assert.match(head, /^FQDN +Ports +Service +Why/);
    assert.match(rule, /^-+ {2}-+ {2}/);
    assert.equal(rows.indexOf(''), list.entries.length);
  });
});

describe('formatFqdnMarkdown', () => {
  it('has cells that no name can break', () => {
    const text = formatFqdnMarkdown([listFor('we', { vaults: ['rsv_a|b'] })], options);
    const rows = text.split('\n').filter((line) => line.startsWith('|'));
    assert.equal(new Set(rows.map((row) => row.split('|').length)).size, 1);
    assert.ok(rows.some((row) => row.startsWith('| `*.blob.core.windows.net` |')));
    assert.ok(text.includes('rsv\\_a\\|b'));
  });
});

describe('formatFqdnCsv', () => {
  it('has a head and the same cells in every row', () => {
    const [head = '', first = ''] = formatFqdnCsv([listFor('eus')]).split('\n');
    assert.ok(head.startsWith('region,displayName,geoCode,cloud,fqdn,ports,protocol,'));
    assert.ok(first.startsWith('eastus,East US,eus,public,*.privatelink.eus.backup.windowsazure.com,443,tcp,'));
  });

  it('quotes what would break a cell', () => {
    const list = listFor('eus');
    const [entry] = list.entries;
    assert.ok(entry);
    const text = formatFqdnCsv([{ ...list, entries: [{ ...entry, note: 'a "b", c' }] }]);
    assert.ok(text.endsWith(',"a ""b"", c"\n'));
  });
});

describe('formatFqdnHtml', () => {
  it('writes what it is given as text and loads nothing', () => {
    const text = formatFqdnHtml([listFor('eus', { vaults: ['<script>'] })], options);
    assert.ok(text.includes('&lt;script&gt;'));
    assert.doesNotMatch(text, /<script|<link|src=|url\(/);
    for (const tag of ['table', 'ul', 'tr', 'li', 'p', 'body', 'html']) {
      const open = text.match(new RegExp(`<${tag}[ >]`, 'g'))?.length;
      assert.equal(open, text.match(new RegExp(`</${tag}>`, 'g'))?.length, tag);
    }
  });
});

describe('formatFqdnJson', () => {
  it('has the fixed shape', () => {
    const text = formatFqdnJson([listFor('eus')], options);
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
    const keys = 'fqdn note ports privateZone protocol purpose resolvesTo service source';
    for (const entry of entries) assert.equal(Object.keys(entry).sort().join(' '), keys);
  });

  it('tells the service tag in the note', () => {
    const document = JSON.parse(formatFqdnJson([listFor('eus')], options)) as FqdnDocument;
    const noteOf = (name: string): string | undefined =>
      document.regions[0]?.entries.find(({ fqdn }) => fqdn === name)?.note;
    assert.match(noteOf('login.microsoftonline.com') ?? '', /tag AzureActiveDirectory can stand in/);
    assert.equal(noteOf('*.privatelink.eus.backup.windowsazure.com'), '');
  });

  it('gives null for a region without a known pair', () => {
    const document = JSON.parse(formatFqdnJson([listFor('aue')], options)) as FqdnDocument;
    assert.equal(document.regions[0]?.pairedRegion, null);
  });
});

function listFor(text: string, question?: FqdnQuestion): RegionFqdns {
  const region = findRegion(text, table);
  assert.ok(region !== undefined, text);
  const list = expectedFqdns(region, question);
  assert.ok(list.kind === 'entries');
  return list;
}
