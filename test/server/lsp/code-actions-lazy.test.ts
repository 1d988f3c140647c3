import { fail, strict as assert } from 'node:assert';
import { CodeActionResolveRequest, type ClientCapabilities, type CodeAction } from 'vscode-languageserver';
import { LanguageServer, usualCapabilities } from '../../support/language-server';
import { applied } from '../../support/workspace-edits';

const wrong = `resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: 'privatelink.westeurope.backup.windowsazure.com'
  location: 'global'
}
`;
const two = `${wrong}\n${wrong.replace('zone', 'other').replace('westeurope', 'northeurope')}`;
const uri = 'untitled:a.bicep';
const everything = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

const lazyCapabilities: ClientCapabilities = {
  ...usualCapabilities,
  textDocument: {
    ...usualCapabilities.textDocument,
    codeAction: {
      ...usualCapabilities.textDocument?.codeAction,
      dataSupport: true,
      resolveSupport: { properties: ['edit', 'command'] },
    },
  },
};

describe('code actions for an editor that asks for their edits later', () => {
  let server: LanguageServer;

  const start = async (capabilities: ClientCapabilities): Promise<CodeAction[]> => {
    server = await LanguageServer.start({ capabilities });
    await server.open(uri, 'bicep', two);
    await server.shows(uri, (diagnostics) => diagnostics.length > 0);
    return server.codeActions(uri, everything);
  };
  const resolve = (action: CodeAction): Promise<CodeAction> =>
    server.connection.sendRequest(CodeActionResolveRequest.type, action);

  afterEach(async () => {
    assert.equal(await server.stop(), 0);
  });

  it('have none at first, and then the same that others get at once', async () => {
    const eager = await start(usualCapabilities);
    assert.equal(await server.stop(), 0);
    const lazy = await start(lazyCapabilities);
    assert.ok(lazy.length > 5);
    assert.deepEqual(
      lazy.map(({ edit }) => edit),
      lazy.map(() => undefined),
    );
    const resolved = await Promise.all(lazy.map(resolve));
    const plain = (actions: readonly CodeAction[]): CodeAction[] => actions.map(({ data: _, ...action }) => action);
    assert.deepEqual(plain(resolved), plain(eager));
  });

  it('have them at once where the whole document is fixed, as on saving', async () => {
    await start(lazyCapabilities);
    const [all] = await server.codeActions(uri, everything, ['source.fixAll']);
    assert.equal(all && applied(two, all), two.replace('westeurope', 'we').replace('northeurope', 'ne'));
  });

  it('have none for a text that has changed meanwhile', async () => {
    const [action = fail('no action')] = await start(lazyCapabilities);
    await server.change(uri, `${two}// Behind it all.\n`);
    await assert.rejects(resolve(action), { code: -32801 });
  });

  it('have none for a finding that is gone', async () => {
    const [action = fail('no action')] = await start(lazyCapabilities);
    const data = { ...(action.data as object), ruleId: 'PE101' };
    await assert.rejects(resolve({ ...action, data }), { code: -32801 });
    assert.equal(server.messages.length, 0);
  });
});
