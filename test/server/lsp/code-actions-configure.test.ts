import { strict as assert } from 'node:assert';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  ApplyWorkspaceEditRequest,
  CodeActionResolveRequest,
  ExecuteCommandRequest,
  FileChangeType,
  ResponseError,
  ShowDocumentRequest,
  type ClientCapabilities,
  type CodeAction,
  type ShowDocumentParams,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { commandIds, setRuleLevelRequest, type SetRuleLevelResult } from '../../../server/src/protocol';
import { LanguageServer, usualCapabilities, type StartOptions } from '../../support/language-server';
import { temporaryFolder, type TemporaryFolder } from '../../support/temporary-folder';
import { applied, documentEdits } from '../../support/workspace-edits';

const wrong = `resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: 'privatelink.westeurope.backup.windowsazure.com'
  location: 'global'
}
`;
const config = '{\n  // Ours\n  "rules": { "PE101": "off" }\n}\n';
const creating: ClientCapabilities = {
  ...usualCapabilities,
  workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } },
};
const offTitle = 'Turn PE202 off in pelint.config.json';

describe('code actions that configure', () => {
  let server: LanguageServer;
  let folder: TemporaryFolder;
  const uriOf = (file: string): string => pathToFileURL(path.join(folder.path, file)).href;

  const start = async (files: Readonly<Record<string, string>>, options: StartOptions = {}): Promise<void> => {
    folder = temporaryFolder({ '.git/HEAD': '', 'app/main.bicep': wrong, ...files });
    server = await LanguageServer.start({ folders: [uriOf('')], ...options });
    await server.open(uriOf('app/main.bicep'), 'bicep', wrong);
  };
  const offered = async (): Promise<readonly CodeAction[]> => {
    const [diagnostic] = await server.shows(uriOf('app/main.bicep'), (diagnostics) => diagnostics.length > 0);
    assert.ok(diagnostic);
    return server.codeActions(uriOf('app/main.bicep'), diagnostic.range);
  };
  const titles = async (): Promise<readonly string[]> => (await offered()).map(({ title }) => title);
  const action = async (title: string): Promise<CodeAction> => {
    const found = (await offered()).find((it) => it.title === title);
    assert.ok(found, title);
    return found;
  };

  afterEach(async () => {
    assert.equal(await server.stop(), 0);
    folder.remove();
  });

  it('come behind all that concerns the file: off first, then the levels that the rule has not', async () => {
    await start({ 'pelint.config.json': config });
    assert.deepEqual((await titles()).slice(1), [
      'Suppress PE202 for this line',
      'Suppress PE202 for this file',
      offTitle,
      'Set PE202 to warning in pelint.config.json',
      'Set PE202 to info in pelint.config.json',
    ]);
  });

  it('change the file that counts, keep what it says, and clear the finding', async () => {
    await start({ 'pelint.config.json': config, 'other/pelint.config.json': '{}' });
    const off = await action(offTitle);
    assert.deepEqual(documentEdits(off)[0]?.textDocument, { uri: uriOf('pelint.config.json'), version: null });
    const changed = applied(config, off);
    assert.match(changed, /\/\/ Ours\n.*"PE101": "off",\s*"PE202": "off"/s);
    folder.write('pelint.config.json', changed);
    await server.changedOnDisk(uriOf('pelint.config.json'), FileChangeType.Changed);
    await server.shows(uriOf('app/main.bicep'), (diagnostics) => diagnostics.length === 0);
  });

  it('count what is typed in the file and not saved yet', async () => {
    await start({ 'pelint.config.json': config });
    const typed = '{ "cloud": "public" }';
    await server.open(uriOf('pelint.config.json'), 'json', typed);
    const off = await action(offTitle);
    assert.equal(documentEdits(off)[0]?.textDocument.version, 1);
    assert.deepEqual(JSON.parse(applied(typed, off)), { cloud: 'public', rules: { PE202: 'off' } });
  });

  it('make the file in the project’s folder where the editor can do that', async () => {
    await start({}, { capabilities: creating });
    const off = await action(offTitle);
    const uri = uriOf('pelint.config.json');
    assert.deepEqual(off.edit?.documentChanges?.[0], { kind: 'create', uri, options: { ignoreIfExists: true } });
    folder.write('pelint.config.json', applied('', off));
    await server.changedOnDisk(uri, FileChangeType.Created);
    await server.shows(uriOf('app/main.bicep'), (diagnostics) => diagnostics.length === 0);
  });

  for (const [what, files, options] of [
    ['no file is there and none can be made', {}, {}],
    ['the file is broken', { 'pelint.config.json': '{ "rules": ' }, {}],
    [
      'the editor’s settings go before it',
      { 'pelint.config.json': config },
      { initializationOptions: { settings: { rules: { PE202: 'warning' } } } },
    ],
  ] as const)
    it(`are not offered where ${what}`, async () => {
      await start(files, options);
      assert.deepEqual(
        (await titles()).filter((title) => /pelint\.config/.test(title)),
        [],
      );
    });

  it('are not offered for a document outside any file system', async () => {
    await start({}, { capabilities: creating });
    const uri = 'untitled:a.bicep';
    await server.open(uri, 'bicep', wrong);
    const [diagnostic] = await server.shows(uri, (diagnostics) => diagnostics.length > 0);
    assert.ok(diagnostic);
    const found = (await server.codeActions(uri, diagnostic.range)).map(({ title }) => title);
    assert.deepEqual(
      found.filter((title) => /pelint\.config/.test(title)),
      [],
    );
  });

  it('are two commands for our own client: off, and a choice', async () => {
    await start({ 'pelint.config.json': config }, { initializationOptions: { commands: Object.values(commandIds) } });
    const commands = (await offered()).flatMap(({ command }) => command ?? []);
    assert.deepEqual(
      commands.map(({ title }) => title),
      [offTitle, 'Set the level of PE202 in pelint.config.json…', 'Explain PE202 (unknown-geo-code)'],
    );
    const about = { uri: uriOf('app/main.bicep'), rule: 'PE202', file: uriOf('pelint.config.json') };
    assert.deepEqual(commands[0]?.arguments, [{ ...about, levels: ['off'] }]);
    assert.deepEqual(commands[1]?.arguments, [{ ...about, levels: ['warning', 'info'] }]);
    assert.deepEqual(commands[2]?.arguments, ['PE202']);
  });

  it('have the client edit the file and say which', async () => {
    await start({ 'pelint.config.json': config });
    const edits: WorkspaceEdit[] = [];
    server.connection.onRequest(ApplyWorkspaceEditRequest.type, ({ edit }) => {
      edits.push(edit);
      return { applied: true };
    });
    const params = { uri: uriOf('app/main.bicep'), rule: 'PE202', level: 'info' };
    const result = await server.connection.sendRequest<SetRuleLevelResult>(setRuleLevelRequest, params);
    assert.deepEqual(result, { uri: uriOf('pelint.config.json') });
    assert.match(applied(config, { title: '', edit: edits[0] ?? {} }), /"PE202": "info"/);
    for (const wrongParams of [
      { ...params, level: 'loud' },
      { ...params, rule: 'PE999' },
    ])
      await assert.rejects(server.connection.sendRequest(setRuleLevelRequest, wrongParams), ResponseError);
    folder.write('pelint.config.json', '{ "rules": ');
    await assert.rejects(server.connection.sendRequest(setRuleLevelRequest, params), /cannot be changed as it is now/);
  });
});

