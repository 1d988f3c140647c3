import { strict as assert } from 'node:assert';
import { spawn } from 'node:child_process';
import path from 'node:path';
import {
  DocumentDiagnosticRequest,
  ErrorCodes,
  ExitNotification,
  InitializeRequest,
  LSPErrorCodes,
  ResponseError,
  ShutdownRequest,
} from 'vscode-languageserver/node';
import { regionsRequest } from '../../../../server/src/protocol';
import { LanguageServer, pullCapabilities } from '../../../support/language-server';
import { repositoryRoot } from '../../../support/repository';

const uri = 'untitled:Untitled-1';
const zone =
  "resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = {\n  name: 'privatelink.westeurope.backup.windowsazure.com'\n}\n";
const command = path.join(repositoryRoot, 'dist', 'cli.js');

describe('the life of a language server', () => {
  let server: LanguageServer;

  afterEach(() => {
    server.process.kill('SIGKILL');
  });

  it('begins with initialize: before that, requests are refused and notifications passed over', async () => {
    server = LanguageServer.launch();
    await assert.rejects(server.connection.sendRequest(regionsRequest), hasCode(ErrorCodes.ServerNotInitialized));
    await server.open(uri, 'bicep', zone);
    await assert.rejects(server.pull(uri), hasCode(ErrorCodes.ServerNotInitialized));
    await server.initialize({ capabilities: pullCapabilities });
    const { kind, ...report } = await server.pull(uri);
    assert.deepEqual([kind, 'items' in report && report.items], ['full', []]);
    assert.equal(await server.stop(), 0);
  });

  it('begins once, and not with nothing', async () => {
    server = LanguageServer.launch();
    for (const nothing of [null, 7, {}, { capabilities: null }])
      await assert.rejects(
        server.connection.sendRequest(InitializeRequest.method, nothing),
        hasCode(ErrorCodes.InvalidParams),
      );
    await server.initialize();
    await assert.rejects(server.initialize(), hasCode(ErrorCodes.InvalidRequest));
    await server.open(uri, 'bicep', zone);
    await server.shows(uri, (diagnostics) => diagnostics.length > 0);
    assert.equal(await server.stop(), 0);
  });

  it('begins with a client that says nothing but what it must', async () => {
    server = LanguageServer.launch();
    await server.connection.sendRequest(InitializeRequest.method, { capabilities: {} });
    await server.open(uri, 'bicep', zone);
    await server.shows(uri, (diagnostics) => diagnostics.length > 0);
    assert.equal(await server.stop(), 0);
  });

  it('is over after shutdown: what comes then but exit is refused', async () => {
    server = await LanguageServer.start({ capabilities: pullCapabilities });
    await server.connection.sendRequest(ShutdownRequest.type);
    for (const method of [DocumentDiagnosticRequest.method, ShutdownRequest.method, regionsRequest])
      await assert.rejects(server.connection.sendRequest(method, {}), hasCode(ErrorCodes.InvalidRequest), method);
    await server.open(uri, 'bicep', zone);
    await server.connection.sendNotification(ExitNotification.type);
    assert.equal(await server.ended(5_000), 0);
  });

  it('leaves nobody waiting after shutdown', async () => {
    server = await LanguageServer.start({ capabilities: pullCapabilities });
    const waiting = server.pullWorkspace();
    await server.settled(uri);
    await server.connection.sendRequest(ShutdownRequest.type);
    await assert.rejects(waiting, hasCode(LSPErrorCodes.RequestCancelled));
  });

  it('ends with status 1 when exit comes without shutdown, or before initialize', async () => {
    for (const launch of [() => LanguageServer.start(), () => Promise.resolve(LanguageServer.launch())]) {
      server = await launch();
      await server.connection.sendNotification(ExitNotification.type);
      assert.equal(await server.ended(5_000), 1);
    }
  });

  for (const launched of [[command, 'lsp', '--stdio'], undefined])
    it(`ends when its client does not say so but is gone (${launched === undefined ? 'server' : 'pelint lsp'})`, async () => {
      server = LanguageServer.launch(launched);
      await server.initialize();
      await server.open(uri, 'bicep', zone);
      server.process.stdin?.destroy();
      assert.equal(await server.ended(5_000), 1);
    });

  it('ends when its client is killed and something else holds its input open', async () => {
    // Where the client has started others, these may have its end of the pipe, too.
    const client = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    server = LanguageServer.launch([command, 'lsp', '--stdio']);
    await server.initialize({ ...(client.pid !== undefined && { processId: client.pid }) });
    client.kill('SIGKILL');
    // It looks for its client every three seconds.
    assert.equal(await server.ended(10_000), 1);
  });

  it('ends when nobody reads its output any more', async () => {
    server = await LanguageServer.start();
    for (let round = 0; round < 20; round++) await server.open(`untitled:Untitled-${round}`, 'bicep', zone);
    server.process.stdout?.destroy();
    server.process.stdin?.end();
    assert.equal(await server.ended(5_000), 1);
  });
});

function hasCode(code: number): (error: unknown) => boolean {
  return (error) => error instanceof ResponseError && error.code === code;
}
