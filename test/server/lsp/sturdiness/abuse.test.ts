import { strict as assert } from 'node:assert';
import { setTimeout as wait } from 'node:timers/promises';
import { CancellationTokenSource } from 'vscode-jsonrpc';
import { DocumentDiagnosticRequest, LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';
import { regionsRequest } from '../../../../server/src/protocol';
import { LanguageServer, pullCapabilities } from '../../../support/language-server';

const uri = 'untitled:Untitled-1';
const zone =
  "resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = {\n  name: 'privatelink.westeurope.backup.windowsazure.com'\n}\n";

/** Bytes after which the next message is understood all the same. */
const nonsense = {
  'no JSON': framed('{"jsonrpc": "2.0", "method"'),
  'JSON that is no message': framed('[1, "two", null]'),
  'a message that is neither request nor answer': framed('{"jsonrpc": "2.0", "id": 77}'),
  'a message that is null': framed('null'),
  'a batch': framed('[{"jsonrpc": "2.0", "id": 1, "method": "shutdown"}]'),
  'an answer to nothing': framed('{"jsonrpc": "2.0", "id": 4711, "result": null}'),
  'a request with a strange ID': framed('{"jsonrpc": "2.0", "id": {"a": 1}, "method": "pelint/regions"}'),
  'the wish to cancel nothing': framed('{"jsonrpc": "2.0", "method": "$/cancelRequest", "params": null}'),
  'the wish to cancel what is unknown': framed('{"jsonrpc": "2.0", "method": "$/cancelRequest", "params": {"id": 99}}'),
  'progress of nothing': framed('{"jsonrpc": "2.0", "method": "$/progress", "params": null}'),
  'an empty body': 'Content-Length: 0\r\n\r\n',
  'bytes that are no UTF-8': framed('{"jsonrpc": "2.0", "method": "\xff\xfe"}'),
  'another charset': 'Content-Length: 2\r\nContent-Type: application/vscode-jsonrpc; charset=utf-7\r\n\r\n{}',
  'no length': 'Content-Type: text/plain\r\n\r\n',
  'a length in words': 'Content-Length: many\r\n\r\n',
  'a header without a colon': 'Content-Length 7\r\n\r\n',
  'a document of a megabyte on one line': framed(
    JSON.stringify({
      jsonrpc: '2.0',
      method: 'textDocument/didOpen',
      params: { textDocument: { uri: 'untitled:big', languageId: 'bicep', version: 1, text: 'x'.repeat(1e6) } },
    }),
  ),
};

describe('a language server that gets nonsense', () => {
  let server: LanguageServer;

  before(async () => {
    server = await LanguageServer.start();
  });

  after(async () => {
    assert.deepEqual(server.messages, []);
    assert.equal(await server.stop(), 0);
  });

  for (const [index, [what, bytes]] of Object.entries(nonsense).entries())
    it(`goes on after ${what}`, async () => {
      server.process.stdin?.write(bytes, 'latin1');
      await answers(server);
      const uri = `untitled:Untitled-${index}`;
      await server.open(uri, 'bicep', zone);
      await server.shows(uri, (diagnostics) => diagnostics.length > 0);
    });
});

describe('a language server that is asked for strange things', () => {
  let server: LanguageServer;

  afterEach(() => {
    server.process.kill('SIGKILL');
  });

  it('waits for a message that is announced as endless, and ends with its client', async () => {
    server = await LanguageServer.start();
    server.process.stdin?.write('Content-Length: 99999999999999\r\n\r\n{');
    await server.open(uri, 'bicep', zone);
    await wait(200);
    assert.equal(server.process.exitCode, null);
    server.process.stdin?.end();
    assert.equal(await server.ended(5_000), 1);
  });

  it('answers requests for what it does not have or know', async () => {
    server = await LanguageServer.start({ capabilities: pullCapabilities });
    for (const unknown of [
      'file:///nowhere/at/all.bicep',
      'untitled:',
      'nonsense',
      '',
      'file:///',
      'http://[',
      'git:/main.bicep?{"ref":""}',
      '%%%',
    ]) {
      const report = await server.pull(unknown);
      assert.deepEqual([report.kind, 'items' in report && report.items], ['full', []], unknown);
      await server.codeActions(unknown, { start: { line: 5, character: 5 }, end: { line: -1, character: 1e9 } });
    }
    assert.deepEqual(server.messages, []);
    assert.equal(await server.stop(), 0);
  });

  it('answers a request that is cancelled at once', async () => {
    server = await LanguageServer.start({ capabilities: pullCapabilities });
    await server.open(uri, 'bicep', zone);
    const source = new CancellationTokenSource();
    const params = { textDocument: { uri } };
    const asked = server.connection.sendRequest(DocumentDiagnosticRequest.type, params, source.token);
    source.cancel();
    await assert.rejects(
      asked,
      (error) => error instanceof ResponseError && error.code === LSPErrorCodes.RequestCancelled,
    );
    assert.equal((await server.pull(uri)).kind, 'full');
    assert.equal(await server.stop(), 0);
  });
});

/** Resolves when the server answers. The library reads on after a broken header only when more comes. */
async function answers({ connection }: LanguageServer): Promise<void> {
  const answer = async (): Promise<boolean> => (await connection.sendRequest<unknown>(regionsRequest)) !== undefined;
  while (!(await Promise.race([answer(), wait(200, false)])));
}

function framed(body: string): string {
  return `Content-Length: ${body.length}\r\n\r\n${body}`;
}
