import { strict as assert } from 'node:assert';
import { once } from 'node:events';
import { ResponseError } from 'vscode-languageserver';
import {
  expectedFqdnsRequest,
  regionsRequest,
  syntaxErrorsNotification,
  type ExpectedFqdnsResult,
  type Region,
} from '../../../server/src/protocol';
import { LanguageServer } from '../../support/language-server';

const zone =
  "resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = {\n  name: 'privatelink.westeurope.backup.windowsazure.com'\n}\n";
const uri = 'untitled:Untitled-1';

describe('custom requests of the language server', () => {
  let server: LanguageServer;

  before(async () => {
    server = await LanguageServer.start();
  });

  after(async () => {
    assert.equal(await server.stop(), 0);
  });

  it('list the regions, with code and cloud', async () => {
    const regions = await server.connection.sendRequest<Region[]>(regionsRequest);
    assert.deepEqual(
      regions.find(({ name }) => name === 'westeurope'),
      { name: 'westeurope', displayName: 'West Europe', geoCode: 'we', cloud: 'Azure public cloud' },
    );
    const names = regions.map(({ displayName }) => displayName);
    assert.deepEqual(
      names,
      [...names].sort((one, other) => one.localeCompare(other, 'en')),
    );
  });

  it('print a list for every region that they offer', async () => {
    for (const { name, geoCode } of await server.connection.sendRequest<Region[]>(regionsRequest)) {
      const { text } = await expectedFqdns(server, [name]);
      assert.ok(text.includes(`.${geoCode}.backup.`), `${name}: ${text}`);
    }
  });

  it('take names as people write them, several at once', async () => {
    const { text } = await expectedFqdns(server, ['East US 2', 'we']);
    assert.match(text, /\.eus2\.backup\.windowsazure\.com/);
    assert.match(text, /\.we\.backup\.windowsazure\.com/);
  });

  it('refuse a region that does not exist, with its name', async () => {
    await assert.rejects(
      expectedFqdns(server, ['atlantis']),
      (error) => error instanceof ResponseError && /"atlantis"/.test(error.message),
    );
  });
});

describe('syntax errors in the language server', () => {
  let server: LanguageServer;
  const broken = "resource zone '\n";

  afterEach(async () => {
    assert.equal(await server.stop(), 0);
  });

  it('are reported unless the client says that another extension does', async () => {
    server = await LanguageServer.start();
    await server.open(uri, 'bicep', broken);
    await server.shows(uri, (diagnostics) => diagnostics.some(({ code }) => code === 'PE001'));
    await server.connection.sendNotification(syntaxErrorsNotification, { bicep: false, json: false });
    await server.shows(uri, (diagnostics) => diagnostics.length === 0);
  });

  it('are not reported where the client says so at the start', async () => {
    server = await LanguageServer.start({
      initializationOptions: { syntaxErrors: { bicep: false, json: false } },
    });
    await server.open(uri, 'bicep', broken);
    await server.settled(uri);
    assert.deepEqual(server.diagnostics(uri), []);
  });
});

describe('a language server that is badly treated', () => {
  let server: LanguageServer;
  let expectedStatus = 0;

  beforeEach(() => {
    expectedStatus = 0;
  });

  afterEach(async () => {
    assert.equal(await server.stop(), expectedStatus);
  });

  it('survives malformed requests and notifications', async () => {
    server = await LanguageServer.start();
    const { connection } = server;
    for (const params of [undefined, null, 7, {}, { textDocument: null }, { textDocument: { uri: 5 } }, []]) {
      for (const method of [
        'textDocument/didOpen',
        'textDocument/didChange',
        'textDocument/didClose',
        'workspace/didChangeWatchedFiles',
        'unknown/notification',
        syntaxErrorsNotification,
      ]) {
        await connection.sendNotification(method, params);
      }
      for (const method of ['textDocument/codeAction', 'unknown/request', expectedFqdnsRequest]) {
        await connection.sendRequest(method, params).catch(() => undefined);
      }
    }
    await server.open(uri, 'bicep', zone);
    await server.shows(uri, (diagnostics) => diagnostics.some(({ code }) => code === 'PE202'));
  });

  it('survives changes of a document that was never opened', async () => {
    server = await LanguageServer.start();
    await server.change(uri, zone);
    await server.close(uri);
    await server.open(uri, 'bicep', zone);
    await server.shows(uri, (diagnostics) => diagnostics.length > 0);
  });

  it('survives bytes that are no message', async () => {
    server = await LanguageServer.start();
    server.process.stdin?.write('Content-Length: 7\r\n\r\n{"a": 1Content-Length: 2\r\n\r\n[]');
    await server.open(uri, 'bicep', zone);
    await server.shows(uri, (diagnostics) => diagnostics.length > 0);
  });

  it('ends when its client dies', async () => {
    server = await LanguageServer.start();
    const exit = once(server.process, 'exit');
    server.process.stdin?.destroy();
    await exit;
    expectedStatus = 1;
  });
});

function expectedFqdns(server: LanguageServer, regions: string[]): Promise<ExpectedFqdnsResult> {
  return server.connection.sendRequest<ExpectedFqdnsResult>(expectedFqdnsRequest, { regions });
}
