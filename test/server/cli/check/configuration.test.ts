import assert from 'node:assert/strict';
import { runCheck } from '../../../../server/src/cli/check/run';
import { run as runEvaluate } from '../../../../server/src/cli/commands/evaluate';
import type { Report } from '../../../../server/src/formats/findings/report';
import { UsageError } from '../../../../server/src/cli/usage-error';
import { check, createSession } from '../../../../server/src/lint/check';
import { rules } from '../../../../server/src/rules';
import { temporaryFolder, type TemporaryFolder } from '../../../support/temporary-folder';
import { memoryIo } from '../memory-io';

const zone = `resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: 'privatelink.westeurope.backup.windowsazure.com'
  location: 'global'
}
`;

describe('the configuration of pelint check', () => {
  let folder: TemporaryFolder;
  beforeEach(() => (folder = temporaryFolder({ '.git/HEAD': '', 'infra/main.bicep': zone })));
  afterEach(() => folder.remove());

  const run = async (...args: readonly string[]): Promise<{ status: number; stdout: string; stderr: string }> => {
    const io = memoryIo(folder.path, '');
    const session = createSession();
    const engine = {
      rules,
      check: (...[request, host]: [Parameters<typeof check>[0], Parameters<typeof check>[1]]) =>
        check(request, host, session),
    };
    return { status: await runCheck(args, io, engine), ...io.written };
  };
  const configure = (config: unknown, file = 'pelint.config.json'): string =>
    folder.write(file, typeof config === 'string' ? config : JSON.stringify(config));

  it('counts, unless --no-config says otherwise', async () => {
    assert.equal((await run()).status, 1);
    configure({ rules: { PE202: 'warning' } });
    assert.equal((await run()).status, 0);
    assert.equal((await run('--no-config')).status, 1);
  });

  it('is overruled by the options', async () => {
    configure({ rules: { PE202: 'off' } });
    assert.equal((await run('--severity', 'PE202=error')).status, 1);
    assert.equal((await run('--select', 'PE202')).status, 1);
    assert.match((await run('--select', 'PE2')).stdout, /^No findings/);
    configure({ rules: { PE202: 'error' } });
    assert.equal((await run('--ignore', 'PE202')).status, 0);
  });

  it('is that of --config for all files, with patterns from the root of the project', async () => {
    configure({ rules: { PE202: 'off' } });
    configure({ overrides: [{ files: 'infra/**', rules: { PE202: 'warning' } }] }, 'ci/lint.json');
    const { status, stdout } = await run('--config', 'ci/lint.json');
    assert.equal(status, 0);
    assert.match(stdout, /warning +PE202/);
  });

  it('is refused where it is wrong, with the place and the nearest right word, and nothing is written', async () => {
    configure('{\n  "rules": { "PE220": "off" },\n  "dms": "policy"\n}\n');
    const { status, stdout, stderr } = await run('--fix', '--exit-zero');
    assert.deepEqual([status, stdout], [2, '']);
    const [rule, key] = stderr.split('\n');
    assert.match(rule ?? '', /^pelint: pelint\.config\.json:2:14: 'PE220' is not a rule\. Did you mean 'PE2\d\d'\?$/);
    assert.equal(key, "pelint: pelint.config.json:3:3: There is no key 'dms'. Did you mean 'dns'?");
  });

  it('is refused where files extend each other in a circle', async () => {
    configure({ extends: './a.json' });
    configure({ extends: './pelint.config.json' }, 'a.json');
    const { status, stderr } = await run();
    assert.equal(status, 2);
    assert.match(stderr, /^pelint: a\.json:1:12: This leads back to the same file: /);
  });

  it('is not asked for where nothing is checked by it', async () => {
    configure('{ "rulez": {} }', 'other/pelint.config.json');
    assert.equal((await run('infra', '--severity', 'PE202=off')).status, 0);
  });

  it('leaves files out, and says so of those that were named', async () => {
    configure({ ignore: ['infra'] });
    const named = await run('infra/main.bicep');
    assert.deepEqual([named.status, named.stdout], [0, 'Nothing was checked.\n']);
    assert.equal(named.stderr, 'pelint: infra/main.bicep is left out by the configuration; --no-ignore checks it\n');
    assert.equal((await run('--no-ignore')).status, 1);
  });

  it('suppresses findings, which are listed with the reason when that is asked for', async () => {
    configure({ suppressions: [{ rule: 'PE202', path: 'infra', reason: 'moves', until: '2999-12-31' }] });
    const hidden = await run();
    assert.deepEqual([hidden.status, hidden.stdout], [0, 'No findings in 1 file (1 suppressed).\n']);
    const listed = JSON.parse((await run('--show-suppressed', '--format', 'json')).stdout) as Report;
    const [{ suppression } = { suppression: null }] = listed.findings;
    const place = { file: 'pelint.config.json', startLine: 1, startColumn: '{"suppressions":['.length + 1 };
    assert.deepEqual(
      { ...suppression, endLine: 0, endColumn: 0 },
      {
        kind: 'external',
        reason: 'moves',
        until: '2999-12-31',
        ...place,
        endLine: 0,
        endColumn: 0,
      },
    );
    configure({ suppressions: [{ rule: 'PE202', path: 'infra', reason: 'moves', until: '2020-12-31' }] });
    const ended = await run();
    assert.equal(ended.status, 1);
    assert.match(ended.stdout, /pelint\.config\.json:1:18 +the suppression ended with 2020-12-31/);
  });

  it('must be there where it is named', async () => {
    await assert.rejects(run('--config', 'none.json'), UsageError);
    await assert.rejects(run('--config', 'none.json', '--no-config'), /exclude each other/);
  });

  it('holds for pelint evaluate, too', async () => {
    folder.write(
      'loc.bicep',
      "resource v 'Microsoft.RecoveryServices/vaults@2025-02-01' = { name: 'v', location: resourceGroup().location }",
    );
    const evaluated = async (...args: string[]): Promise<[number, string]> => {
      const io = memoryIo(folder.path);
      return [await runEvaluate(['loc.bicep', ...args], io), io.written.stdout + io.written.stderr];
    };
    configure({ defaultLocation: 'northeurope' });
    assert.match((await evaluated())[1], /"location": "northeurope"/);
    assert.doesNotMatch((await evaluated('--no-config'))[1], /"location": "northeurope"/);
    configure({ defaultLocations: 'northeurope' });
    await assert.rejects(evaluated(), /^UsageError: pelint\.config\.json:1:2: There is no key 'defaultLocations'/);
  });
});
