import assert from 'node:assert/strict';
import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { cachedEngine } from '../../../../server/src/cli/cache/cached-engine';
import { runCheck } from '../../../../server/src/cli/check/run';
import type { Engine } from '../../../../server/src/cli/engine';
import { createDiskHost } from '../../../../server/src/host/check-host';
import { uriOfPath } from '../../../../server/src/host/paths';
import { check, createSession, type CheckRequest } from '../../../../server/src/lint/check';
import { rules } from '../../../../server/src/rules';
import { buildCommand, type CommandResult } from '../../../support/command';
import { repositoryRoot } from '../../../support/repository';
import { temporaryFolder, type TemporaryFolder } from '../../../support/temporary-folder';
import { memoryIo } from '../memory-io';

interface Run {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Whether anything was checked, and not only found in the cache. */
  readonly hasChecked: boolean;
}

describe('pelint check --cache', () => {
  let folder: TemporaryFolder;
  beforeEach(() => {
    folder = temporaryFolder({ '.git/HEAD': '' });
    cpSync(path.join(repositoryRoot, 'examples/backup-private-endpoint'), folder.path, { recursive: true });
  });
  afterEach(() => folder.remove());

  const run = async (args = '', program = import.meta.url): Promise<Run> => {
    const session = createSession();
    let hasChecked = false;
    const engine: Engine = {
      rules,
      program,
      check: (request, host) => {
        hasChecked = true;
        return check(request, host, session);
      },
    };
    const io = memoryIo(folder.path);
    const status = await runCheck(args.split(' ').filter(Boolean), io, engine);
    return { status, hasChecked, ...io.written };
  };
  const outputs = ['--cache', '--cache --format json --show-suppressed', '--cache --format sarif', '--cache --strict'];
  const entries = (): string[] => {
    const cache = path.join(folder.path, '.pelintcache');
    return readdirSync(cache).flatMap((name) => (name.endsWith('.json') ? [path.join(cache, name)] : []));
  };

  for (const args of outputs) {
    it(`prints the same from the cache, and checks nothing: ${args}`, async () => {
      const plain = await run(args.replace('--cache', ''));
      const first = await run(args);
      const second = await run(args);
      assert.ok(plain.stdout.includes('PE103'));
      assert.deepEqual(first, plain);
      assert.deepEqual(second, { ...plain, hasChecked: false });
    });
  }

  const changes: Readonly<Record<string, () => void>> = {
    'a template is another': () => folder.write('modules/private-dns.bicep', ''),
    'a template is new': () => folder.write('new.bicep', ''),
    'a template is gone': () => rmSync(path.join(folder.path, 'prod.bicepparam')),
    'a configuration is where there was none': () =>
      folder.write('modules/pelint.config.json', '{ "rules": { "PE103": "off" } }'),
  };
  for (const [what, change] of Object.entries(changes)) {
    it(`checks again where ${what}`, async () => {
      await run('--cache');
      change();
      const plain = await run();
      assert.deepEqual(await run('--cache'), plain);
      assert.deepEqual(await run('--cache'), { ...plain, hasChecked: false });
    });
  }

  it('checks again where a module comes that was looked for', async () => {
    folder.write('user.bicep', "module missing '../outside.txt.bicep' = { name: 'm' }\nmodule text 'late.txt' = {}\n");
    await run('--cache');
    folder.write('late.txt', '');
    assert.ok((await run('--cache')).hasChecked);
  });

  it('keeps what other options ask for apart', async () => {
    await run('--cache');
    for (const args of ['--select PE1', '--cloud china', '--location westus', '--no-config', '--severity PE103=off']) {
      const plain = await run(args);
      assert.deepEqual(await run(`${args} --cache`), plain, args);
      assert.deepEqual(await run(`${args} --cache`), { ...plain, hasChecked: false }, args);
    }
    assert.equal((await run('--cache')).hasChecked, false);
  });

  it('takes nothing from another program', async () => {
    await run('--cache');
    const other = folder.write('other-program.js', '');
    assert.ok((await run('--cache', other)).hasChecked);
    assert.ok((await run('--cache', path.join(folder.path, 'none.js'))).hasChecked);
  });

  const damages: Readonly<Record<string, (file: string) => void>> = {
    'is cut short': (file) => truncateSync(file, 1000),
    'is empty': (file) => truncateSync(file),
    'has another text in it': (file) =>
      writeFileSync(file, readFileSync(file, 'utf8').replaceAll('static', 'statix').replaceAll('PE103', 'PE104')),
    'is that of another run': (file) => cpSync(entries().find((other) => other !== file) ?? '', file),
  };
  for (const [what, damage] of Object.entries(damages)) {
    it(`checks again where the cache ${what}`, async () => {
      const plain = await run();
      await run('--cache');
      const [file = ''] = entries();
      await run('--cache --select PE2');
      damage(file);
      assert.deepEqual(await run('--cache'), plain);
      assert.deepEqual(await run('--cache'), { ...plain, hasChecked: false });
    });
  }

  it('says where it cannot be written, and checks all the same', async () => {
    const plain = await run();
    const elsewhere = temporaryFolder({ 'kept.json': '{}' });
    const inTheWay = path.join(folder.path, '.pelintcache');
    for (const put of [() => writeFileSync(inTheWay, ''), () => symlinkSync(elsewhere.path, inTheWay)]) {
      put();
      const { stderr, ...rest } = await run('--cache');
      assert.match(stderr, /^pelint: cannot write the cache \.pelintcache, so the next run starts anew: .+\n$/);
      assert.deepEqual({ ...rest, stderr: '' }, plain);
      rmSync(inTheWay);
    }
    assert.deepEqual(readdirSync(elsewhere.path), ['kept.json']);
    elsewhere.remove();
  });

  it('is written by several runs at once', async () => {
    const command = await buildCommand();
    const start = (...args: string[]): Promise<CommandResult> => command(args, { cwd: folder.path });
    const plain = await start();
    assert.match(plain.stdout, /PE103/);
    const results = await Promise.all([1, 2, 3, 4, 5].map(() => start('--cache')));
    for (const result of results) assert.deepEqual(result, plain);
    assert.deepEqual(await start('--cache'), plain);
    assert.match((await start('--cache', '--stats')).stderr, /came from the cache/);
  });

  it('is not seen by Git, and does not grow without end', async () => {
    for (let number = 0; number < 25; number++) await run(`--cache --location region${number}`);
    assert.equal(entries().length, 21);
    assert.equal(readFileSync(path.join(folder.path, '.pelintcache/.gitignore'), 'utf8'), '*\n');
  });

  it('keeps what is of use: all of this run, and of the others those used last', async () => {
    await run('--cache');
    for (let number = 0; number < 19; number++) await run(`--cache --location region${number}`);
    await run('--cache');
    for (let number = 0; number < 19; number++) await run(`--cache --location other${number}`);
    assert.equal((await run('--cache')).hasChecked, false);
    assert.ok((await run('--cache --location region1')).hasChecked);
  });

  it('has each of many projects', async () => {
    for (let number = 0; number < 45; number++) {
      folder.write(`project${number}/pelint.config.json`, '{ "root": true }');
      folder.write(`project${number}/main.bicep`, '');
    }
    const plain = await run();
    assert.deepEqual(await run('--cache'), plain);
    assert.deepEqual(await run('--cache'), { ...plain, hasChecked: false });
  });

  it('forgets what a killed process has left', async () => {
    await run('--cache');
    const [entry = ''] = entries();
    const left = `${path.dirname(entry)}/.${path.basename(entry)}.1-abc.tmp`;
    writeFileSync(left, '');
    utimesSync(left, 0, 0);
    for (let number = 0; number < 21; number++) await run(`--cache --location region${number}`);
    assert.ok(!existsSync(left));
  });

  it('shows with --diff what fixes would change, and keeps nothing of it', async () => {
    const plain = await run('--diff');
    assert.match(plain.stdout, /^\+/m);
    await run('--cache');
    const before = entries().map((file) => readFileSync(file, 'utf8'));
    assert.deepEqual(await run('--cache --diff'), plain);
    assert.deepEqual(
      entries().map((file) => readFileSync(file, 'utf8')),
      before,
    );
  });

  it('knows the files as they are after --fix', async () => {
    await run('--cache');
    const fixed = await run('--cache --fix');
    assert.match(fixed.stderr, /^pelint: fixed \d+ findings/);
    const { stdout } = await run();
    assert.notEqual(stdout, '');
    assert.deepEqual(await run('--cache'), { ...(await run()), hasChecked: false });
  });

  it('is judged by the baseline of now', async () => {
    await run('--baseline known.json --update-baseline');
    await run('--cache --baseline known.json');
    const { status, hasChecked, stdout } = await run('--cache --baseline known.json');
    assert.deepEqual({ status, hasChecked }, { status: 0, hasChecked: false });
    assert.doesNotMatch(stdout, /PE103/);
  });

  it('is told of by --stats', async () => {
    await run('--cache');
    const { stderr } = await run('--cache --stats');
    assert.match(stderr, /^pelint: 1 of 1 project came from the cache/m);
    assert.match(stderr, /main\.bicep with prod\.bicepparam$/m);
  });

  it('is not there unless it is asked for', async () => {
    await run();
    assert.ok(!existsSync(path.join(folder.path, '.pelintcache')));
  });
});

