import { strict as assert } from 'node:assert';
import { setTimeout as wait } from 'node:timers/promises';
import { ConfigurationRequest, DiagnosticSeverity } from 'vscode-languageserver/node';
import { LanguageServer, usualCapabilities } from '../../support/language-server';

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

  it('are not waited for without end', async () => {
    server = await LanguageServer.start({ capabilities: askable });
    server.connection.onRequest(ConfigurationRequest.type, () => wait(60_000, [], { ref: false }));
    await server.open(uri, 'bicep', zone);
    await server.shows(uri, (diagnostics) => diagnostics.length > 0);
  });
});
