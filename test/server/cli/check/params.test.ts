import assert from 'node:assert/strict';
import { runCheck } from '../../../../server/src/cli/check/run';
import { UsageError } from '../../../../server/src/cli/usage-error';
import type { Report } from '../../../../server/src/formats/findings/report';
import { check, createSession } from '../../../../server/src/lint/check';
import { rules } from '../../../../server/src/rules';
import { temporaryFolder, type TemporaryFolder } from '../../../support/temporary-folder';
import { memoryIo } from '../memory-io';

/** A zone is a global resource; PE209 finds any other location, where it is written. */
const template = `param region string = 'global'
resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: 'privatelink.eus.backup.windowsazure.com'
  location: region == 'pick' ? 'westus' : region
}
`;

const parameters = (values: object): string =>
  JSON.stringify({
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#',
    contentVersion: '1.0.0.0',
    parameters: values,
  });

const published = {
  $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
  contentVersion: '1.0.0.0',
  parameters: { region: { type: 'string' } },
  resources: [
    {
      type: 'Microsoft.Network/privateDnsZones',
      apiVersion: '2024-06-01',
      name: 'privatelink.eus.backup.windowsazure.com',
      location: "[if(equals(parameters('region'), 'pick'), 'westus', parameters('region'))]",
    },
  ],
};

