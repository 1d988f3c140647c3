import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { run } from '../../../../server/src/cli/commands/dns';
import { dnsTargets } from '../../../../server/src/formats/dns/exporters';
import { recordsCsv } from '../../../support/records';
import { temporaryFolder } from '../../../support/temporary-folder';
import { memoryIo } from '../memory-io';

describe('pelint dns', () => {
  const folder = temporaryFolder({
    'records.csv': recordsCsv,
    'bad.csv': 'name,address\nacct1.blob.core.windows.net,10.0.0\n',
    'other.csv': '10.0.0.4 a.privatelink.we.backup.windowsazure.com\n',
    'out/.keep': '',
  });
  after(folder.remove);
  const print = async (...args: string[]): Promise<string> => {
    const io = memoryIo(folder.path);
    assert.equal(await run(args, io), 0);
    assert.equal(io.written.stderr, '');
    return io.written.stdout;
  };

  for (const target of dnsTargets) {
    it(`prints what is for ${target}`, async () => {
      const records = target === 'hosts' ? ['--records', 'records.csv'] : [];
      assert.match(await print('East US', '--as', target, ...records), /privatelink\.eus\.backup\.windowsazure\.com/);
    });
  }

  it('asks the given servers', async () => {
    const text = await print('eus', '--as', 'dnsmasq', '--forward-to', '10.0.0.4', '--forward-to', 'fd00::4');
    assert.match(text, /^server=\/blob\.core\.windows\.net\/10\.0\.0\.4$/m);
    assert.match(text, /^server=\/blob\.core\.windows\.net\/fd00::4$/m);
    assert.doesNotMatch(text, /168\.63/);
  });

  it('takes the pair with --secondary', async () => {
    assert.match(
      await print('eus', '--as', 'bind', '--secondary'),
      /zone "privatelink\.wus\.backup\.windowsazure\.com"/,
    );
  });

  it('writes zone files beside the configuration, and prints them in its comments', async () => {
    assert.equal(await print('eus', '--as', 'bind', '--records', 'records.csv', '--output', 'out/named.conf'), '');
    const written = readdirSync(path.join(folder.path, 'out'));
    assert.deepEqual(written.filter((name) => name !== '.keep').sort(), [
      'db.acct1.blob.core.windows.net',
      'db.acct1.queue.core.windows.net',
      'db.acct2.z12.blob.storage.azure.net',
      'db.privatelink.eus.backup.windowsazure.com',
      'named.conf',
    ]);
    const printed = await print('eus', '--as', 'bind', '--records', 'records.csv');
    assert.ok(printed.startsWith(readFileSync(path.join(folder.path, 'out/named.conf'), 'utf8')));
    assert.match(printed, /\/\* The file db\.acct1\.blob\.core\.windows\.net:\n[^*]*@ IN A 10\.0\.0\.5\n\*\//);
  });

  it('fails where a file cannot be written', async () => {
    const io = memoryIo(folder.path);
    assert.equal(await run(['eus', '--as', 'unbound', '--output', 'none/x.conf'], io), 2);
    assert.equal(io.written.stderr, 'pelint: cannot write none/x.conf: no such file or folder\n');
  });

  const mistakes: readonly (readonly [args: string, message: RegExp])[] = [
    ['eus', /--as hosts\|bind/],
    ['eus --as bnd', /--as cannot be 'bnd'\. Did you mean 'bind'/],
    ['--as bind', /Name a region/],
    ['eus ugv --as bind', /two clouds/],
    ['rxe --as bind', /not public/],
    ['eus --as hosts', /hosts knows no patterns.*--records/],
    ['eus --as azure-zones --records records.csv', /Azure writes the records/],
    ['eus --as bind --records gone.csv', /cannot read gone\.csv: no such file/],
    ['eus --as bind --records bad.csv', /^bad\.csv:2: '10\.0\.0' is no IP address$/],
    ['eus --as bind --records other.csv', /^other\.csv:1: .* is no private name of Azure Backup in East US$/],
    ['eus --as bind --forward-to dns.contoso.com', /--forward-to cannot be 'dns\.contoso\.com'/],
  ];
  for (const [args, message] of mistakes) {
    it(`refuses '${args}'`, async () => {
      const io = memoryIo(folder.path);
      await assert.rejects(run(args.split(' '), io), { name: 'UsageError', message });
      assert.equal(io.written.stdout, '');
    });
  }
});
