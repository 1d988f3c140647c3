import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { run } from '../../../../server/src/cli/commands/fqdn';
import { temporaryFolder } from '../../../support/temporary-folder';
import { memoryIo } from '../memory-io';

interface FqdnReport {
  readonly version: number;
  readonly regions: readonly { readonly region: string; readonly entries: readonly { readonly fqdn: string }[] }[];
}

describe('pelint fqdn', () => {
  const folder = temporaryFolder();
  after(folder.remove);
  const print = (...args: string[]): string => {
    const io = memoryIo(folder.path);
    assert.equal(run(args, io), 0);
    assert.equal(io.written.stderr, '');
    return io.written.stdout;
  };

  it('prints the names with the geo code filled in', () => {
    assert.match(
      print('eastus'),
      /^\*\.privatelink\.eus\.backup\.windowsazure\.com |^\*\.eus\.backup\.windowsazure\.com /m,
    );
  });

  it('understands a region however it is written, and takes each once', () => {
    const once = print('eastus2');
    for (const name of ['East US 2', 'EUS2', 'eus2']) assert.equal(print(name), once);
    assert.equal(print('eastus2', 'East US 2', 'eus2'), once);
  });

  it('prints several regions as JSON', () => {
    const { version, regions } = JSON.parse(print('we', 'usgovvirginia', '--format', 'json')) as FqdnReport;
    assert.equal(version, 1);
    assert.deepEqual(
      regions.map(({ region }) => region),
      ['westeurope', 'usgovvirginia'],
    );
    assert.ok(regions.every(({ entries }) => entries.length > 0));
  });

  it('writes to a file', () => {
    assert.equal(print('we', '--format', 'json', '--output', 'we.json'), '');
    assert.equal(readFileSync(path.join(folder.path, 'we.json'), 'utf8'), print('we', '--format', 'json'));
  });

  it('fails where the file cannot be written', () => {
    const io = memoryIo(folder.path);
    assert.equal(run(['we', '--output', 'none/we.txt'], io), 2);
    assert.equal(io.written.stderr, 'pelint: cannot write none/we.txt: no such file or folder\n');
  });

  const mistakes: readonly (readonly [args: readonly string[], message: RegExp])[] = [
    [[], /Name a region or its geo code/],
    [['eastsu2'], /There is no region or geo code 'eastsu2'\. Did you mean eastus2 \(eus2\)/],
    [['nowhere-at-all'], /There is no region or geo code 'nowhere-at-all'\.$/],
    [['usseceast'], /suffix .* is not public/],
    [['we', '--formt', 'json'], /Did you mean --format\?/],
  ];
  for (const [args, message] of mistakes) {
    it(`refuses '${args.join(' ')}'`, () => {
      const io = memoryIo(folder.path);
      assert.throws(() => run(args, io), { name: 'UsageError', message });
      assert.equal(io.written.stdout, '');
    });
  }
});
