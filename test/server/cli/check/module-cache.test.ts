import assert from 'node:assert/strict';
import path from 'node:path';
import { runCheck } from '../../../../server/src/cli/check/run';
import type { Engine } from '../../../../server/src/cli/engine';
import { UsageError } from '../../../../server/src/cli/usage-error';
import { check, createSession } from '../../../../server/src/lint/check';
import { rules } from '../../../../server/src/rules';
import { temporaryFolder, type TemporaryFolder } from '../../../support/temporary-folder';
import { memoryIo } from '../memory-io';

const zone = {
  $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
  contentVersion: '1.0.0.0',
  resources: [
    {
      type: 'Microsoft.Network/privateDnsZones',
      apiVersion: '2024-06-01',
      name: 'privatelink.eus.backup.windowsazure.com',
      location: 'eastus',
    },
  ],
};

describe('pelint check --module-cache', () => {
  let folder: TemporaryFolder;
  beforeEach(() => {
    folder = temporaryFolder({
      '.git/HEAD': '',
      'main.bicep': "module zone 'br:acme.azurecr.io/dns/zone:V1' = { name: 'zone' }\n",
      'modules/br/acme.azurecr.io/dns$zone/V1$1/main.json': JSON.stringify(zone),
    });
  });
  afterEach(() => folder.remove());

  const run = async (...args: readonly string[]): Promise<{ status: number; stdout: string; stderr: string }> => {
    const io = memoryIo(folder.path, '');
    return { status: await runCheck(['main.bicep', ...args], io, engine()), ...io.written };
  };

  it('reads published modules from the folder', async () => {
    const { status, stdout } = await run('--module-cache', 'modules', '--strict');
    assert.equal(status, 1);
    assert.match(stdout, /^ +1:8 +error +PE209 .* \(inside the module 'br:acme\.azurecr\.io\/dns\/zone:V1'\)$/m);
  });

  it('is silent about modules that are not there, unless it is strict', async () => {
    const lenient = await run('--module-cache', '.');
    assert.deepEqual({ status: lenient.status, stderr: lenient.stderr }, { status: 0, stderr: '' });
    const strict = await run('--module-cache', '.', '--strict');
    assert.equal(strict.status, 2);
    const missing = 'br/acme.azurecr.io/dns$zone/V1$1/main.json';
    assert.equal(strict.stderr, `pelint: cannot read ${missing}: no such file or folder\n`);
  });

  it('does not judge what is published for itself, though the folder lies in the project', async () => {
    const io = memoryIo(folder.path);
    assert.equal(await runCheck(['.', '--fix', '--module-cache', 'modules'], io, engine()), 1);
    assert.match(io.written.stdout, /^1 finding \(1 error\)/m);
    assert.doesNotMatch(io.written.stdout, /main\.json/);
  });

  it('refuses what is no folder', async () => {
    for (const name of ['none', 'main.bicep']) {
      await assert.rejects(
        run('--module-cache', name),
        new UsageError(`--module-cache needs a folder, which '${name}' is not.`),
      );
    }
    assert.equal((await run('--module-cache', path.join(folder.path, 'modules'))).status, 1);
  });
});

function engine(): Engine {
  const session = createSession();
  return { rules, check: (request, host) => check(request, host, session) };
}
