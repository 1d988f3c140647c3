import assert from 'node:assert/strict';
import { dnsExporters, dnsTargets } from '../../../../server/src/formats/dns/exporters';
import { dnsArtefact } from '../../../support/artefacts';
import { recordsCsv } from '../../../support/records';

/** What the real programs say of these files is asked in test/programs, and of Bicep in test/oracle. */
describe('files for DNS servers', () => {
  for (const target of dnsTargets) {
    it(`name where they come from and every name that is forwarded: ${target}`, () => {
      const records = dnsExporters[target].records === 'none' ? '' : recordsCsv;
      const { text, beside } = dnsArtefact(target, ['eastus'], records);
      assert.match(text, /Azure Backup behind private endpoints in East US \(eus\); made by pelint 1\.2\.3\./);
      assert.ok(text.endsWith('\n') && !text.endsWith('\n\n'));
      const all = [text, ...beside.map((file) => file.text)].join('');
      for (const name of ['eus.backup.windowsazure.com', 'blob.core.windows.net', 'queue.core.windows.net'])
        assert.ok(all.includes(name), name);
      if (records === '') return;
      for (const address of ['10.0.0.4', '10.0.0.5', '10.0.0.6', '10.0.0.7', 'fd00::7'])
        assert.ok(all.includes(address), address);
    });

    it(`say nothing twice for two regions: ${target}`, () => {
      if (dnsExporters[target].records === 'required') return;
      const { text } = dnsArtefact(target, ['westeurope', 'northeurope']);
      const count = (name: string): number => text.split('\n').filter((line) => line.includes(name)).length;
      assert.ok(count('we.backup.windowsazure.com') === count('ne.backup.windowsazure.com'));
      // The zone of blob storage is shared, the zones of the vaults are each region's own.
      assert.ok(count('blob.core.windows.net') <= count('we.backup.windowsazure.com'));
    });
  }
});

describe('hosts', () => {
  it('has a line for each address with the asked name and its alias', () => {
    const lines = dnsArtefact('hosts', ['eastus'], recordsCsv)
      .text.split('\n')
      .filter((line) => /^[^#]/.test(line));
    assert.deepEqual(lines, [
      '10.0.0.4 abc.ab-pod01.privatelink.eus.backup.windowsazure.com',
      '10.0.0.5 acct1.blob.core.windows.net acct1.privatelink.blob.core.windows.net',
      '10.0.0.6 acct1.queue.core.windows.net acct1.privatelink.queue.core.windows.net',
      '10.0.0.7 acct2.z12.blob.storage.azure.net',
      'fd00::7 acct2.z12.blob.storage.azure.net',
    ]);
  });
});

describe('bind', () => {
  it('never takes over a zone in which others have names', () => {
    const { text } = dnsArtefact('bind', ['eastus'], recordsCsv);
    const zones = [...text.matchAll(/zone "([^"]+)" \{\n\s+type (\w+)/g)].map(([, name, type]) => `${type} ${name}`);
    assert.deepEqual(zones, [
      'forward blob.core.windows.net',
      'forward queue.core.windows.net',
      'forward blob.storage.azure.net',
      'primary privatelink.eus.backup.windowsazure.com',
      'primary acct1.blob.core.windows.net',
      'primary acct1.queue.core.windows.net',
      'primary acct2.z12.blob.storage.azure.net',
    ]);
  });
});

describe('coredns', () => {
  // No CoreDNS can be had for the tests, and no grammar of its file: blocks, directives and addresses are looked at alone.
  it('is one block of directives that every CoreDNS has', () => {
    const { text } = dnsArtefact('coredns', ['eastus'], recordsCsv, ['10.1.0.4', '10.1.0.5']);
    const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    let depth = 0;
    const directives: string[] = [];
    for (const line of lines) {
      if (depth === 1 && line.trim() !== '}') directives.push(line.trim().split(' ')[0] ?? '');
      depth += Number(line.endsWith('{')) - Number(line.trim() === '}');
      assert.ok(depth >= 0);
    }
    assert.equal(depth, 0);
    assert.deepEqual(directives, ['errors', 'hosts', 'forward', 'cache']);
    assert.match(text, /^ {4}forward \. 10\.1\.0\.4 10\.1\.0\.5$/m);
  });

  it('has no hosts without records', () => {
    assert.doesNotMatch(dnsArtefact('coredns', ['eastus']).text, /hosts/);
  });
});

describe('azure-resolver', () => {
  it("has no default for the servers where only Azure's own address is known", () => {
    assert.match(dnsArtefact('azure-resolver', ['eus']).text, /^param targetDnsServers string\[\]$/m);
    const given = dnsArtefact('azure-resolver', ['eus'], '', ['10.0.0.4']).text;
    assert.match(given, /^param targetDnsServers string\[\] = \['10\.0\.0\.4'\]$/m);
  });

  it('ends each name with a dot', () => {
    const { text } = dnsArtefact('azure-resolver', ['eus']);
    assert.ok(text.includes("'privatelink.eus.backup.windowsazure.com.'") && text.includes("'blob.core.windows.net.'"));
  });
});
