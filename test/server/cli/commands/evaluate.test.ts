import assert from 'node:assert/strict';
import { run } from '../../../../server/src/cli/commands/evaluate';
import { temporaryFolder, type TemporaryFolder } from '../../../support/temporary-folder';
import { memoryIo } from '../memory-io';

const template = `param name string = 'v'
resource vault 'Microsoft.RecoveryServices/vaults@2024-04-01' = {
  name: name
  location: 'northeurope'
}
`;

describe('pelint evaluate', () => {
  let folder: TemporaryFolder;
  before(() => {
    folder = temporaryFolder({
      '.git/HEAD': '',
      'main.bicep': template,
      'other.bicep': template,
      'main.bicepparam': "using 'main.bicep'\nparam name = 'given'\n",
      'envs/prod.bicepparam': "using '../main.bicep'\nparam name = 'prod'\n",
      'lost.bicepparam': "using './gone.bicep'\n",
      'published.bicepparam': "using 'br/public:avm/res/network/nothing:9.9.9'\n",
      'loose.parameters.json': JSON.stringify({
        $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#',
        contentVersion: '1.0.0.0',
        parameters: {},
      }),
      'huge.bicep': `var a0 = 'ab'\nvar a = reduce(range(0, 18), a0, (t, i) => '\${t}\${t}')\n${template.replace('name: name', "name: 'v'\n  tags: { value: a, list: range(0, 1000000000) }")}`,
    });
  });
  after(() => folder.remove());

  const evaluate = async (...args: string[]): Promise<string> => {
    const io = memoryIo(folder.path);
    assert.equal(await run([...args, '--module-cache', folder.path], io), 0);
    return io.written.stdout;
  };

  const refuses = async (expected: RegExp, ...args: string[]): Promise<void> => {
    await assert.rejects(evaluate(...args), { name: 'UsageError', message: expected });
  };

  it('takes the parameter files that name the template', async () => {
    assert.match(await evaluate('main.bicep', '--params', 'envs/prod.bicepparam'), /"name": "prod"/);
    assert.match(await evaluate('main.bicepparam'), /"name": "given"/);
  });

  it('refuses a parameter file that names another template', async () => {
    await refuses(
      /^envs\/prod\.bicepparam has the parameters of \.\.\/main\.bicep, not of other\.bicep\.$/,
      'other.bicep',
      '--params',
      'envs/prod.bicepparam',
    );
  });

  it('says which template a parameter file lacks', async () => {
    await refuses(/^The template of lost\.bicepparam, \.\/gone\.bicep, is not there\.$/, 'lost.bicepparam');
    await refuses(/is not in the module cache\.$/, 'published.bicepparam');
    await refuses(/^No template belongs to loose\.parameters\.json\. .* --params\.$/, 'loose.parameters.json');
  });

  it('prints why something is not known that would be too large', async () => {
    const output = await evaluate('huge.bicep');
    assert.match(output, /"value": \{\s*"unknown": "the text is too long"/);
    assert.match(output, /"list": \{\s*"unknown": "range\(\) depends on what is not known"/);
    assert.ok(output.length < 5_000);
  });
});
