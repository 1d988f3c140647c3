import { strict as assert } from 'node:assert';
import { SemanticTokensRangeRequest, SemanticTokensRequest } from 'vscode-languageserver';
import { semanticTokenTypes } from '../../../server/src/protocol';
import { LanguageServer, usualCapabilities } from '../../support/language-server';

/** Tokens as `line:character+length type`. */
function readable(data: readonly number[]): string[] {
  const tokens: string[] = [];
  let line = 0;
  let character = 0;
  for (let index = 0; index < data.length; index += 5) {
    const [lines = 0, characters = 0, length = 0, type = -1] = data.slice(index, index + 4);
    line += lines;
    character = lines === 0 ? character + characters : characters;
    tokens.push(`${line}:${character}+${length} ${semanticTokenTypes[type] ?? ''}`);
  }
  return tokens;
}

describe('semantic tokens of the language server', () => {
  let server: LanguageServer;

  const start = async (options: Parameters<typeof LanguageServer.start>[0] = {}): Promise<void> => {
    server = await LanguageServer.start(options);
  };
  const full = async (uri: string): Promise<string[]> =>
    readable((await server.connection.sendRequest(SemanticTokensRequest.type, { textDocument: { uri } }))?.data ?? []);

  afterEach(async () => {
    assert.equal(await server.stop(), 0);
  });

  it('are announced only to clients that ask for them', async () => {
    await start();
    assert.ok(!Object.keys(server.capabilities).includes('semanticTokensProvider'));
    await server.stop();
    await start({ initializationOptions: { semanticTokens: true } });
    assert.deepEqual(server.capabilities.semanticTokensProvider?.legend.tokenTypes, semanticTokenTypes);
  });

  it('stand on one line each, and follow what is typed', async () => {
    await start();
    await server.open('untitled:a.bicep', 'bicep', "var text = '''\na\n\nb''' // x\n");
    assert.deepEqual(await full('untitled:a.bicep'), [
      '0:0+3 keyword',
      '0:4+4 variable',
      '0:11+3 string',
      '1:0+1 string',
      '3:0+4 string',
      '3:5+4 comment',
    ]);
    await server.change('untitled:a.bicep', 'param p int');
    assert.deepEqual(await full('untitled:a.bicep'), ['0:0+5 keyword', '0:6+1 parameter', '0:8+3 type']);
  });

  it('count as the client counts', async () => {
    await start({ capabilities: { ...usualCapabilities, general: { positionEncodings: ['utf-8'] } } });
    await server.open('untitled:a.bicep', 'bicep', "var s = 'ü' // x");
    assert.deepEqual((await full('untitled:a.bicep')).slice(2), ['0:8+4 string', '0:13+4 comment']);
  });

  it('are those that a range touches', async () => {
    await start();
    const uri = 'untitled:a.bicep';
    await server.open(uri, 'bicep', 'var a = 1\nvar b = 2\nvar c = 3\n');
    const range = { start: { line: 1, character: 0 }, end: { line: 2, character: 0 } };
    const answer = await server.connection.sendRequest(SemanticTokensRangeRequest.type, {
      textDocument: { uri },
      range,
    });
    assert.deepEqual(readable(answer?.data ?? []), ['1:0+3 keyword', '1:4+1 variable', '1:8+1 number']);
  });

  it('are none in JSON, nor in a document that is not open', async () => {
    await start();
    const template = '{ "$schema": "https://x/deploymentTemplate.json#", "contentVersion": "1", "resources": [] }';
    await server.open('untitled:a.json', 'json', template);
    assert.deepEqual(await full('untitled:a.json'), []);
    assert.deepEqual(await full('untitled:b.bicep'), []);
  });
});
