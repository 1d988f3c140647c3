import assert from 'node:assert/strict';
import { placeRecords } from '../../../../server/src/domain/fqdns/address-records';
import { readRecords } from '../../../../server/src/domain/fqdns/read-records';
import { planFor } from '../../../support/artefacts';

const vault = 'abc.svc.privatelink.eus.backup.windowsazure.com';
const account = 'acct1.blob.core.windows.net';

describe('readRecords', () => {
  const forms: Readonly<Record<string, string>> = {
    'CSV with a heading': `fqdn,address\n${vault},10.0.0.4\n${account},10.0.0.5,10.0.0.6\n`,
    'CSV of spreadsheets': `\uFEFF"name";"ip"\r\n"${vault}";"10.0.0.4"\r\n"${account}";"10.0.0.5";"10.0.0.6"\r\n`,
    'lines of a hosts file': `# hosts\n\n10.0.0.4 ${vault.toUpperCase()}\n10.0.0.5\t10.0.0.6\t${account}. # data\n`,
    'a JSON map': JSON.stringify({ [vault]: '10.0.0.4', [account]: ['10.0.0.5', '10.0.0.6'] }),
    'a JSON list': JSON.stringify([
      { name: vault, ip: '10.0.0.4' },
      { fqdn: account, ipAddresses: ['10.0.0.5', '10.0.0.6'] },
    ]),
    'az network private-endpoint dns-zone-group list': JSON.stringify([
      {
        name: 'default',
        privateDnsZoneConfigs: [
          {
            name: 'backup',
            privateDnsZoneId: '/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/privateDnsZones/z',
            recordSets: [
              { fqdn: vault, ipAddresses: ['10.0.0.4'], recordSetName: 'abc.svc', recordType: 'A', ttl: 10 },
            ],
          },
          {
            name: 'blob',
            recordSets: [{ fqdn: account, ipAddresses: ['10.0.0.5', '10.0.0.6'], recordSetName: 'acct1' }],
          },
        ],
      },
    ]),
    'az network private-endpoint show': JSON.stringify({
      name: 'pep',
      customDnsConfigs: [
        { fqdn: vault, ipAddresses: ['10.0.0.4'] },
        { fqdn: account, ipAddresses: ['10.0.0.5', '10.0.0.6'] },
      ],
      networkInterfaces: [{ id: 'nic' }],
    }),
    'az network nic show': JSON.stringify({
      name: 'pep.nic.1',
      ipConfigurations: [
        {
          name: 'privateEndpointIpConfig.1',
          privateIPAddress: '10.0.0.4',
          privateLinkConnectionProperties: { fqdns: [vault], groupId: 'AzureBackup' },
        },
        { name: 'config.2', privateIPAddress: '10.0.0.5', privateLinkConnectionProperties: { fqdns: [account] } },
        { name: 'config.3', privateIPAddress: '10.0.0.6', privateLinkConnectionProperties: { fqdns: [account] } },
        { name: 'config.4', privateIPAddress: '10.0.0.7', privateLinkConnectionProperties: { fqdns: [] } },
        { name: 'config.5', privateIPAddress: '10.0.0.8' },
      ],
    }),
  };
  for (const [title, text] of Object.entries(forms)) {
    it(`reads ${title}`, () => {
      const records = readRecords(text);
      assert.ok(!('message' in records), JSON.stringify(records));
      const addresses = new Map<string, string[]>();
      for (const record of records)
        addresses.set(record.fqdn, [...(addresses.get(record.fqdn) ?? []), ...record.addresses]);
      assert.deepEqual(
        [...addresses],
        [
          [vault, ['10.0.0.4']],
          [account, ['10.0.0.5', '10.0.0.6']],
        ],
      );
    });
  }

  const mistakes: readonly (readonly [text: string, line: number, message: RegExp])[] = [
    ['', 1, /no name with an address/],
    ['name,address\n', 1, /no name with an address/],
    [`${vault},10.0.0.4\n${account},10.0.0.400\n`, 2, /'10\.0\.0\.400' is no IP address/],
    [`${vault},10.0.0.4\n\n${account}\n`, 3, /'acct1\.blob\.core\.windows\.net' has no IP address/],
    [`${vault},10.0.0.4\nfoo bar,10.0.0.5\n`, 2, /'foo' is no host name/],
    ['[\n  { "fqdn": "a.b", "ip": "10.0.0.4" },\n]\n', 3, /no JSON/],
    ['[\n  {\n    "fqdn": "a.b",\n    "ip": "10.0.0"\n  }\n]', 4, /'10\.0\.0' is no IP address/],
    ['[\n  { "fqdn": "a b", "ip": "10.0.0.4" }]', 2, /'a b' is no host name/],
    ['{\n "recordSets": [\n  { "fqdn": "a.b", "ipAddresses": [] }]}', 3, /'a\.b' has no IP address/],
    ['{\n "recordSets": [\n  { "fqdn": "a.b" }]}', 3, /'a\.b' has no IP address/],
    ['{ "a.b":\n 4 }', 2, /'4' is no IP address/],
    ['{}', 1, /no name with an address/],
    ['['.repeat(100_000), 1, /nested too deeply/],
    [`${'['.repeat(500)}${']'.repeat(500)}`, 1, /nested too deeply/],
  ];
  for (const [text, line, message] of mistakes) {
    it(`says the line of what is wrong in ${JSON.stringify(text.slice(0, 60))}`, () => {
      const problem = readRecords(text);
      assert.ok('message' in problem);
      assert.match(problem.message, message);
      assert.equal(problem.line, line);
    });
  }
});

describe('placeRecords', () => {
  const plan = planFor(['eus']);
  const place = (text: string): ReturnType<typeof placeRecords> => {
    const records = readRecords(text);
    assert.ok(!('message' in records));
    return placeRecords(records, plan);
  };

  it('knows an account by its public name and by its alias, and joins its addresses', () => {
    const placed = place(`${account},10.0.0.5\nacct1.privatelink.blob.core.windows.net,10.0.0.6\n`);
    assert.ok(!('message' in placed));
    assert.deepEqual(
      placed.map(({ label, asked, inZone, addresses }) => ({ label, asked, inZone, addresses })),
      [
        {
          label: 'acct1',
          asked: account,
          inZone: 'acct1.privatelink.blob.core.windows.net',
          addresses: ['10.0.0.5', '10.0.0.6'],
        },
      ],
    );
  });

  for (const name of [
    'x.privatelink.we.backup.windowsazure.com',
    'acct1.table.core.windows.net',
    'blob.core.windows.net',
  ]) {
    it(`refuses ${name}`, () => {
      assert.deepEqual(place(`${vault},10.0.0.4\n${name},10.0.0.5\n`), {
        line: 2,
        message: `'${name}' is no private name of Azure Backup in East US`,
      });
    });
  }
});
