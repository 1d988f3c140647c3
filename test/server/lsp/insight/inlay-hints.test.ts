import { strict as assert } from 'node:assert';
import { InlayHintRefreshRequest } from 'vscode-languageserver/node';
import { AskedDocument } from '../../../support/asked-documents';
import { endpoint, vault, zone } from '../../../support/bicep-parts';
import { LanguageServer, usualCapabilities } from '../../../support/language-server';
import { network } from '../../../support/topology-parts';

const uri = 'untitled:Untitled-1';
const on = { settings: { inlayHints: { enable: true } } };
const template = [
  vault(),
  network(),
  endpoint({ extra: 'subnet: { id: network.properties.subnets[0].id }' }),
  zone('z', "/* ä€😀 */ 'privatelink.ne.backup.windowsazure.com' // ä"),
].join('\n');

describe('inlay hints of the language server', () => {
  let server: LanguageServer;

  afterEach(async () => {
    assert.equal(await server.stop(), 0);
  });

  for (const encoding of ['utf-8', 'utf-16'])
    it(`stand behind zones and prefixes, in ${encoding}`, async () => {
      const capabilities = { ...usualCapabilities, general: { positionEncodings: [encoding] } };
      server = await LanguageServer.start({ capabilities, initializationOptions: on });
      const document = new AskedDocument(server, uri);
      await document.open(template);
      const text = document.textWith(await document.hints());
      assert.ok(text.includes("'privatelink.ne.backup.windowsazure.com'«North Europe» // ä"), text);
      assert.ok(text.includes("'10.1.4.0/26'«10 of 59 addresses needed»"), text);
      assert.equal(text.match(/«/g)?.length, 2);
    });

  it('stand behind a code that is written apart', async () => {
    server = await LanguageServer.start({ initializationOptions: on });
    const document = new AskedDocument(server, uri);
    await document.open(`var code = 'we'\n${zone('z', "'privatelink.${code}.backup.windowsazure.com'")}`);
    const text = document.textWith(await document.hints());
    assert.ok(text.startsWith("var code = 'we'«West Europe»\n"), text);
  });

  it('are given for the range that the client shows', async () => {
    server = await LanguageServer.start({ initializationOptions: on });
    const document = new AskedDocument(server, uri);
    await document.open(template);
    const [first] = await document.hints();
    assert.ok(first);
    const { line } = first.position;
    const inLine = await document.hints({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } });
    assert.deepEqual(inLine, [first]);
  });

  it('are off until the user turns them on, and then there at once', async () => {
    const workspace = { ...usualCapabilities.workspace, configuration: true, inlayHint: { refreshSupport: true } };
    server = await LanguageServer.start({ capabilities: { ...usualCapabilities, workspace } });
    const refreshed = new Promise<void>((resolve) => {
      server.connection.onRequest(InlayHintRefreshRequest.type, () => resolve());
    });
    const document = new AskedDocument(server, uri);
    await document.open(template);
    assert.deepEqual(await document.hints(), []);
    await server.set({ inlayHints: { enable: true } });
    await refreshed;
    assert.equal((await document.hints()).length, 2);
  });

  it('are none in a document that cannot be read, or is none of ours', async () => {
    server = await LanguageServer.start({ initializationOptions: on });
    const broken = new AskedDocument(server, uri);
    await broken.open("resource x '\n}}} ]");
    assert.deepEqual(await broken.hints(), []);
    const other = new AskedDocument(server, 'untitled:other.json', 'json');
    await other.open('{ "name": "privatelink.ne.backup.windowsazure.com" }');
    assert.deepEqual(await other.hints(), []);
  });
});
