import { strict as assert } from 'node:assert';
import path from 'node:path';
import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver';
import { uriOfPath } from '../../../server/src/host/paths';
import { LanguageServer, pullCapabilities, watchingCapabilities } from '../../support/language-server';
import { temporaryFolder, type TemporaryFolder } from '../../support/temporary-folder';

const zone = `param geo string
resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: 'privatelink.${'${geo}'}.backup.windowsazure.com'
}
`;
const otherZone = zone.replace('backup.windowsazure.com', 'example.com');
const main = "module zone '../zone.bicep' = { params: { geo: 'westeurope' } }\n";

describe('a file that several projects share', () => {
  let folder: TemporaryFolder;
  let server: LanguageServer;
  const uriOf = (file: string): string => uriOfPath(path.join(folder.path, file));
  const inner = (): string => uriOf('inner/main.bicep');

  beforeEach(() => {
    // A repository in another, as submodules are.
    folder = temporaryFolder({ '.git/HEAD': '', 'inner/.git/HEAD': '', 'zone.bicep': zone, 'inner/main.bicep': main });
  });
  afterEach(async () => {
    assert.equal(await server.stop(), 0);
    folder.remove();
  });

  it('concerns all of them as it is typed: a module', async () => {
    server = await LanguageServer.start({ folders: [uriOf('')], capabilities: watchingCapabilities });
    await server.open(inner(), 'bicep', main);
    await server.shows(inner(), hasCode('PE202'));
    await server.open(uriOf('zone.bicep'), 'bicep', otherZone);
    await server.shows(inner(), isEmpty);
    await server.change(uriOf('zone.bicep'), zone);
    await server.shows(inner(), hasCode('PE202'));
    await server.change(uriOf('zone.bicep'), otherZone);
    await server.shows(inner(), isEmpty);
    await server.close(uriOf('zone.bicep'));
    await server.shows(inner(), hasCode('PE202'));
  });

  it('concerns all of them as it is typed: a configuration', async () => {
    server = await LanguageServer.start({ folders: [uriOf('')], capabilities: watchingCapabilities });
    await server.open(inner(), 'bicep', main);
    await server.shows(inner(), hasCode('PE202'));
    await server.open(uriOf('pelint.config.json'), 'json', '{ "rules": { "PE202": "info" } }');
    await server.shows(inner(), ([first]) => first?.severity === DiagnosticSeverity.Information);
    await server.change(uriOf('pelint.config.json'), '{ "rules": { "PE202": "off" } }');
    await server.shows(inner(), isEmpty);
  });

  it('is waited for in all of them where the client asks', async () => {
    server = await LanguageServer.start({ folders: [uriOf('')], capabilities: pullCapabilities });
    await server.open(inner(), 'bicep', main);
    await server.open(uriOf('zone.bicep'), 'bicep', zone);
    for (const text of [zone, otherZone, zone, otherZone]) {
      await server.change(uriOf('zone.bicep'), text);
      const report = await server.pull(inner());
      assert.equal('items' in report && report.items.length, text === zone ? 1 : 0);
    }
  });

  it('has each mistake once, and at its place in the text as it is now', async () => {
    server = await LanguageServer.start({ folders: [uriOf('')], capabilities: watchingCapabilities });
    await server.open(inner(), 'bicep', main);
    await server.open(uriOf('zone.bicep'), 'bicep', zone);
    for (let lines = 1; lines < 8; lines++) {
      const version = await server.change(inner(), `${'\n'.repeat(lines)}${main}`);
      await server.shows(inner(), () => server.published.at(-1)?.version === version);
      for (const { uri, version: of = 1, diagnostics } of server.published)
        if (uri === inner())
          assert.deepEqual(
            diagnostics.map(({ range }) => range.start.line),
            [of - 1],
          );
    }
  });
});

function hasCode(code: string): (diagnostics: readonly Diagnostic[]) => boolean {
  return (diagnostics) => diagnostics.some((it) => it.code === code);
}

function isEmpty(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.length === 0;
}
