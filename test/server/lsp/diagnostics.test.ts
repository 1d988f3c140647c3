import { strict as assert } from 'node:assert';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { setTimeout as wait } from 'node:timers/promises';
import { DiagnosticSeverity, FileChangeType, type Diagnostic } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { LanguageServer, usualCapabilities } from '../../support/language-server';

const zone = (geo: string): string => `resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: 'privatelink.${geo}.backup.windowsazure.com'
  location: 'global'
}
`;
const jsonZone = (geo: string): string => `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Network/privateDnsZones",
      "apiVersion": "2024-06-01",
      "name": "privatelink.${geo}.backup.windowsazure.com",
      "location": "global"
    }
  ]
}
`;

describe('diagnostics of the language server', () => {
  let folder: string;
  let server: LanguageServer;
  const uriOf = (name: string): string => pathToFileURL(path.join(folder, name)).href;
  const write = (name: string, text: string): void => writeFileSync(path.join(folder, name), text);

  beforeEach(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'pelint-lsp-'));
    mkdirSync(path.join(folder, '.git'));
    server = await LanguageServer.start({ folders: [pathToFileURL(folder).href] });
  });

  afterEach(async () => {
    assert.equal(await server.stop(), 0);
    rmSync(folder, { recursive: true });
  });

  it('stand where the user must type, with rule, level and page', async () => {
    const uri = uriOf('main.bicep');
    await server.open(uri, 'bicep', zone('westeurope'));
    const [finding] = await server.shows(uri, isNotEmpty);
    assert.ok(finding);
    assert.match(textAt(zone('westeurope'), finding), /^.{0,13}westeurope.*$/);
    assert.deepEqual([finding.code, finding.source, finding.severity], ['PE202', 'pelint', DiagnosticSeverity.Error]);
    assert.match(finding.codeDescription?.href ?? '', /^https:.*pe202/i);
  });

  it('follow the text, also what is not saved, and name its version', async () => {
    const uri = uriOf('main.bicep');
    write('main.bicep', zone('we'));
    await server.open(uri, 'bicep', zone('we'));
    const version = await server.change(uri, `// One line more\n${zone('westeurope')}`);
    const [finding] = await server.shows(uri, isNotEmpty);
    assert.equal(finding?.range.start.line, 2);
    assert.equal(server.published.at(-1)?.version, version);
    await server.change(uri, zone('we'));
    await server.shows(uri, isEmpty);
  });

  it('are those of the last text after a burst of changes', async () => {
    const uri = uriOf('main.bicep');
    await server.open(uri, 'bicep', zone('we'));
    const text = zone('westeurope');
    for (let length = 0; length < text.length; length++) void server.change(uri, text.slice(0, length));
    const version = await server.change(uri, text);
    await server.settled(uri);
    assert.deepEqual(
      server.diagnostics(uri).map(({ code }) => code),
      ['PE202'],
    );
    assert.equal(server.published.findLast((params) => params.uri === uri)?.version, version);
  });

  it('are published again for a new version: the editor may have lost their places', async () => {
    const uri = uriOf('main.bicep');
    await server.open(uri, 'bicep', zone('westeurope'));
    await server.shows(uri, isNotEmpty);
    const before = server.published.length;
    await server.change(uri, zone('westeurope'));
    await server.settled(uri);
    assert.equal(server.published.length, before + 1);
  });

  it('stand in a module that is not open, and leave it with the last template that uses it', async () => {
    write('zone.bicep', zone('westeurope'));
    const [main, module] = [uriOf('main.bicep'), uriOf('zone.bicep')];
    await server.open(main, 'bicep', "module zone 'zone.bicep' = {}\n");
    await server.shows(module, isNotEmpty);
    assert.deepEqual(server.diagnostics(main), []);
    await server.change(main, '');
    await server.shows(module, isEmpty);
  });

  it('appear once for a module that two templates use', async () => {
    write('zone.bicep', zone('westeurope'));
    const module = uriOf('zone.bicep');
    for (const name of ['one.bicep', 'two.bicep'])
      await server.open(uriOf(name), 'bicep', "module zone 'zone.bicep' = {}\n");
    await server.shows(module, isNotEmpty);
    await server.settled(uriOf('two.bicep'));
    assert.equal(server.diagnostics(module).length, 1);
    await server.close(uriOf('one.bicep'));
    await server.settled(uriOf('two.bicep'));
    assert.equal(server.diagnostics(module).length, 1);
    await server.close(uriOf('two.bicep'));
    await server.shows(module, isEmpty);
  });

  it('come from the unsaved text of a module, then from the disk again when it is closed', async () => {
    write('zone.bicep', zone('we'));
    const [main, module] = [uriOf('main.bicep'), uriOf('zone.bicep')];
    await server.open(main, 'bicep', "module zone 'zone.bicep' = {}\n");
    await server.open(module, 'bicep', zone('we'));
    await server.change(module, zone('westeurope'));
    await server.shows(module, isNotEmpty);
    await server.close(module);
    await server.shows(module, isEmpty);
  });

  it('follow the disk where the client watches it', async () => {
    await server.stop();
    const watching = { ...usualCapabilities.workspace, didChangeWatchedFiles: { dynamicRegistration: true } };
    server = await LanguageServer.start({
      folders: [pathToFileURL(folder).href],
      capabilities: { ...usualCapabilities, workspace: watching },
    });
    const [main, module] = [uriOf('main.bicep'), uriOf('zone.bicep')];
    await server.open(main, 'bicep', "module zone 'zone.bicep' = {}\n");
    await server.settled(main);

    write('zone.bicep', zone('westeurope'));
    await server.changedOnDisk(module, FileChangeType.Created);
    await server.shows(module, isNotEmpty);
    write('zone.bicep', zone('we'));
    await server.changedOnDisk(module, FileChangeType.Changed);
    await server.shows(module, isEmpty);
    write('zone.bicep', zone('westeurope'));
    await server.changedOnDisk(module, FileChangeType.Changed);
    await server.shows(module, isNotEmpty);
    rmSync(path.join(folder, 'zone.bicep'));
    await server.changedOnDisk(module, FileChangeType.Deleted);
    await server.shows(module, isEmpty);
  });

  it('follow a parameter file', async () => {
    const parameterized = `param geo string\n${zone('${geo}')}`;
    write('main.bicep', parameterized);
    const [main, parameters] = [uriOf('main.bicep'), uriOf('main.bicepparam')];
    await server.open(main, 'bicep', parameterized);
    await server.open(parameters, 'bicep-params', "using 'main.bicep'\nparam geo = 'we'\n");
    await server.settled(main);
    assert.deepEqual([...server.diagnostics(main), ...server.diagnostics(parameters)], []);
    await server.change(parameters, "using 'main.bicep'\nparam geo = 'westeurope'\n");
    await server.shows(parameters, isNotEmpty);
  });

  it('are cleared when the document is closed, and come back when it is opened again', async () => {
    const uri = uriOf('main.bicep');
    await server.open(uri, 'bicep', zone('westeurope'));
    await server.shows(uri, isNotEmpty);
    await server.close(uri);
    await server.shows(uri, isEmpty);
    await server.open(uri, 'bicep', zone('westeurope'));
    await server.shows(uri, isNotEmpty);
  });

  it('appear in ARM JSON and in a document without a file', async () => {
    for (const uri of [uriOf('main.json'), 'untitled:Untitled-1']) {
      await server.open(uri, 'json', jsonZone('westeurope'));
      const [finding] = await server.shows(uri, isNotEmpty);
      assert.ok(finding);
      assert.match(textAt(jsonZone('westeurope'), finding), /^.{0,13}westeurope.*$/);
      await server.close(uri);
      await server.shows(uri, isEmpty);
    }
  });

  it('do not appear in JSON that is no template', async () => {
    const uri = uriOf('package.json');
    await server.open(uri, 'json', '{ "zones": ["privatelink.westeurope.backup.windowsazure.com"]');
    await server.settled(uri);
    await wait(100);
    assert.deepEqual(server.published, []);
    assert.deepEqual(server.logged, []);
  });
});

function textAt(text: string, { range }: Diagnostic): string {
  return TextDocument.create('', '', 0, text).getText(range);
}

function isEmpty(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.length === 0;
}

function isNotEmpty(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.length > 0;
}
