import assert from 'node:assert/strict';
import { runCheck } from '../../../../server/src/cli/check/run';
import { rules } from '../../../../server/src/rules';
import { temporaryFolder, type TemporaryFolder } from '../../../support/temporary-folder';
import { memoryIo } from '../memory-io';

interface Printed {
  readonly file: string;
  readonly configurations: readonly string[];
  readonly ignored: boolean;
  readonly dns: object;
  readonly cloud: object;
  readonly rules: Readonly<Record<string, { readonly name: string; readonly level: string; readonly from: string }>>;
}

describe('pelint check --print-config', () => {
  let folder: TemporaryFolder;
  beforeEach(() => {
    folder = temporaryFolder({
      '.git/HEAD': '',
      'base.json': '{ "dns": "policy", "rules": { "PE101": "info", "PE102": "info" } }',
      'pelint.config.json': `{
        "extends": "./base.json",
        "rules": { "PE102": "warning", "PE103": "warning" },
        "overrides": [
          { "files": "other/**", "rules": { "PE103": "off" } },
          { "files": "infra/**", "rules": { "PE103": "info" }, "cloud": "usgov" },
        ],
        "ignore": ["infra/generated/**"],
      }`,
    });
  });
  afterEach(() => folder.remove());

  const run = async (...args: readonly string[]): Promise<{ status: number; stdout: string; stderr: string }> => {
    const io = memoryIo(folder.path, '');
    const check = (): never => assert.fail('Nothing is to be checked.');
    return { status: await runCheck(args, io, { rules, check }), ...io.written };
  };
  const print = async (...args: readonly string[]): Promise<Printed> => {
    const { status, stdout, stderr } = await run('--print-config', ...args);
    assert.deepEqual({ status, stderr }, { status: 0, stderr: '' });
    return JSON.parse(stdout) as Printed;
  };

  it('tells each level with what says so', async () => {
    const printed = await print('infra/main.bicep', '--severity', 'PE104=off', '--select', 'PE1,PE113');
    assert.equal(printed.file, 'infra/main.bicep');
    assert.deepEqual(printed.configurations, ['pelint.config.json', 'base.json']);
    assert.deepEqual(
      Object.keys(printed.rules),
      rules.map(({ id }) => id),
    );
    const levels = ['PE101', 'PE102', 'PE103', 'PE104', 'PE105', 'PE113', 'PE201'].map((id) => {
      const { level, from } = printed.rules[id] ?? {};
      return [id, level, from];
    });
    assert.deepEqual(levels, [
      ['PE101', 'info', 'base.json'],
      ['PE102', 'warning', 'pelint.config.json'],
      ['PE103', 'info', 'pelint.config.json, override 2'],
      ['PE104', 'off', 'options'],
      ['PE105', 'error', 'default'],
      ['PE113', 'info', 'options'],
      ['PE201', 'off', 'options'],
    ]);
  });

  it('tells the settings, too', async () => {
    const { dns, cloud, ignored } = await print('infra/main.bicep');
    assert.deepEqual(dns, { value: 'policy', from: 'base.json' });
    assert.deepEqual(cloud, { value: 'usgov', from: 'pelint.config.json, override 2' });
    assert.equal(ignored, false);
    assert.equal((await print('infra/generated/a.bicep')).ignored, true);
    assert.deepEqual((await print('infra/main.bicep', '--cloud', 'china')).cloud, { value: 'china', from: 'options' });
    assert.deepEqual((await print('infra/main.bicep', '--no-config')).dns, { value: null, from: 'default' });
  });

  it('tells of mistakes instead', async () => {
    folder.write('infra/pelint.config.json', '{ "ruels": {} }');
    const { status, stdout, stderr } = await run('--print-config', 'infra/main.bicep');
    assert.deepEqual({ status, stdout }, { status: 2, stdout: '' });
    assert.match(stderr, /^pelint: infra\/pelint\.config\.json:1:3: /);
  });
});