describe('a cached engine', () => {
  let folder: TemporaryFolder;
  beforeEach(() => (folder = temporaryFolder({ 'main.bicep': 'param (' })));
  afterEach(() => folder.remove());

  const isCached = async (engine: Engine, today: string): Promise<boolean> => {
    const main = uriOfPath(path.join(folder.path, 'main.bicep'));
    const options = { levels: new Map(), cloud: undefined, location: undefined, today, syntaxErrors: () => true };
    const request: CheckRequest = { project: [main], report: [main], configuration: 'nearest', options };
    const warn = (message: string): never => assert.fail(message);
    const cached = cachedEngine(engine, { cwd: folder.path, mayWrite: true, warn });
    return (await cached.check(request, createDiskHost())).isCached === true;
  };
  const real: Engine = {
    rules,
    program: import.meta.url,
    check: (request, host) => check(request, host, createSession()),
  };

  it('lasts until the next day where a suppression may end, and for ever where none does', async () => {
    await isCached(real, '2027-01-01');
    assert.equal(await isCached(real, '2027-01-02'), true);
    const suppression = { rule: 'PE001', files: '**', reason: 'later', until: '2027-01-01' };
    const text = JSON.stringify({ suppressions: [suppression] });
    for (const spelled of [text, text.replace('until', '\\u0075ntil')]) {
      folder.write('pelint.config.json', spelled);
      assert.equal(await isCached(real, '2027-01-01'), false);
      assert.equal(await isCached(real, '2027-01-01'), true);
      assert.equal(await isCached(real, '2027-01-02'), false);
    }
  });

  it('keeps nothing of a check in which a rule crashed', async () => {
    const failures = [{ ruleId: 'PE103', uri: 'file:///main.bicep', message: 'Oh no.' }];
    const crashing: Engine = {
      ...real,
      check: async (request, host) => ({ ...(await real.check(request, host)), failures }),
    };
    await isCached(crashing, '2027-01-01');
    assert.equal(await isCached(crashing, '2027-01-01'), false);
  });
});
