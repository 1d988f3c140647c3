import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { run } from '../../../../server/src/cli/commands/allow-list';
import { allowListTargets } from '../../../../server/src/formats/allow-list/exporters';
import { temporaryFolder } from '../../../support/temporary-folder';
import { memoryIo } from '../memory-io';

describe('pelint allow-list', () => {
  const folder = temporaryFolder();
  after(folder.remove);
  const print = async (...args: string[]): Promise<string> => {
    const io = memoryIo(folder.path);
    assert.equal(await run(args, io), 0);
    assert.equal(io.written.stderr, '');
    return io.written.stdout;
  };

  for (const target of allowListTargets) {
    it(`prints what is for ${target}, for two regions`, async () => {
      const text = await print('we', 'North Europe', '--as', target);
      assert.match(text, /microsoft/i);
      if (target !== 'csv') assert.match(text, /West Europe \(we\), North Europe \(ne\); made by pelint/);
    });
  }

  it('writes to a file, and takes the proxy', async () => {
    assert.equal(await print('we', '--as', 'proxy-pac', '--proxy', '10.0.0.1:3128', '--output', 'proxy.pac'), '');
    assert.match(readFileSync(path.join(folder.path, 'proxy.pac'), 'utf8'), /'PROXY 10\.0\.0\.1:3128'/);
  });

  it('says why there is nothing to allow', async () => {
    const io = memoryIo(folder.path);
    assert.equal(await run(['we', '--as', 'squid', '--workload', 'vm'], io), 0);
    assert.deepEqual([io.written.stdout, io.written.stderr.startsWith('pelint: Azure VMs: Nothing')], ['', true]);
  });

  it('fails where the file cannot be written', async () => {
    const io = memoryIo(folder.path);
    assert.equal(await run(['we', '--as', 'csv', '--output', 'none/x.csv'], io), 2);
    assert.equal(io.written.stderr, 'pelint: cannot write none/x.csv: no such file or folder\n');
  });

  const mistakes: readonly (readonly [args: readonly string[], message: RegExp])[] = [
    [['we'], /--as azure-firewall\|nsg/],
    [['we', '--as', 'checkpoint'], /--as cannot be 'checkpoint'/],
    [['we', 'sha', '--as', 'nsg'], /two clouds/],
    [['we', '--as', 'proxy-pac', '--proxy', "x'; alert(1)//:1"], /--proxy cannot be/],
    [['exe', '--as', 'csv'], /not public/],
  ];
  for (const [args, message] of mistakes) {
    it(`refuses '${args.join(' ')}'`, async () => {
      const io = memoryIo(folder.path);
      await assert.rejects(run(args, io), { name: 'UsageError', message });
      assert.equal(io.written.stdout, '');
    });
  }
});
