import { strict as assert } from 'node:assert';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ConfigurationRequest, DiagnosticSeverity } from 'vscode-languageserver/node';
import { uriOfPath } from '../../../server/src/host/paths';
import { LanguageServer, usualCapabilities } from '../../support/language-server';
import { temporaryFolder } from '../../support/temporary-folder';

const zone =
  "resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = {\n  name: 'privatelink.westeurope.backup.windowsazure.com'\n}\n";
const uri = 'untitled:Untitled-1';
const askable = {
  ...usualCapabilities,
  workspace: { ...usualCapabilities.workspace, configuration: true },
};

describe('settings of the editor', () => {
  let server: LanguageServer;

  afterEach(async () => {
    assert.equal(await server.stop(), 0);
  });

  it('give a rule another level, by ID or by name, as soon as they are made', async () => {
    server = await LanguageServer.start({ capabilities: askable });
    await server.open(uri, 'bicep', zone);
    await server.shows(uri, ([finding]) => finding?.severity === DiagnosticSeverity.Error);
    await server.set({ rules: { pe202: 'info' } });
    await server.shows(uri, ([finding]) => finding?.severity === DiagnosticSeverity.Information);
    await server.set({ rules: { PE202: 'off' } });
    await server.shows(uri, (diagnostics) => diagnostics.every(({ code }) => code !== 'PE202'));
    await server.set(null);
    await server.shows(uri, (diagnostics) => diagnostics.some(({ code }) => code === 'PE202'));
  });

  for (const nonsense of [
    7,
    'all',
    [],
    { rules: 5 },
    { rules: null },
    { rules: { PE202: 'loud', PE999: 'off', '': {} } },
  ])
    it(`that make no sense, such as ${JSON.stringify(nonsense)}, are passed over`, async () => {
      server = await LanguageServer.start({ capabilities: askable });
      server.settings = nonsense;
      await server.open(uri, 'bicep', zone);
      await server.shows(uri, ([finding]) => finding?.severity === DiagnosticSeverity.Error);
    });

  it('come at the start, and with the notification, from a client that cannot be asked', async () => {
    server = await LanguageServer.start({ initializationOptions: { settings: { rules: { PE202: 'info' } } } });
    await server.open(uri, 'bicep', zone);
    await server.shows(uri, ([finding]) => finding?.severity === DiagnosticSeverity.Information);
    const settings = { pelint: { rules: { PE202: 'warning' } } };
    await server.connection.sendNotification('workspace/didChangeConfiguration', { settings });
    await server.shows(uri, ([finding]) => finding?.severity === DiagnosticSeverity.Warning);
  });

  it('are those of a folder of the workspace, also where several are in one project', async () => {
    const folder = temporaryFolder({ '.git/HEAD': '' });
    const uriOf = (name: string): string => uriOfPath(path.join(folder.path, name));
    const levels = new Map([
      [uriOf('a'), 'info'],
      [uriOf('b'), 'off'],
    ]);
    server = await LanguageServer.start({ capabilities: askable, folders: [uriOf('a'), uriOf('b')] });
    server.connection.onRequest(ConfigurationRequest.type, ({ items }) =>
      items.map(({ scopeUri = '' }) => ({ rules: { PE202: levels.get(scopeUri) ?? 'warning' } })),
    );
    for (const name of ['a/main.bicep', 'b/main.bicep', 'main.bicep']) await server.open(uriOf(name), 'bicep', zone);
    await server.shows(uriOf('a/main.bicep'), ([found]) => found?.severity === DiagnosticSeverity.Information);
    await server.shows(uriOf('main.bicep'), ([found]) => found?.severity === DiagnosticSeverity.Warning);
    await server.settled(uriOf('b/main.bicep'));
    assert.deepEqual(server.diagnostics(uriOf('b/main.bicep')), []);
    folder.remove();
  });

  it('are not waited for without end', async () => {
    server = await LanguageServer.start({ capabilities: askable });
    server.connection.onRequest(ConfigurationRequest.type, () => wait(60_000, [], { ref: false }));
    await server.open(uri, 'bicep', zone);
    await server.shows(uri, (diagnostics) => diagnostics.length > 0);
  });
});
