import { strict as assert } from 'node:assert';
import { DiagnosticTag, type CodeAction, type Range, type TextDocumentEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { LanguageServer, usualCapabilities } from '../../support/language-server';

const wrong = `resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: 'privatelink.westeurope.backup.windowsazure.com'
  location: 'global'
}
`;
const right = wrong.replace('westeurope', 'we');
const uri = 'untitled:Untitled-1';

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
    assert.equal(apply(wrong, edit), right);
  });

  it('clear the finding', async () => {
    const range = await startAndOpen();
    const [action] = await server.codeActions(uri, range);
    assert.ok(action);
    await server.change(uri, apply(wrong, documentEdits(action)[0]));
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
    assert.equal(apply(moved, edit), `\n\n${right}`);
  });

  it('are there at once after a document was closed and opened again', async () => {
    const range = await startAndOpen();
    await server.close(uri);
    await server.open(uri, 'bicep', wrong);
    assert.equal((await server.codeActions(uri, range)).length, 1);
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
    const [action] = await server.codeActions(uri, finding.range);
    assert.ok(action);
    assert.equal(apply(text, documentEdits(action)[0]), right);
  });

  it('are not offered elsewhere, nor where other kinds are asked for', async () => {
    const range = await startAndOpen();
    const start = { line: 0, character: 0 };
    assert.deepEqual(await server.codeActions(uri, { start, end: start }), []);
    assert.deepEqual(await server.codeActions(uri, range, ['refactor']), []);
    assert.equal((await server.codeActions(uri, range, [''])).length, 1);
  });
});

function documentEdits(action: CodeAction): TextDocumentEdit[] {
  return (action.edit?.documentChanges ?? []).filter((change): change is TextDocumentEdit => 'edits' in change);
}

function apply(text: string, edit: TextDocumentEdit | undefined): string {
  const edits = (edit?.edits ?? []).flatMap((one) => ('newText' in one ? [one] : []));
  return TextDocument.applyEdits(TextDocument.create(uri, 'bicep', 1, text), edits);
}
