import { strict as assert } from 'node:assert';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { CodeLensRefreshRequest } from 'vscode-languageserver/node';
import { commandIds } from '../../../../server/src/protocol';
import { AskedDocument } from '../../../support/asked-documents';
import { armEndpoint, armTemplate, armVault } from '../../../support/arm-parts';
import { endpoint, vault, zone, zoneGroup } from '../../../support/bicep-parts';
import { LanguageServer, usualCapabilities } from '../../../support/language-server';
import { temporaryFolder, type TemporaryFolder } from '../../../support/temporary-folder';

const uri = 'untitled:Untitled-1';
const command = commandIds.showExpectedFqdnsForTemplate;
const initializationOptions = { commands: Object.values(commandIds) };
const capabilities = {
  ...usualCapabilities,
  workspace: { ...usualCapabilities.workspace, configuration: true, codeLens: { refreshSupport: true } },
};
const whole = [
  vault(),
  endpoint(),
  zone('backupZone', "'privatelink.ne.backup.windowsazure.com'"),
  zone('blobZone', "'privatelink.blob.core.windows.net'"),
  zoneGroup('backupZone.id', 'blobZone.id'),
].join('\n');

describe('code lenses of the language server', () => {
  let server: LanguageServer;
  const start = async (options = {}): Promise<void> => {
    server = await LanguageServer.start({ capabilities, initializationOptions, ...options });
  };
  const shown = async (document: AskedDocument): Promise<unknown[][]> =>
    (await document.lenses()).map(({ range, command: it }) => [
      document.textIn(range),
      it?.title,
      it?.command,
      it?.arguments,
    ]);

  afterEach(async () => {
    assert.equal(await server.stop(), 0);
  });

  it('stand above a vault and an endpoint, with the command that lists the names', async () => {
    await start();
    const document = new AskedDocument(server, uri);
    await document.open(whole);
    const title = '2 zones · 10 addresses · show FQDNs';
    assert.deepEqual(await shown(document), [
      ['vault', title, command, [uri]],
      ['endpoint', title, command, [uri]],
    ]);
  });

  it('stand above the whole resource in JSON, wherever its name is', async () => {
    await start();
    const document = new AskedDocument(server, 'untitled:Untitled-1.json', 'json');
    const text = JSON.stringify(JSON.parse(armTemplate([armVault(), armEndpoint()])), undefined, 2);
    await document.open(text);
    const lines = (await document.lenses()).map(({ range }) => text.split('\n')[range.start.line]);
    assert.deepEqual(lines, ['    {', '    {']);
    const one = text.replace(/\n\s*/g, ' ');
    await document.change(one);
    const starts = (await document.lenses()).map(({ range }) => one.slice(range.start.character).slice(0, 8));
    assert.deepEqual(starts, ['{ "type"', '{ "type"']);
  });

  it('are text alone where nothing tells which names there are', async () => {
    await start();
    const document = new AskedDocument(server, uri);
    await document.open(`param where string\n${vault(undefined, 'where')}`);
    assert.deepEqual(await shown(document), [
      ['vault', 'no private endpoint for Azure Backup seen here', '', undefined],
    ]);
  });

  it('are not offered to a client that cannot run their command', async () => {
    for (const options of [undefined, {}, { commands: 'all' }, { commands: [commandIds.fixAll] }]) {
      await start({ initializationOptions: options });
      assert.equal(server.capabilities.codeLensProvider, undefined);
      await server.stop();
    }
  });

  it('are none where the user has turned them off, at once', async () => {
    await start();
    let refreshes = 0;
    const refreshed = new Promise<void>((resolve) => {
      server.connection.onRequest(CodeLensRefreshRequest.type, () => {
        refreshes++;
        resolve();
      });
    });
    const document = new AskedDocument(server, uri);
    await document.open(whole);
    assert.equal((await document.lenses()).length, 2);
    assert.equal(refreshes, 0);
    await server.set({ codeLens: { enable: false } });
    await refreshed;
    assert.deepEqual(await document.lenses(), []);
  });

  it('outlast a mistake in the text', async () => {
    await start();
    const document = new AskedDocument(server, uri);
    await document.open(`${whole}\nresource x '`);
    assert.equal((await document.lenses()).length, 2);
  });

  describe('in a module', () => {
    let folder: TemporaryFolder;
    const uriOf = (file: string): string => pathToFileURL(path.join(folder.path, file)).href;
    const module = `param where string\nparam names array\n${vault(undefined, 'where')}${endpoint({ location: 'where' }).replace('= {', '= [for name in names: {').replace("name: 'pe-1'", 'name: name').replace(/\}\n$/, '}]\n')}`;
    const main = (names: string): string =>
      `module backup 'module.bicep' = { params: { where: 'westeurope', names: ${names} } }\n`;

    beforeEach(() => {
      folder = temporaryFolder({
        'pelint.config.json': '{ "root": true }',
        'main.bicep': main("['a', 'b']"),
        'other/main.bicep': main("['a']").replace('module.bicep', '../module.bicep'),
        'module.bicep': module,
      });
    });
    afterEach(() => folder.remove());

    it('are one for each template that deploys it, whose names they list', async () => {
      await start({ folders: [uriOf('')] });
      const document = new AskedDocument(server, uriOf('module.bicep'));
      await document.open(module);
      const ofVault = (await shown(document)).filter(([name]) => name === 'vault').map(([, ...rest]) => rest);
      assert.deepEqual(ofVault, [
        ['no zones · 20 addresses · show FQDNs (main.bicep)', command, [uriOf('main.bicep')]],
        ['no zones · 10 addresses · show FQDNs (other/main.bicep)', command, [uriOf('other/main.bicep')]],
      ]);
    });

    it('are one for all where many templates deploy it', async () => {
      for (const name of ['a', 'b']) folder.write(`${name}.bicep`, main(`['1', '2', '${name}']`));
      await start({ folders: [uriOf('')] });
      const document = new AskedDocument(server, uriOf('module.bicep'));
      await document.open(module);
      const ofVault = (await shown(document)).filter(([name]) => name === 'vault').map(([, ...rest]) => rest);
      assert.deepEqual(ofVault, [['no zones · 10–30 addresses in 4 templates', '', undefined]]);
    });

    it('are asked for again when another file changes them, and then only', async () => {
      await start({ folders: [uriOf('')] });
      const seen: string[] = [];
      const document = new AskedDocument(server, uriOf('module.bicep'));
      const caller = new AskedDocument(server, uriOf('main.bicep'));
      server.connection.onRequest(CodeLensRefreshRequest.type, () => void seen.push('refresh'));
      await document.open(module);
      await caller.open(main("['a', 'b']"));
      await document.lenses();
      await caller.change(`// Nothing new\n${main("['a', 'b']")}`);
      await document.lenses();
      assert.deepEqual(seen, []);
      const refreshed = new Promise<void>((resolve) => {
        server.connection.onRequest(CodeLensRefreshRequest.type, () => resolve());
      });
      await caller.change(main("['a', 'b', 'c']"));
      await refreshed;
      assert.match(String((await shown(document))[0]?.[1]), /30 addresses/);
    });
  });
});
