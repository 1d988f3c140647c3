import { strict as assert } from 'node:assert';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkedNotification, type CheckedProject } from '../../../server/src/protocol';
import { LanguageServer } from '../../support/language-server';

const main = `param location string
resource vault 'Microsoft.RecoveryServices/vaults@2024-04-01' = {
  name: 'rsv'
  location: location
}
module zones 'zones.bicep' = {}
`;
const zones = `resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: 'privatelink.westeurope.backup.windowsazure.com'
  location: 'global'
}
`;
const parameters = (location: string): string => `using 'main.bicep'\nparam location = '${location}'\n`;

describe('what the language server tells of its checks', () => {
  let folder: string;
  let server: LanguageServer;
  const uriOf = (name: string): string => pathToFileURL(path.join(folder, name)).href;
  const project = (): string => pathToFileURL(folder).href;

  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'pelint-lsp-'));
    mkdirSync(path.join(folder, '.git'));
    const files = {
      'main.bicep': main,
      'zones.bicep': zones,
      'dev.bicepparam': parameters('westeurope'),
      'prod.bicepparam': parameters('eastus2'),
    };
    for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  });

  afterEach(async () => {
    assert.equal(await server.stop(), 0);
    rmSync(folder, { recursive: true });
  });

  it('is the deployments, regions and findings of every open document, modules included', async () => {
    server = await LanguageServer.start({ folders: [project()], initializationOptions: { announceChecks: true } });
    const uris = [uriOf('main.bicep'), uriOf('zones.bicep')];
    const checked = nextCheck(server, ({ documents }) => documents.length === 2);
    await server.open(uriOf('main.bicep'), 'bicep', main);
    await server.open(uriOf('zones.bicep'), 'bicep', zones);
    const deployments = ['dev', 'prod'].map((name) => ({
      template: uriOf('main.bicep'),
      parameters: uriOf(`${name}.bicepparam`),
    }));
    const regions = ['West Europe', 'East US 2'];
    const documents = uris.map((uri) => ({ uri, deployments, regions, errors: 1, warnings: 0 }));
    assert.deepEqual(await checked, { project: project(), documents });
  });

  it('knows the regions of the configuration', async () => {
    writeFileSync(path.join(folder, 'pelint.config.json'), '{ "geoCodes": { "newregion": "nr" } }');
    writeFileSync(path.join(folder, 'prod.bicepparam'), parameters('newregion'));
    server = await LanguageServer.start({ folders: [project()], initializationOptions: { announceChecks: true } });
    const checked = nextCheck(server, () => true);
    await server.open(uriOf('main.bicep'), 'bicep', main);
    assert.deepEqual((await checked).documents[0]?.regions, ['West Europe', 'newregion']);
  });

  it('is nothing once the last document of a project is closed', async () => {
    server = await LanguageServer.start({ folders: [project()], initializationOptions: { announceChecks: true } });
    const opened = nextCheck(server, ({ documents }) => documents.length === 1);
    await server.open(uriOf('main.bicep'), 'bicep', main);
    await opened;
    const closed = nextCheck(server, () => true);
    await server.close(uriOf('main.bicep'));
    assert.deepEqual(await closed, { project: project(), documents: [] });
  });

  it('is not told to clients that do not ask for it', async () => {
    server = await LanguageServer.start({ folders: [project()] });
    const told: unknown[] = [];
    server.connection.onNotification(checkedNotification, (checked) => void told.push(checked));
    await server.open(uriOf('main.bicep'), 'bicep', main);
    await server.settled(uriOf('main.bicep'));
    assert.deepEqual(told, []);
  });
});

function nextCheck(server: LanguageServer, wanted: (checked: CheckedProject) => boolean): Promise<CheckedProject> {
  return new Promise((resolve) => {
    server.connection.onNotification(checkedNotification, (checked: CheckedProject) => {
      if (wanted(checked)) resolve(checked);
    });
  });
}