describe('pelint check with parameter files', () => {
  let folder: TemporaryFolder;
  beforeEach(() => {
    folder = temporaryFolder({
      '.git/HEAD': '',
      'main.bicep': template,
      'good.bicepparam': "using 'main.bicep'\n",
      'envs/bad.bicepparam': "using '../main.bicep'\nparam region = 'eastus'\n",
      'envs/pick.bicepparam': "using '../main.bicep'\nparam region = 'pick'\n",
    });
  });
  afterEach(() => folder.remove());

  const run = async (args: string): Promise<{ status: number; stdout: string; stderr: string }> => {
    const io = memoryIo(folder.path, '');
    const session = createSession();
    const engine = { rules, check: (...[request, host]: Parameters<EngineCheck>) => check(request, host, session) };
    return { status: await runCheck(args.split(' '), io, engine), ...io.written };
  };
  const found = async (args: string): Promise<string[]> => {
    const { findings } = JSON.parse((await run(`${args} --format json`)).stdout) as Report;
    return findings.map(({ ruleId, file, deployments }) => `${ruleId} ${file} [${deployments.join(', ')}]`);
  };

  it('says with which of them something is found', async () => {
    assert.deepEqual(await found('.'), [
      'PE209 envs/bad.bicepparam [envs/bad.bicepparam]',
      'PE209 main.bicep [envs/pick.bicepparam]',
    ]);
    const { stdout } = await run('.');
    assert.match(stdout, /^main\.bicep\n +\d+:\d+ +error +PE209 .*\[envs\/pick\.bicepparam\]$/m);
    assert.match(stdout, /^envs\/bad\.bicepparam\n +\d+:\d+ +error +PE209 .*[^\]]$/m);
  });

  it('uses those of --params instead of those that it finds, and reports what is wrong in them', async () => {
    assert.deepEqual(await found('main.bicep --params good.bicepparam'), []);
    assert.deepEqual(await found('main.bicep --params envs/bad.bicepparam'), [
      'PE209 envs/bad.bicepparam [envs/bad.bicepparam]',
    ]);
    assert.deepEqual(await found('main.bicep main.bicep . --params envs/pick.bicepparam --params good.bicepparam'), [
      'PE209 main.bicep [envs/pick.bicepparam]',
    ]);
  });

  it('leaves other templates the parameter files that they have', async () => {
    folder.write('other.bicep', template);
    folder.write('other.bicepparam', "using 'other.bicep'\nparam region = 'pick'\n");
    assert.deepEqual(await found('. --params good.bicepparam'), ['PE209 other.bicep [other.bicepparam]']);
  });

  it('deploys a template for itself that others use as a module', async () => {
    folder.write('around.bicep', "module main 'main.bicep' = { name: 'main', params: { region: 'global' } }\n");
    assert.deepEqual(await found('main.bicep --params envs/pick.bicepparam'), [
      'PE209 main.bicep [envs/pick.bicepparam]',
    ]);
  });

  it('takes JSON, wherever it is, for the one template that is named', async () => {
    const elsewhere = temporaryFolder({ 'values.json': parameters({ region: { value: 'pick' } }) });
    try {
      const [finding = ''] = await found(`main.bicep --params ${elsewhere.path}/values.json`);
      assert.match(finding, /^PE209 main\.bicep \[.*values\.json\]$/);
      const message = /values\.json does not say which template it is for: name one template, and one alone\.$/;
      for (const paths of ['.', 'main.bicep other.json']) {
        folder.write('other.json', '{}');
        await assert.rejects(
          run(`${paths} --params ${elsewhere.path}/values.json`),
          (error) => error instanceof UsageError && message.test(error.message),
        );
      }
    } finally {
      elsewhere.remove();
    }
  });

  it('belongs to the text on standard input', async () => {
    folder.write('values.json', parameters({ region: { value: 'eastus' } }));
    const io = memoryIo(folder.path, template);
    const session = createSession();
    const engine = { rules, check: (...[request, host]: Parameters<EngineCheck>) => check(request, host, session) };
    const args = ['--stdin-filename', 'main.bicep', '--params', 'values.json'];
    assert.equal(await runCheck(args, io, engine), 1);
    assert.match(io.written.stdout, /^values\.json$/m);
  });

  it('refuses what is no file, and no parameter file by its name', async () => {
    await assert.rejects(
      run('. --params none.bicepparam'),
      new UsageError("--params names 'none.bicepparam', and there is no such file."),
    );
    await assert.rejects(
      run('. --params main.bicep'),
      new UsageError("--params needs a .bicepparam or JSON file, which 'main.bicep' is not."),
    );
  });

  it('fails where a file is for nothing that is checked', async () => {
    folder.write('lost.bicepparam', 'using none\n');
    folder.write('template.json', JSON.stringify(published));
    for (const name of ['lost.bicepparam', 'template.json']) {
      const { status, stderr } = await run(`main.bicep --params ${name}`);
      const message = `pelint: cannot read ${name}: it is no parameter file of a template that is checked\n`;
      assert.deepEqual({ status, stderr }, { status: 2, stderr: message });
    }
  });

  it('reads a template outside the project that they name, and holds it against a strict run if there is none', async () => {
    folder.write('inner/.git/HEAD', '');
    folder.write('inner/bad.bicepparam', "using '../main.bicep'\nparam region = 'eastus'\n");
    assert.deepEqual(await found('inner'), ['PE209 inner/bad.bicepparam [inner/bad.bicepparam]']);
    folder.write('inner/bad.bicepparam', "using 'none.bicep'\n");
    assert.deepEqual(await run('inner'), { status: 0, stdout: 'No findings in 1 file.\n', stderr: '' });
    const { status, stderr } = await run('inner --strict');
    const message = 'pelint: cannot read inner/none.bicep: no such file or folder\n';
    assert.deepEqual({ status, stderr }, { status: 2, stderr: message });
  });

  it('reads a published template from the module cache', async () => {
    folder.write('cache/br/acme.azurecr.io/dns$zone/v1$/main.json', JSON.stringify(published));
    folder.write('zone/east.bicepparam', "using 'br:acme.azurecr.io/dns/zone:v1'\nparam region = 'eastus'\n");
    folder.write('zone/pick.bicepparam', "using 'br:acme.azurecr.io/dns/zone:v1'\nparam region = 'pick'\n");
    const { stdout } = await run('zone --module-cache cache');
    assert.match(stdout, /^zone\/east\.bicepparam\n +2:\d+ +error +PE209 [^(]*$/m);
    assert.match(stdout, /^zone\/pick\.bicepparam\n +1:\d+ +error +PE209 .*'br:acme\.azurecr\.io\/dns\/zone:v1'\)$/m);
    assert.equal((await run('zone --module-cache envs')).status, 0);
    assert.deepEqual(await found('zone/east.bicepparam --module-cache cache --params zone/east.bicepparam'), [
      'PE209 zone/east.bicepparam [zone/east.bicepparam]',
    ]);
  });
});

type EngineCheck = (
  request: Parameters<typeof check>[0],
  host: Parameters<typeof check>[1],
) => ReturnType<typeof check>;
