import assert from 'node:assert/strict';
import path from 'node:path';
import { runCheck } from '../../../../server/src/cli/check/run';
import { check, createSession, type CheckHost, type CheckRequest } from '../../../../server/src/lint/check';
import { rules } from '../../../../server/src/rules';
import { writeManyFiles } from '../../../support/many-files';
import { repositoryRoot } from '../../../support/repository';
import { temporaryFolder, type TemporaryFolder } from '../../../support/temporary-folder';
import { memoryIo } from '../memory-io';

interface Run {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Threads run the bundle, as it is built. */
describe('several large projects', function () {
  this.timeout(120_000);
  const dist = path.join(repositoryRoot, 'dist');
  let folder: TemporaryFolder;
  beforeEach(() => {
    folder = temporaryFolder();
    for (const name of ['one', 'two']) {
      const part: TemporaryFolder = { ...folder, write: (file, text) => folder.write(`${name}/${file}`, text) };
      writeManyFiles(part, 220);
    }
    folder.write('small/.git/HEAD', '');
    folder.write('small/main.bicep', 'hello');
    folder.write('two/binary.bicep', Buffer.from('\0'));
  });
  afterEach(() => folder.remove());

  /** Threads are used where their bundle lies beside the program. */
  const run = async (args: string, bundles: string | undefined, cwd = folder.path): Promise<Run> => {
    const session = createSession();
    const program = bundles === undefined ? import.meta.url : path.join(bundles, 'cli-commands-check.js');
    const io = memoryIo(cwd);
    const engine = { rules, program, check: (...given: [CheckRequest, CheckHost]) => check(...given, session) };
    return { status: await runCheck(args.split(' ').filter(Boolean), io, engine), ...io.written };
  };
  /** A thread that runs some code before it starts to work on the second project. */
  const broken = (code: string): string => {
    const bundles = temporaryFolder();
    const isSecond = "require('node:worker_threads').workerData.request.report.some((uri) => uri.includes('/two/'))";
    const real = JSON.stringify(path.join(dist, 'check-worker.js'));
    bundles.write('check-worker.js', `if (${isSecond}) { ${code} } else require(${real});`);
    bundles.write('cli-commands-check.js', '');
    return bundles.path;
  };

  for (const args of [
    '',
    '--format json --show-suppressed',
    '--format sarif',
    '--strict',
    '--no-config --select PE1',
  ]) {
    it(`come to the same with threads: ${args}`, async () => {
      const alone = await run(args, undefined);
      assert.match(alone.stdout, /one\/area-0[^]*two\/area-0/);
      assert.deepEqual(await run(args, dist), alone);
    });
  }

  it('come to the same from another folder, and with --baseline', async () => {
    const inside = path.join(folder.path, 'small');
    assert.deepEqual(await run('..', dist, inside), await run('..', undefined, inside));
    await run('--baseline ../known.json --update-baseline', dist, inside);
    const known = '.. --baseline ../known.json';
    assert.deepEqual(await run(known, dist, inside), await run(known, undefined, inside));
  });

  it('are fixed without threads', async () => {
    const [alone, threaded] = [await run('--diff --stats', undefined), await run('--diff --stats', dist)];
    assert.equal(threaded.stdout, alone.stdout);
    assert.doesNotMatch(threaded.stderr, /thread/);
  });

  it('are told of by --stats, with the times of the threads', async () => {
    const { stderr } = await run('--stats', dist);
    assert.match(stderr, /^pelint: 2 of 3 projects had a thread each, whose times are added up$/m);
    assert.match(stderr, /^pelint: +\d+\.\d ms {2}PE103$/m);
  });

  it('are kept by --cache', async () => {
    const alone = await run('', undefined);
    assert.deepEqual(await run('--cache', dist), alone);
    const { stdout, stderr } = await run('--cache --stats', dist);
    assert.equal(stdout, alone.stdout);
    assert.match(stderr, /^pelint: 3 of 3 projects came from the cache/m);
    assert.doesNotMatch(stderr, /had a thread/);
  });

  for (const [code, message] of [
    ["throw new Error('Oh no.');", 'Oh no.'],
    ['process.exit(3);', 'it ended with 3'],
  ] as const) {
    it(`are there but for the one whose thread has crashed: ${code}`, async () => {
      const { status, stdout, stderr } = await run('--cache --exit-zero', broken(code));
      assert.equal(status, 2);
      assert.match(stdout, /one\/area-0/);
      assert.doesNotMatch(stdout, /two\/area-0/);
      const [line] = stderr.match(/^pelint: a thread .*$/m) ?? [];
      assert.match(
        line ?? '',
        /^pelint: a thread has crashed, which is pelint's own mistake, and two\/\S+ and \d+ more files were not checked: /,
      );
      assert.ok(line?.endsWith(message), line);
      assert.match((await run('--cache --exit-zero', dist)).stdout, /two\/area-0/);
    });
  }
});
