import { strict as assert } from 'node:assert';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { DiagnosticSeverity, FileChangeType, type Diagnostic } from 'vscode-languageserver';
import { LanguageServer, usualCapabilities } from '../../support/language-server';
import { temporaryFolder, type TemporaryFolder } from '../../support/temporary-folder';

const zone = `resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: 'privatelink.westeurope.backup.windowsazure.com'
  location: 'global'
}
`;

describe('the configuration in the language server', () => {
  let folder: TemporaryFolder;
  let server: LanguageServer;
  const uriOf = (name: string): string => pathToFileURL(path.join(folder.path, name)).href;
  const file = 'pelint.config.json';

  beforeEach(async () => {
    folder = temporaryFolder({ '.git/HEAD': '', 'main.bicep': zone });
    const watching = { ...usualCapabilities.workspace, didChangeWatchedFiles: { dynamicRegistration: true } };
    const capabilities = { ...usualCapabilities, workspace: watching };
    server = await LanguageServer.start({ folders: [pathToFileURL(folder.path).href], capabilities });
    await server.open(uriOf('main.bicep'), 'bicep', zone);
    await server.shows(uriOf('main.bicep'), hasLevel(DiagnosticSeverity.Error));
  });
  afterEach(async () => {
    assert.equal(await server.stop(), 0);
    folder.remove();
  });

  it('is followed on the disk: when it comes, changes and goes', async () => {
    folder.write(file, '{ "rules": { "PE202": "info" } }');
    await server.changedOnDisk(uriOf(file), FileChangeType.Created);
    await server.shows(uriOf('main.bicep'), hasLevel(DiagnosticSeverity.Information));
    folder.write(file, '{ "rules": { "PE202": "off" } }');
    await server.changedOnDisk(uriOf(file), FileChangeType.Changed);
    await server.shows(uriOf('main.bicep'), (diagnostics) => diagnostics.length === 0);
    rmSync(path.join(folder.path, file));
    await server.changedOnDisk(uriOf(file), FileChangeType.Deleted);
    await server.shows(uriOf('main.bicep'), hasLevel(DiagnosticSeverity.Error));
  });

  it('counts as it is typed, and shows its mistakes in itself', async () => {
    folder.write(file, '{}');
    await server.open(uriOf(file), 'json', '{ "rules": { "PE202": "warning" } }');
    await server.shows(uriOf('main.bicep'), hasLevel(DiagnosticSeverity.Warning));
    await server.change(uriOf(file), '{ "rules": { "PE202": "warn" } }');
    const [mistake] = await server.shows(uriOf(file), hasLevel(DiagnosticSeverity.Error));
    assert.match(JSON.stringify(mistake?.message), /'warn' is not a level\. Did you mean 'warning'\?/);
    assert.equal(mistake?.range.start.character, '{ "rules": { "PE202": '.length);
    await server.change(uriOf(file), '{ "rules": { "PE202": "info" } }');
    await server.shows(uriOf(file), (diagnostics) => diagnostics.length === 0);
    await server.shows(uriOf('main.bicep'), hasLevel(DiagnosticSeverity.Information));
  });

  it('is not lost with a mistake in a file that is not open', async () => {
    folder.write(file, '{ "rules": { "PE202": "info" }, "x": 1 }');
    await server.changedOnDisk(uriOf(file), FileChangeType.Created);
    await server.shows(uriOf(file), hasLevel(DiagnosticSeverity.Error));
    await server.shows(uriOf('main.bicep'), hasLevel(DiagnosticSeverity.Information));
  });
});

function hasLevel(severity: DiagnosticSeverity): (diagnostics: readonly Diagnostic[]) => boolean {
  return (diagnostics) => diagnostics.length > 0 && diagnostics.every((it) => it.severity === severity);
}