describe('code actions that explain', () => {
  const uri = 'untitled:a.bicep';
  const explanation = async (server: LanguageServer): Promise<CodeAction | undefined> => {
    await server.open(uri, 'bicep', wrong);
    const [diagnostic] = await server.shows(uri, (diagnostics) => diagnostics.length > 0);
    assert.ok(diagnostic);
    return (await server.codeActions(uri, diagnostic.range)).find(({ title }) => title.startsWith('Explain'));
  };

  it('open the page of the rule on the web where the editor can show it', async () => {
    const capabilities: ClientCapabilities = { ...usualCapabilities, window: { showDocument: { support: true } } };
    const server = await LanguageServer.start({ capabilities });
    const shown: ShowDocumentParams[] = [];
    server.connection.onRequest(ShowDocumentRequest.type, (params) => {
      shown.push(params);
      return { success: true };
    });
    const action = await explanation(server);
    assert.ok(action?.command);
    assert.deepEqual(await server.connection.sendRequest(CodeActionResolveRequest.type, action), action);
    await server.connection.sendRequest(ExecuteCommandRequest.type, action.command);
    assert.equal(shown[0]?.external, true);
    assert.match(shown[0].uri, /docs\/rules\/pe202-unknown-geo-code\.md$/);
    assert.deepEqual(server.capabilities.executeCommandProvider?.commands, [action.command.command]);
    assert.equal(await server.stop(), 0);
  });

  it('are left out where it cannot', async () => {
    const server = await LanguageServer.start();
    assert.equal(await explanation(server), undefined);
    assert.equal(server.capabilities.executeCommandProvider, undefined);
    assert.equal(await server.stop(), 0);
  });
});
