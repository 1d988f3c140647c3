import assert from 'node:assert/strict';
import { readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { runCheck } from '../../../../server/src/cli/check/run';
import { UsageError } from '../../../../server/src/cli/usage-error';
import type { Report } from '../../../../server/src/formats/findings/report';
import { check, createSession, type CheckHost, type CheckRequest } from '../../../../server/src/lint/check';
import { rules } from '../../../../server/src/rules/index';
import { gitEnvironment, gitRepository, hasGit, type GitRepository } from '../../../support/git-repository';
import { memoryIo } from '../memory-io';

const zone = (
  location: string,
  name = 'zone',
): string => `resource ${name} 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: 'privatelink.we.backup.windowsazure.com'
  location: ${location}
}
`;

describe('pelint check: --changed', function () {
  if (!hasGit) this.pending = true;
  let repository: GitRepository;
  beforeEach(() => {
    repository = gitRepository({
      'old.bicep': zone("'eastus'"),
      'main.bicep': `param env string = 'prod'
var places = {
  prod: 'global'
  dev: 'northeurope'
  test: 'southeastasia'
}
${zone('places[env]')}`,
      'prod.bicepparam': "using 'main.bicep'\nparam env = 'prod'\n",
      'dev.bicepparam': "using 'main.bicep'\nparam env = 'dev'\n",
      'modules/zone.bicep': `param location string\n${zone('location')}${zone("'westeurope'", 'other')}`,
      'caller.bicep': "module it 'modules/zone.bicep' = { name: 'it', params: { location: 'westeurope' } }\n",
      'loader.bicep': `${zone("'westus'")}${zone("loadJsonContent('settings.json').place", 'loaded')}`,
      'settings.json': '{ "place": "global" }',
    });
  });
  afterEach(() => repository.remove());

  const run = async (args: string, cwd = ''): Promise<{ status: number; stdout: string; stderr: string }> => {
    const session = createSession();
    const io = memoryIo(path.join(repository.path, cwd), '', gitEnvironment());
    const engine = { rules, check: (request: CheckRequest, host: CheckHost) => check(request, host, session) };
    // The rules that look at what is unlinked or unused have nothing to do with it.
    return { status: await runCheck(`--select PE209 ${args}`.split(' '), io, engine), ...io.written };
  };
  const found = async (args: string, cwd?: string): Promise<string[]> => {
    const { findings } = JSON.parse((await run(`${args} --format json`, cwd)).stdout) as Report;
    return findings.map(({ file, startLine }) => `${file}:${startLine}`);
  };

  it('says so where what has changed is no template', async () => {
    repository.write('new.json', '{}');
    assert.match((await run('--changed')).stderr, /^pelint: no template in \. has changed\n$/);
    assert.match(
      (await run('--changed *.json')).stderr,
      /^pelint: no file that \*\.json matches is a template that has changed\n$/,
    );
  });

  it('reports nothing where nothing has changed, and says so', async () => {
    assert.deepEqual(await run('--changed'), {
      status: 0,
      stdout: 'Nothing was checked.\n',
      stderr: 'pelint: none of the 8 files here has changed since the last commit\n',
    });
    assert.equal((await found('.')).length > 3, true);
  });

  it('reports what stands in a changed file', async () => {
    repository.write('new.bicep', zone("'eastus'"));
    repository.write('old.bicep', `\n${zone("'eastus'")}`);
    const { status, stdout } = await run('--changed');
    assert.match(stdout, /^new\.bicep\n[^]*\nold\.bicep\n[^]*\n2 findings \(2 errors\) in 2 of 2 files\./);
    assert.equal(status, 1);
  });

  it('reports what a changed module suffers from, where it is to be mended, and leaves the rest of that file', async () => {
    repository.write('modules/zone.bicep', `// changed\nparam location string\n${zone('location')}`);
    assert.deepEqual(await found('--changed'), ['caller.bicep:1']);
    assert.deepEqual(await found('--changed modules'), []);
  });

  it('reports in a template what only changed parameter files bring about', async () => {
    repository.write('dev.bicepparam', "using 'main.bicep'\nparam env = 'test'\n");
    assert.deepEqual(await found('--changed'), ['main.bicep:5']);
    repository.commit();
    // The other one has had this before.
    repository.write('prod.bicepparam', "using 'main.bicep'\nparam env = 'test'\n");
    assert.deepEqual(await found('--changed'), []);
  });

  it('reports what stands in a file that a template loads, but nothing else of that template', async () => {
    repository.write('settings.json', '{ "place": "westus" }');
    assert.deepEqual(await found('--changed'), ['settings.json:1']);
    assert.match((await run('--changed')).stdout, /\n1 finding \(1 error\) in 1 of 1 file\./);
  });

  it('checks once where nothing is to be reported elsewhere', async () => {
    repository.write('old.bicep', zone("'westus'"));
    const session = createSession();
    let checks = 0;
    const engine = {
      rules,
      check: (request: CheckRequest, host: CheckHost) => {
        checks++;
        return check(request, host, session);
      },
    };
    await runCheck(['--changed'], memoryIo(repository.path, '', gitEnvironment()), engine);
    assert.equal(checks, 1);
  });

  it('is the part of what is named that has changed, seen from every folder', async () => {
    repository.write('sub/a.bicep', zone("'eastus'"));
    repository.write('b.bicep', zone("'eastus'"));
    assert.deepEqual(await found('--changed sub old.bicep'), ['sub/a.bicep:3']);
    assert.deepEqual(await found('--changed', 'sub'), ['a.bicep:3']);
    assert.equal((await run('--changed none.bicep')).status, 2);
  });

  it('goes back to where the work left a branch', async () => {
    repository.git(['checkout', '--quiet', '-b', 'work']);
    renameSync(path.join(repository.path, 'old.bicep'), path.join(repository.path, 'renamed.bicep'));
    rmSync(path.join(repository.path, 'caller.bicep'));
    repository.commit();
    assert.deepEqual(await found('--changed --since main'), ['renamed.bicep:3']);
    assert.match(
      (await run('--changed')).stderr,
      /^pelint: none of the 7 files here has changed since the last commit\n$/,
    );
  });

  it('mends only what it reports', async () => {
    const text = (file: string): string => readFileSync(path.join(repository.path, file), 'utf8');
    const called = "module it 'modules/zone.bicep' = { name: 'it', params: { location: 'global' } }\n";
    repository.write('modules/zone.bicep', `param location string\n${zone('location')}`);
    repository.write('settings.json', '{ "place": "westus" }');
    repository.write('old.bicep', `\n${zone("'eastus'")}`);
    const loader = text('loader.bicep');
    assert.equal((await run('--changed --fix')).stderr, 'pelint: fixed 2 findings in 2 files\n');
    assert.equal(text('old.bicep'), `\n${zone("'global'")}`);
    assert.equal(text('caller.bicep'), called);
    assert.equal(text('loader.bicep'), loader);
  });

  it('goes together with a baseline', async () => {
    await run('--baseline known.json --update-baseline');
    repository.write('old.bicep', `${zone("'eastus'")}${zone("'westus'", 'next')}`);
    assert.deepEqual(await found('--changed --baseline known.json'), ['old.bicep:7']);
  });

  it('fails where Git cannot tell, with the reason', async () => {
    await assert.rejects(run('--changed --since nowhere'), (error) => {
      return error instanceof UsageError && /^--since: Git knows no commit 'nowhere'/.test(error.message);
    });
  });

  const refused: readonly (readonly [args: string, message: RegExp])[] = [
    ['--since main', /^--since needs --changed\.$/],
    ['--changed --since=-x', /^--since needs a branch or another name of a commit, not '-x'\.$/],
    ['--changed --since=', /^--since needs a branch/],
    ['--changed --stdin-filename a.bicep', /^--changed and --stdin-filename exclude each other/],
    ['--changed --params prod.bicepparam', /^--changed and --params exclude each other/],
  ];
  for (const [args, message] of refused) {
    it(`refuses '${args}'`, () => assert.rejects(run(args), { name: 'UsageError', message }));
  }
});
