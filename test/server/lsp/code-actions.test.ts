import { fail, strict as assert } from 'node:assert';
import { DiagnosticTag, type CodeAction, type Range } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { LanguageServer, usualCapabilities } from '../../support/language-server';
import { applied, documentEdits } from '../../support/workspace-edits';

const wrong = `resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: 'privatelink.westeurope.backup.windowsazure.com'
  location: 'global'
}
`;
const right = wrong.replace('westeurope', 'we');
const uri = 'untitled:Untitled-1';

/** A vault whose public access the endpoint makes a mistake; to close it changes what is reachable. */
const openVault = `resource vault 'Microsoft.RecoveryServices/vaults@2024-04-01' = {
  name: 'rsv'
  location: 'westeurope'
  sku: { name: 'RS0', tier: 'Standard' }
  properties: { publicNetworkAccess: 'Enabled' }
}

resource endpoint 'Microsoft.Network/privateEndpoints@2024-05-01' = {
  name: 'pep'
  location: 'westeurope'
  properties: {
    subnet: { id: resourceId('Microsoft.Network/virtualNetworks/subnets', 'vnet', 'snet') }
    privateLinkServiceConnections: [
      { name: 'rsv', properties: { privateLinkServiceId: vault.id, groupIds: ['AzureBackup'] } }
    ]
  }
}
`;

describe('code actions of the language server', () => {
  let server: LanguageServer;

  const startAndOpen = async (capabilities = usualCapabilities): Promise<Range> => {
    server = await LanguageServer.start({ capabilities });
    await server.open(uri, 'bicep', wrong);
    const [finding] = await server.shows(uri, (diagnostics) => diagnostics.length > 0);
    assert.ok(finding);
    return finding.range;
  };

  afterEach(async () => {
    assert.equal(await server.stop(), 0);
  });

  it('are the fixes of a finding, the preferred one first, tied to the text’s version', async () => {
    const range = await startAndOpen();
    const [action] = await server.codeActions(uri, range);
    assert.ok(action);
    assert.deepEqual([action.kind, action.isPreferred], ['quickfix', true]);
    assert.deepEqual(action.diagnostics, server.diagnostics(uri));
    const [edit] = documentEdits(action);
    assert.deepEqual(edit?.textDocument, { uri, version: 1 });
    assert.equal(applied(wrong, action), right);
  });

  it('clear the finding', async () => {
    const range = await startAndOpen();
    const [action] = await server.codeActions(uri, range);
    assert.ok(action);
    await server.change(uri, applied(wrong, action));
    await server.shows(uri, (diagnostics) => diagnostics.length === 0);
    assert.deepEqual(await server.codeActions(uri, range), []);
  });

  it('are those of the text as it is now, not as it was last checked', async () => {
    await startAndOpen();
    const moved = `\n\n${wrong}`;
    const start = TextDocument.create('', '', 0, moved).positionAt(moved.indexOf('westeurope'));
    const version = await server.change(uri, moved);
    const [action] = await server.codeActions(uri, { start, end: start });
    assert.ok(action);
    const [edit] = documentEdits(action);
    assert.deepEqual(edit?.textDocument, { uri, version });
    assert.equal(applied(moved, action), `\n\n${right}`);
  });

  it('are there at once after a document was closed and opened again', async () => {
    const range = await startAndOpen();
    await server.close(uri);
    await server.open(uri, 'bicep', wrong);
    assert.equal((await server.codeActions(uri, range))[0]?.isPreferred, true);
  });

  it('are edits without a version for a client that knows no other', async () => {
    const { workspace: _, ...capabilities } = usualCapabilities;
    const range = await startAndOpen(capabilities);
    const [action] = await server.codeActions(uri, range);
    const edits = action?.edit?.changes?.[uri] ?? [];
    assert.equal(TextDocument.applyEdits(TextDocument.create(uri, 'bicep', 1, wrong), edits), right);
  });

  it('remove a suppression that hides nothing, which is shown faded', async () => {
    await startAndOpen();
    const text = `#disable-next-line PE103 // why\n${right}`;
    await server.change(uri, text);
    const [finding] = await server.shows(uri, ([first]) => first?.code === 'PE003');
    assert.deepEqual(finding?.tags, [DiagnosticTag.Unnecessary]);
    const [action, ...others] = await server.codeActions(uri, finding.range);
    assert.ok(action);
    assert.equal(applied(text, action), right);
    // No other suppression is offered for it.
    assert.deepEqual(others, []);
  });

  it('are not offered elsewhere, nor where other kinds are asked for', async () => {
    const range = await startAndOpen();
    const start = { line: 0, character: 0 };
    assert.deepEqual(await server.codeActions(uri, { start, end: start }), []);
    assert.deepEqual(await server.codeActions(uri, range, ['refactor']), []);
    const all = await server.codeActions(uri, range, ['']);
    assert.deepEqual([...new Set(all.map(({ kind }) => kind))], ['quickfix', 'source.fixAll.pelint']);
  });

  it('fix a whole file where the client asks for that, as on saving', async () => {
    await startAndOpen();
    const start = { line: 0, character: 0 };
    for (const only of ['source.fixAll.pelint', 'source.fixAll', 'source']) {
      const [action, ...others] = await server.codeActions(uri, { start, end: start }, [only]);
      assert.deepEqual([action?.kind, others], ['source.fixAll.pelint', []], only);
      assert.equal(action && applied(wrong, action), right);
    }
    assert.deepEqual(await server.codeActions(uri, { start, end: start }, ['source.fixAllElse']), []);
  });

  it('fix nothing on saving that changes what is reachable, or where nothing is wrong', async () => {
    await startAndOpen();
    const start = { line: 0, character: 0 };
    const fixAll = (): Promise<CodeAction[]> =>
      server.codeActions(uri, { start, end: start }, ['source.fixAll.pelint']);
    await server.change(uri, right);
    assert.deepEqual(await fixAll(), []);
    await server.change(uri, openVault);
    const [finding] = await server.shows(uri, (found) => found.some(({ code }) => code === 'PE109'));
    assert.ok((await server.codeActions(uri, finding?.range ?? fail('PE109'))).length > 0);
    assert.deepEqual(await fixAll(), []);
  });

  it('fix all findings of a rule in the file, where there are several', async () => {
    const range = await startAndOpen();
    const two = `${wrong}\n${wrong.replace('zone', 'other').replace('westeurope', 'northeurope')}`;
    await server.change(uri, two);
    const actions = await server.codeActions(uri, range);
    const [all] = actions.filter(({ title }) => title === 'Fix all PE202 in this file');
    assert.equal(actions.indexOf(all ?? fail('it is not offered')), 1);
    assert.equal(all && applied(two, all), two.replace('westeurope', 'we').replace('northeurope', 'ne'));
  });
});
