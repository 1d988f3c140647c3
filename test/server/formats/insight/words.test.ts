import assert from 'node:assert/strict';
import type { Topic } from '../../../../server/src/domain/insight/insight';
import { insightsOf } from '../../../../server/src/domain/insight/insights-of';
import { createRegionTable } from '../../../../server/src/domain/names/regions';
import { markdown, plainText } from '../../../../server/src/formats/insight/markup';
import { reachHint } from '../../../../server/src/formats/insight/reach-words';
import { geoCodeHint, readingWords, subnetHint } from '../../../../server/src/formats/insight/words';
import { endpoint, vault, zone, zoneGroup } from '../../../support/bicep-parts';
import { deployFiles } from '../../../support/deploy-files';
import { hostileText, network } from '../../../support/topology-parts';

describe('words about what a deployment makes of a place', () => {
  const one = { deployment: 'one.bicepparam', topics: topicsOf(zone('z', "'privatelink.we.backup.windowsazure.com'")) };
  const other = {
    deployment: 'other.bicepparam',
    topics: topicsOf(zone('z', "'privatelink.ne.backup.windowsazure.com'")),
  };

  it('are said once where deployments agree', () => {
    const words = readingWords([one, { ...one, deployment: 'two.bicepparam' }], plainText);
    assert.deepEqual(words, readingWords([one], plainText));
    assert.ok(!words.join().includes('bicepparam'));
  });

  it('are said of each deployment where these differ', () => {
    const words = readingWords([one, other, { ...one, deployment: 'third.bicepparam' }], plainText);
    const heads = words.filter((it) => it.startsWith('With'));
    assert.equal(heads[0], "With 'one.bicepparam', 'third.bicepparam':");
    assert.ok(heads.includes("With 'other.bicepparam':"));
  });

  it('end where nobody reads on', () => {
    const codes = ['ae', 'ase', 'bse', 'cnc', 'cne', 'we', 'ne', 'eus'];
    const many = codes
      .map((code) => `privatelink.${code}.backup.windowsazure.com`)
      .flatMap((name) => topicsOf(zone('z', `'${name}'`)));
    const words = readingWords([{ deployment: 'main.bicep', topics: many }], markdown);
    assert.equal(words.at(-1), `… and ${many.length - 4} more.`);
  });

  it('say what is wrong with a geo code', () => {
    const [said] = zoneWordsOf('privatelink.westeurope.backup.windowsazure.com');
    assert.match(said ?? '', /`westeurope` is no geo code: that of West Europe is `we`\.$/);
    assert.match(
      zoneWordsOf('privatelink.zz9.backup.windowsazure.com')[0] ?? '',
      /`zz9` is no geo code that is known\.$/,
    );
  });

  it('say what a malformed name should be', () => {
    const words = zoneWordsOf('privatelink.we.backup.windowsazure.net');
    assert.match(words.join(' '), /It should be `privatelink\.we\.backup\.windowsazure\.com`/);
  });

  it('name the zone of the vault where an endpoint is bound to another', () => {
    const template = [vault(), endpoint(), zone('z', "'privatelink.we.backup.windowsazure.com'"), zoneGroup('z.id')];
    const words = readingWords([{ deployment: '', topics: topicsOf(template.join('\n'), 'zone') }], markdown).join(
      '\n',
    );
    assert.match(
      words,
      /- Bound to `pe-1`, whose vault is in North Europe: .*`privatelink\.ne\.backup\.windowsazure\.com`/,
    );
  });

  it('show every kind of topic in both forms without marks of Markdown in plain text', () => {
    const template = [
      vault(),
      network(),
      endpoint({ extra: 'subnet: { id: network.properties.subnets[0].id }' }),
      zone('z', "'privatelink.ne.backup.windowsazure.com'"),
      zoneGroup('z.id'),
    ].join('\n');
    const topics = topicsOf(template);
    assert.deepEqual([...new Set(topics.map(({ kind }) => kind))].sort(), [
      'endpoint',
      'geoCode',
      'groupId',
      'subnet',
      'vault',
      'zone',
    ]);
    for (const topic of topics) {
      const words = readingWords([{ deployment: '', topics: [topic] }], plainText).join('\n');
      assert.doesNotMatch(words, /[`*\\]/, topic.kind);
    }
  });

  it('show what a template says letter by letter, whatever it means elsewhere', () => {
    assert.equal(markdown.code('[x](command:a)'), '`[x](command:a)`');
    assert.equal(markdown.code('a`b``c'), '```a`b``c```');
    assert.equal(markdown.code('`'), '`` ` ``');
    assert.equal(markdown.code('a\n\nb'), '`a b`');
    assert.doesNotMatch(markdown.plain(hostileText), /(?<!\\)[[\]<>`*]/);
  });
});

describe('hints', () => {
  const reach = { zones: ['a', 'b', 'c'], zonesOpen: false, addresses: 10, addressesOpen: false };

  it('count what a declaration makes use of', () => {
    assert.equal(reachHint([reach]), '3 zones · 10 addresses');
    assert.equal(reachHint([{ ...reach, zones: ['a'] }]), '1 zone · 10 addresses');
    assert.equal(reachHint([{ ...reach, zones: [] }]), 'no zones · 10 addresses');
    assert.equal(reachHint([{ ...reach, zonesOpen: true, addressesOpen: true }]), '3+ zones · 10+ addresses');
    assert.equal(reachHint([{ ...reach, zones: [], zonesOpen: true }]), '10 addresses');
    assert.equal(reachHint([{ ...reach, zones: [], addresses: 0 }]), 'no private endpoint for Azure Backup seen here');
  });

  it('span what deployments differ in', () => {
    assert.equal(reachHint([reach, { ...reach, addresses: 30 }]), '3 zones · 10–30 addresses');
  });

  it('say where a geo code is and what a prefix has', () => {
    const template = [vault(), network(), endpoint({ extra: 'subnet: { id: network.properties.subnets[0].id }' })];
    const [subnet] = topicsOf(template.join('\n'), 'subnet');
    assert.equal(subnet?.kind === 'subnet' && subnetHint(subnet), '10 of 59 addresses needed');
    const [code] = topicsOf(zone('z', "'privatelink.eusr.backup.windowsazure.com'"), 'geoCode');
    assert.equal(code?.kind === 'geoCode' && geoCodeHint(code), 'secondary side of East US');
  });
});

function topicsOf(template: string, kind?: Topic['kind']): readonly Topic[] {
  const insights = insightsOf(deployFiles({ 'main.bicep': template }), createRegionTable());
  return insights.map(({ topic }) => topic).filter((topic) => kind === undefined || topic.kind === kind);
}

function zoneWordsOf(name: string): readonly string[] {
  return readingWords([{ deployment: '', topics: topicsOf(zone('z', `'${name}'`), 'zone') }], markdown).flatMap((it) =>
    it.split('\n\n'),
  );
}
