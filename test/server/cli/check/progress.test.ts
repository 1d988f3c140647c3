import assert from 'node:assert/strict';
import { runCheck } from '../../../../server/src/cli/check/run';
import type { Engine } from '../../../../server/src/cli/engine';
import type { Io } from '../../../../server/src/cli/io';
import { temporaryFolder, type TemporaryFolder } from '../../../support/temporary-folder';
import { toyEngine } from '../../../support/toy-engine';
import { memoryIo, type MemoryIo } from '../memory-io';

describe('the progress of pelint check', () => {
  let folder: TemporaryFolder;
  before(() => (folder = temporaryFolder({ '.git/HEAD': '', 'a.bicep': 'wrong', 'b.bicep': '' })));
  after(() => folder.remove());

  /** Runs on a terminal, with an engine that pauses each half second. */
  const run = async (args: readonly string[], halfSeconds: number, given: Partial<Io> = {}): Promise<MemoryIo> => {
    let time = 0;
    const io = { ...memoryIo(folder.path), now: () => time, stderrIsTerminal: () => true, ...given };
    const toy = toyEngine();
    const engine: Engine = {
      ...toy,
      check: (request, host) => {
        for (let count = 0; count < halfSeconds; count++) {
          time += 500;
          void host.pause?.();
        }
        return toy.check(request, host);
      },
    };
    await runCheck(args, io, engine);
    return io;
  };

  it('is told each second after the first, and is gone before anything else is said', async () => {
    const { written } = await run(['.', 'none.bicep'], 5);
    const [first, second] = ['pelint: checking 2 files, 1 s', 'pelint: checking 2 files, 2 s'];
    const erased = ' '.repeat(second.length);
    assert.equal(
      written.stderr,
      `\r${first}\r${second}\r${erased}\rpelint: cannot read none.bicep: no such file or folder\n`,
    );
  });

  it('counts a file once that is checked again after fixes', async () => {
    const { written } = await run(['--diff'], 5);
    assert.match(written.stderr, /checking 2 files, [45] s/);
    assert.doesNotMatch(written.stderr, /[34] files/);
  });

  it('leaves standard output as it is', async () => {
    const quick = await run([], 0);
    assert.deepEqual(quick.written.stderr, '');
    assert.equal(
      (await run(['--format', 'compact'], 9)).written.stdout,
      (await run(['--format', 'compact'], 0)).written.stdout,
    );
  });

  const silent: readonly (readonly [string, readonly string[], Partial<Io>])[] = [
    ['where standard error is no terminal', [], { stderrIsTerminal: () => false }],
    ['in CI', [], { env: { CI: 'true' } }],
    ['on a terminal that cannot go back', [], { env: { TERM: 'dumb' } }],
    ['with --quiet', ['--quiet'], {}],
  ];
  for (const [where, args, given] of silent) {
    it(`is not told ${where}`, async () => {
      assert.equal((await run(args, 9, given)).written.stderr, '');
    });
  }
});
