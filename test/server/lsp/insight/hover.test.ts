import { strict as assert } from 'node:assert';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ClientCapabilities, MarkupKind } from 'vscode-languageserver';
import { commandIds } from '../../../../server/src/protocol';
import { AskedDocument } from '../../../support/asked-documents';
import { endpoint, vault, zone, zoneGroup } from '../../../support/bicep-parts';
import { LanguageServer, usualCapabilities } from '../../../support/language-server';
import { readMarks } from '../../../support/marks';
import { temporaryFolder, type TemporaryFolder } from '../../../support/temporary-folder';

const uri = 'untitled:Untitled-1';
const withZone = (name: string): string =>
  [vault(), endpoint(), zone('backupZone', name), zoneGroup('backupZone.id')].join('\n');

function capabilitiesWith(formats: MarkupKind[], encodings?: string[]): ClientCapabilities {
  const { textDocument } = usualCapabilities;
  return {
    ...usualCapabilities,
    ...(encodings && { general: { positionEncodings: encodings } }),
    textDocument: { ...textDocument, hover: { contentFormat: formats } },
  };
}

describe('hovers of the language server', () => {
  let server: LanguageServer;
  const start = async (capabilities = capabilitiesWith(['markdown', 'plaintext']), options = {}): Promise<void> => {
    server = await LanguageServer.start({ capabilities, ...options });
  };

  afterEach(async () => {
    assert.equal(await server.stop(), 0);
  });

  it('explain a zone in Markdown, with the endpoint that is bound to it', async () => {
    await start();
    const document = new AskedDocument(server, uri);
    const { kind, words, about } = await document.said(
      await document.open(withZone("'‹privatelink›.we.backup.windowsazure.com'")),
    );
    assert.deepEqual([kind, about], ['markdown', "'privatelink.we.backup.windowsazure.com'"]);
    assert.match(words, /for West Europe \(`westeurope`\)/);
    assert.match(words, /`pe-1`, whose vault is in North Europe: the zone is for another region/);
  });

  for (const formats of [[], ['plaintext'], ['plaintext', 'markdown']] as MarkupKind[][])
    it(`are plain text where the client takes ${formats.join(', then ') || 'nothing'}`, async () => {
      await start(capabilitiesWith(formats), { initializationOptions: { commands: Object.values(commandIds) } });
      const document = new AskedDocument(server, uri);
      const position = await document.open(`resource ‹vault›${vault().slice('\nresource vault'.length)}`);
      const { kind, words } = await document.said(position);
      assert.equal(kind, 'plaintext');
      assert.match(words, /^Recovery Services vault 'rsv-1' in North Europe/);
      assert.doesNotMatch(words, /\*\*|command:/);
    });

  for (const encoding of ['utf-8', 'utf-16', 'utf-32'])
    it(`are about the right place where positions count in ${encoding}`, async () => {
      await start(capabilitiesWith(['markdown'], [encoding]));
      const document = new AskedDocument(server, uri);
      const { about } = await document.said(
        await document.open(withZone("/* ä€😀 */ 'privatelink.‹we›.backup.windowsazure.com'")),
      );
      assert.equal(about, 'we');
    });

  it('explain what no rule has anything to say of', async () => {
    await start();
    const document = new AskedDocument(server, uri);
    const { words, about } = await document.said(
      await document.open(`param accountName string
param subnetId string
resource endpoint 'Microsoft.Network/privateEndpoints@2024-05-01' = {
  name: 'pe-blob'
  location: resourceGroup().location
  properties: {
    subnet: { id: subnetId }
    privateLinkServiceConnections: [
      {
        name: 'blob'
        properties: {
          privateLinkServiceId: resourceId('Microsoft.Storage/storageAccounts', accountName)
          groupIds: ['‹blob›']
        }
      }
    ]
  }
}
`),
    );
    assert.equal(about, "'blob'");
    assert.match(words, /privatelink\.blob\.core\.windows\.net/);
  });

  it('are about the text as it is now', async () => {
    await start();
    const document = new AskedDocument(server, uri);
    await document.open(withZone("'privatelink.we.backup.windowsazure.com'"));
    const position = await document.change(`\n\n${withZone("'privatelink.‹ne›.backup.windowsazure.com'")}`);
    const { words, about } = await document.said(position);
    assert.equal(about, 'ne');
    assert.match(words, /North Europe/);
  });

  it('are there in a broken document', async () => {
    await start();
    const document = new AskedDocument(server, uri);
    const broken = `resource = {\n${withZone("'privatelink.‹we›.backup.windowsazure.com'")}\nvar x = ["`;
    const { words } = await document.said(await document.open(broken));
    assert.match(words, /West Europe/);
  });

  it('explain the name of a zone that nothing makes use of', async () => {
    await start();
    const document = new AskedDocument(server, uri);
    const position = await document.open("var unused = '‹privatelink›.blob.core.windows.net'\n");
    const { words, about } = await document.said(position);
    assert.equal(about, 'privatelink.blob.core.windows.net');
    assert.match(words, /`AzureBackup`.*\(Azure Backup\).*`blob`/);
  });

  it('are none elsewhere, nor in documents that are not open', async () => {
    await start();
    const document = new AskedDocument(server, uri);
    assert.equal(await document.hover({ line: 0, character: 0 }), null);
    assert.equal(await document.hover(await document.open(`${vault()}‹›`)), null);
    assert.equal(await document.hover({ line: 999, character: 9 }), null);
  });

  it('link to the list of FQDNs for a client that can show it', async () => {
    await start(undefined, { initializationOptions: { commands: [commandIds.showExpectedFqdnsForTemplate] } });
    const document = new AskedDocument(server, 'untitled:Copy (1)');
    const position = await document.open(vault().replace('resource vault', 'resource ‹vault›'));
    const { words } = await document.said(position);
    const argument = /\(command:pelint\.showExpectedFqdnsForTemplate\?([^)]*)\)/.exec(words)?.[1] ?? '';
    assert.deepEqual(JSON.parse(decodeURIComponent(argument)), ['untitled:Copy (1)']);
    assert.doesNotMatch((await document.said({ line: 0, character: 0 })).words, /command:/);
  });

  it('show a name from a template as it is, and never as a link', async () => {
    await start();
    const document = new AskedDocument(server, uri);
    const name = '[`x`](command:pelint.fixAll)';
    const template = vault().replace('rsv-1', name).replace('resource vault', 'resource ‹vault›');
    const { words } = await document.said(await document.open(template));
    assert.ok(words.includes(`\`\`${name}\`\``));
  });

  it('explain rules that suppressions name, in Bicep and JSON', async () => {
    await start();
    const bicep = new AskedDocument(server, uri);
    const { words, about } = await bicep.said(await bicep.open('#disable-next-line ‹PE103› // why\nparam a string\n'));
    assert.equal(about, 'PE103');
    assert.match(words, /^\*\*PE103: static-ip\*\* \(error\)/);
    assert.match(words, /\n\n\[Explain PE103\]\(https:[^)]*pe103-static-ip\.md\)$/);
    const template = (head: string, comment: string): string =>
      `{ "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#", ${head} "contentVersion": "1.0.0.0",\n${comment}\n"resources": [] }`;
    for (const text of [
      template('', '// pelint-disable-next-line ‹static-ip› -- why'),
      template('"metadata": { "pelint": { "disable": [ { "rule": "‹PE103›", "reason": "why" } ] } },', ''),
    ]) {
      const json = new AskedDocument(server, `${uri}.json`, 'jsonc');
      assert.match((await json.said(await json.open(text))).words, /^\*\*PE103: static-ip\*\*/, text);
      await server.close(json.uri);
    }
    const other = await bicep.change('#disable-next-line ‹BCP081›\nparam a string\n');
    assert.equal(await bicep.hover(other), null);
  });

  it('link once to the page of a rule, which a client with a command for it opens itself', async () => {
    await start(undefined, { initializationOptions: { commands: [commandIds.explainRule] } });
    const document = new AskedDocument(server, uri);
    const { words } = await document.said(await document.open('#disable-next-line ‹PE103› // why\nparam a string\n'));
    assert.match(words, /\n\n\[Explain PE103\]\(command:pelint\.explainRule\?[^)]*\)$/);
    assert.doesNotMatch(words, /https:/);
  });

  it('explain a zone where it is declared, too', async () => {
    await start();
    const document = new AskedDocument(server, uri);
    const template = withZone("'privatelink.we.backup.windowsazure.com'").replace(
      'resource backupZone',
      'resource ‹backupZone›',
    );
    const { words, about } = await document.said(await document.open(template));
    assert.equal(about, 'backupZone');
    assert.match(words, /^\*\*Private DNS zone\*\* of Azure Backup/);
  });

  it('explain a configuration file', async () => {
    await start();
    const document = new AskedDocument(server, 'file:///nowhere/pelint.config.json', 'json');
    assert.match((await document.said(await document.open('{ "‹root›": true }'))).words, /a project by itself/);
    const position = await document.change('{ "rules": { "‹PE103›": "off" } }');
    assert.match((await document.said(position)).words, /^\*\*PE103: static-ip\*\*/);
  });

  describe('in a project of several files', () => {
    let folder: TemporaryFolder;
    const uriOf = (file: string): string => pathToFileURL(path.join(folder.path, file)).href;
    const parameters = (code: string): string => `using 'main.bicep'\nparam code = '${code}'\n`;
    const module = zone('z', "'privatelink.${‹code›}.backup.windowsazure.com'");

    beforeEach(() => {
      folder = temporaryFolder({
        'pelint.config.json': '{ "root": true }',
        'main.bicep': "param code string\nmodule zone 'zone.bicep' = { params: { code: code } }\n",
        'zone.bicep': readMarks(`param code string\n${module}`).text,
        'dev.bicepparam': parameters('we'),
        'prod.bicepparam': parameters('ne'),
      });
    });
    afterEach(() => folder.remove());

    it('tell what a module gets from each deployment', async () => {
      await start(undefined, { folders: [uriOf('')] });
      const document = new AskedDocument(server, uriOf('zone.bicep'));
      const { words } = await document.said(await document.open(`param code string\n${module}`));
      assert.match(words, /With `dev\.bicepparam`:\n\n.*West Europe/);
      assert.match(words, /With `prod\.bicepparam`:\n\n.*North Europe/);
    });

    it('follow a parameter file that is edited', async () => {
      await start(undefined, { folders: [uriOf('')] });
      const dev = new AskedDocument(server, uriOf('dev.bicepparam'), 'bicep-params');
      await dev.open(parameters('we'));
      const position = await dev.change(parameters('‹eus2›'));
      const { words, about } = await dev.said(position);
      assert.deepEqual([about], ["'eus2'"]);
      assert.match(words, /East US 2/);
    });

    it('know the geo codes of the configuration', async () => {
      folder.write('pelint.config.json', '{ "root": true, "geoCodes": { "westeurope": "abc" } }');
      folder.write('dev.bicepparam', parameters('abc'));
      await start(undefined, { folders: [uriOf('')] });
      const dev = new AskedDocument(server, uriOf('dev.bicepparam'), 'bicep-params');
      assert.match((await dev.said(await dev.open(parameters('‹abc›')))).words, /West Europe/);
    });
  });
});
