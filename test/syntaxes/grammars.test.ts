import { strict as assert } from 'node:assert';
import { expectedFqdns } from '../../server/src/domain/fqdns/expected-fqdns';
import { createRegionTable } from '../../server/src/domain/names/regions';
import { formatFqdnList } from '../../server/src/formats/fqdn/list';
import { coloursInside, coloursOf, type Colours } from './colour';

/** As much of the official grammars as matters here: where strings are, and that interpolations are none. */
const hosts = {
  bicep: {
    scopeName: 'source.bicep',
    patterns: [{ include: '#string' }],
    repository: {
      string: {
        name: 'string.quoted.single.bicep',
        begin: "'",
        end: "'",
        patterns: [{ name: 'meta.interpolation.bicep', begin: '\\$\\{', end: '\\}' }],
      },
    },
  },
  json: {
    scopeName: 'source.json',
    patterns: [{ name: 'string.quoted.double.json', begin: '"', end: '"', patterns: [{ match: '\\\\.' }] }],
  },
};

describe('the colours of Private Link names', () => {
  let inBicep: Colours;
  let inJson: Colours;

  before(async () => {
    inBicep = await coloursInside(hosts.bicep, 'private-link-names.injection.json');
    inJson = await coloursInside(hosts.json, 'private-link-names.injection.json');
  });

  const type = 'support.type.private-link';
  const geoCode = 'variable.other.constant.geo-code';
  const placeholder = 'constant.other.placeholder';

  it('tell the geo code from the rest of a zone', () => {
    const expected = [`privatelink. → ${type}`, `we → ${geoCode}`, `.backup.windowsazure.com → ${type}`];
    assert.deepEqual(inBicep.of("name: 'privatelink.we.backup.windowsazure.com'"), expected);
    assert.deepEqual(inJson.of('"name": "privatelink.we.backup.windowsazure.com"'), expected);
  });

  it('reach to both sides of an interpolation, and not into it', () => {
    assert.deepEqual(inBicep.of("'privatelink.${geo}.backup.windowsazure.com'"), [
      `privatelink. → ${type}`,
      `.backup.windowsazure.com → ${type}`,
    ]);
    assert.deepEqual(inBicep.of("'privatelink.blob.${environment().suffixes.storage}'"), [
      `privatelink.blob. → ${type}`,
    ]);
  });

  for (const hole of ['<geo>', '<geo code>', '{0}', '{geo}'])
    it(`show that ${hole} stands for something`, () => {
      assert.deepEqual(inJson.of(`"privatelink.${hole}.backup.windowsazure.com"`), [
        `privatelink. → ${type}`,
        `${hole} → ${placeholder}`,
        `.backup.windowsazure.com → ${type}`,
      ]);
      assert.deepEqual(inJson.of(`"${hole}.backup.windowsazure.com"`), [
        `${hole} → ${placeholder}`,
        `.backup.windowsazure.com → ${type}`,
      ]);
    });

  it('are where a name is used, too', () => {
    assert.deepEqual(
      inJson.of(`"[resourceId('Microsoft.Network/privateDnsZones', 'privatelink.blob.core.windows.net')]"`),
      [`privatelink.blob.core.windows.net → ${type}`],
    );
  });

  for (const text of [
    '"a <b> and {c}"',
    '"myprivatelink.example.org"',
    '"privatelinkage"',
    'privatelink.we.backup.windowsazure.com',
  ])
    it(`are not in ${text}`, () => assert.deepEqual(inJson.of(text), []));
});

describe('the colours of a list of FQDNs', () => {
  let list: Colours;

  before(async () => {
    list = await coloursOf('pelint-fqdns.tmLanguage.json');
  });

  it('tell the name from wildcard, ports, what it resolves to and its zone', () => {
    const line =
      '*.privatelink.we.backup.windowsazure.com  # tcp/80,tcp/443  private  zone privatelink.we.backup.windowsazure.com  Azure Backup: jobs';
    const comment = 'comment.line.number-sign';
    assert.deepEqual(
      list.of(line).filter((part) => !part.endsWith(comment)),
      [
        '* → constant.character.wildcard',
        '.privatelink.we.backup.windowsazure.com → support.type.fqdn',
        '# → punctuation.definition.comment',
        'tcp → keyword.other.protocol',
        '/ → punctuation.separator.port',
        '80 → constant.numeric.port',
        'tcp → keyword.other.protocol',
        '/ → punctuation.separator.port',
        '443 → constant.numeric.port',
        'private → keyword.other.resolves-to',
        'privatelink.we.backup.windowsazure.com → support.type.private-link',
      ],
    );
    assert.ok(list.of(line).includes(`jobs → ${comment}`));
  });

  it('show comments as such, whatever they are about', () => {
    const [sign, text, ...rest] = list.of('# www.example.org, *.example.org: see tcp/443');
    assert.deepEqual([sign, rest], ['# → punctuation.definition.comment', []]);
    assert.match(text ?? '', / → comment\.line\.number-sign$/);
  });

  it('find a name or a comment in every line of a real list', () => {
    const table = createRegionTable();
    const region = table.byName.get('westeurope');
    assert.ok(region);
    const fqdns = expectedFqdns(region);
    assert.equal(fqdns.kind, 'entries');
    const lines = formatFqdnList([fqdns], { tool: 'pelint' }).trimEnd().split('\n');
    const names = lines.filter((line) => list.of(line).some((part) => part.endsWith('support.type.fqdn')));
    assert.equal(names.length, fqdns.entries.length);
    for (const line of lines) assert.equal(line.startsWith('#'), !names.includes(line), line);
  });
});
