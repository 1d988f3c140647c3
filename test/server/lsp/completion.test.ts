import { strict as assert } from 'node:assert';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { CompletionItemKind, CompletionRequest, type CompletionItem } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { LanguageServer, usualCapabilities } from '../../support/language-server';
import { readMarks } from '../../support/marks';
import { temporaryFolder } from '../../support/temporary-folder';

const template = (name: string): string => `resource vault 'Microsoft.RecoveryServices/vaults@2024-04-01' = {
  name: 'rsv'
  location: 'westeurope'
}

resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: ${name}
  location: 'global'
}
`;

describe('completion over LSP', () => {
  let server: LanguageServer;
  let opened = 0;

  /** Opens a document and asks at its mark; gives the items and what the document becomes with each. */
  const ask = async (
    name: string,
    language: string,
    marked: string,
  ): Promise<{ items: readonly CompletionItem[]; taken: (label: string) => string }> => {
    const { text, spans } = readMarks(marked);
    opened++;
    const uri = `untitled:/${opened}/${name}`;
    await server.open(uri, language, text);
    const document = TextDocument.create(uri, language, 1, text);
    const position = document.positionAt(spans[0]?.end ?? -1);
    const answer = await server.connection.sendRequest(CompletionRequest.type, { textDocument: { uri }, position });
    assert.ok(Array.isArray(answer));
    const taken = (label: string): string => {
      const edit = answer.find((item) => item.label === label)?.textEdit;
      assert.ok(edit && 'range' in edit, label);
      return TextDocument.applyEdits(document, [edit]);
    };
    return { items: answer, taken };
  };

  before(async () => {
    server = await LanguageServer.start({ capabilities: usualCapabilities });
  });

  after(async () => {
    assert.equal(await server.stop(), 0);
  });

  it('asks to be asked at quotes and dots alone', () => {
    assert.deepEqual(server.capabilities.completionProvider, { triggerCharacters: ["'", '"', '.'] });
  });

  it('offers the zones of the vault’s region first, in the order that editors sort by', async () => {
    const { items, taken } = await ask('main.bicep', 'bicep', template("'privatelink.‹›'"));
    const labels = items.map(({ label }) => label);
    assert.deepEqual(labels.slice(0, 2), [
      'privatelink.we.backup.windowsazure.com',
      'privatelink.blob.core.windows.net',
    ]);
    const sorted = [...items].sort((one, other) => ((one.sortText ?? '') < (other.sortText ?? '') ? -1 : 1));
    assert.deepEqual(sorted, items);
    assert.equal(taken('privatelink.we.backup.windowsazure.com'), template("'privatelink.we.backup.windowsazure.com'"));
  });

  it('compares with what stands before the cursor in the stretch that it replaces', async () => {
    const { items } = await ask('main.bicep', 'bicep', template("'privatelink.‹›'"));
    for (const { filterText } of items) assert.match(filterText ?? '', /^'privatelink\./);
  });

  it('follows what is typed', async () => {
    const uri = 'untitled:typed.bicep';
    await server.open(uri, 'bicep', template("'x'"));
    await server.change(uri, template("'privatelink.").replace('westeurope', 'northeurope'));
    const position = { line: 6, character: "  name: 'privatelink.".length };
    const items = await server.connection.sendRequest(CompletionRequest.type, { textDocument: { uri }, position });
    assert.equal(Array.isArray(items) && items[0]?.label, 'privatelink.ne.backup.windowsazure.com');
  });

  it('knows the target in templates that no rule is about', async () => {
    const endpoint = `resource endpoint 'Microsoft.Network/privateEndpoints@2024-05-01' = {
  name: 'pep'
  properties: {
    privateLinkServiceConnections: [
      { properties: { privateLinkServiceId: resourceId('Microsoft.KeyVault/vaults', 'kv'), groupIds: ['‹›'] } }
    ]
  }
}
`;
    const { items } = await ask('main.bicep', 'bicep', endpoint);
    assert.deepEqual(
      items.map(({ label }) => label),
      ['vault'],
    );
  });

  it('tells of rules what they find', async () => {
    const { items, taken } = await ask('main.bicep', 'bicep', `#disable-next-line P‹›\n${template("'x'")}`);
    const rule = items.find(({ label }) => label === 'PE109');
    assert.equal(rule?.detail, 'public-network-access');
    assert.match(JSON.stringify(rule.documentation), /plaintext.*public access/);
    assert.ok(taken('PE109').startsWith('#disable-next-line PE109\n'));
  });

  it('tells it beside every item where the editor shows that', async () => {
    const { textDocument } = usualCapabilities;
    const completionItem = { labelDetailsSupport: true };
    const other = await LanguageServer.start({
      capabilities: { ...usualCapabilities, textDocument: { ...textDocument, completion: { completionItem } } },
    });
    await other.open('untitled:a.bicep', 'bicep', '#disable-next-line \n');
    const params = { textDocument: { uri: 'untitled:a.bicep' }, position: { line: 0, character: 19 } };
    const items = await other.connection.sendRequest(CompletionRequest.type, params);
    const rule = Array.isArray(items) ? items.find(({ label }) => label === 'PE109') : undefined;
    assert.deepEqual([rule?.labelDetails, rule?.detail], [{ description: 'public-network-access' }, undefined]);
    assert.equal(await other.stop(), 0);
  });

  it('names kinds that the editor knows', async () => {
    const { textDocument } = usualCapabilities;
    const completionItemKind = { valueSet: [CompletionItemKind.EnumMember] };
    for (const [completion, kind] of [
      [{}, CompletionItemKind.Value],
      [{ completionItemKind }, CompletionItemKind.EnumMember],
    ] as const) {
      const capabilities = { ...usualCapabilities, textDocument: { ...textDocument, completion } };
      const other = await LanguageServer.start({ capabilities });
      await other.open('untitled:a.bicep', 'bicep', '#disable-next-line \n');
      const params = { textDocument: { uri: 'untitled:a.bicep' }, position: { line: 0, character: 19 } };
      const items = await other.connection.sendRequest(CompletionRequest.type, params);
      assert.ok(Array.isArray(items) && items.length > 0 && items.every((item) => item.kind === kind));
      assert.equal(await other.stop(), 0);
    }
  });

  it('offers settings in configuration files, and only there', async () => {
    const { taken } = await ask('pelint.config.json', 'json', '{ "rules": { "PE109": "‹›" } }');
    assert.equal(taken('off'), '{ "rules": { "PE109": "off" } }');
    assert.deepEqual((await ask('package.json', 'json', '{ "rules": { "PE109": "‹›" } }')).items, []);
  });

  it('says nothing of a document that is not open', async () => {
    const params = { textDocument: { uri: 'file:///nowhere/main.bicep' }, position: { line: 0, character: 0 } };
    assert.deepEqual(await server.connection.sendRequest(CompletionRequest.type, params), []);
  });
});

describe('completion in a module', () => {
  it('knows the region of the vault in the template that uses it', async () => {
    const main = `${template("'x'").replace(/resource zone[^]*/, '')}module zones 'modules/zones.bicep' = { name: 'zones' }\n`;
    const folder = temporaryFolder({ '.git/HEAD': '', 'main.bicep': main });
    const server = await LanguageServer.start({ folders: [pathToFileURL(folder.path).href] });
    const uri = pathToFileURL(path.join(folder.path, 'modules/zones.bicep')).href;
    const before = "resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = {\n  name: 'privatelink.";
    await server.open(uri, 'bicep', `${before}'\n}\n`);
    const position = { line: 1, character: "  name: 'privatelink.".length };
    const items = await server.connection.sendRequest(CompletionRequest.type, { textDocument: { uri }, position });
    assert.equal(Array.isArray(items) && items[0]?.label, 'privatelink.we.backup.windowsazure.com');
    assert.equal(await server.stop(), 0);
    folder.remove();
  });
});

describe('completion in a project with geo codes of its own', () => {
  it('offers these', async () => {
    const folder = temporaryFolder({
      '.git/HEAD': '',
      'pelint.config.json': '{ "geoCodes": { "westeurope": "xwe", "newregion": "nr" } }',
    });
    const server = await LanguageServer.start({ folders: [pathToFileURL(folder.path).href] });
    const uri = pathToFileURL(path.join(folder.path, 'main.bicep')).href;
    await server.open(uri, 'bicep', template("'privatelink..backup.windowsazure.com'"));
    const position = { line: 6, character: "  name: 'privatelink.".length };
    const items = await server.connection.sendRequest(CompletionRequest.type, { textDocument: { uri }, position });
    assert.ok(Array.isArray(items));
    const labels = items.map(({ label }) => label);
    assert.equal(labels[0], 'xwe');
    assert.ok(labels.includes('nr') && !labels.includes('we'), labels.join());
    assert.equal(await server.stop(), 0);
    folder.remove();
  });
});

describe('completion for an editor that counts in UTF-8', () => {
  it('replaces just the text', async () => {
    const server = await LanguageServer.start({
      capabilities: { ...usualCapabilities, general: { positionEncodings: ['utf-8'] } },
    });
    const uri = 'untitled:utf8.bicep';
    const before = "resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = { /* größe */ name: ";
    await server.open(uri, 'bicep', `${before}'privatelink.' }\n`);
    const start = Buffer.byteLength(before);
    const position = { line: 0, character: start + "'privatelink.".length };
    const answer = await server.connection.sendRequest(CompletionRequest.type, { textDocument: { uri }, position });
    const [first] = Array.isArray(answer) ? answer : [];
    const edit = first?.textEdit;
    assert.ok(edit && 'range' in edit);
    assert.deepEqual(edit.range, {
      start: { line: 0, character: start },
      end: { line: 0, character: position.character + 1 },
    });
    assert.equal(await server.stop(), 0);
  });
});
