import { strict as assert } from 'node:assert';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { DiagnosticSeverity, FileChangeType, RegistrationRequest, type Diagnostic } from 'vscode-languageserver/node';
import { uriOfPath } from '../../../../server/src/host/paths';
import {
  LanguageServer,
  pullingAndWatchingCapabilities,
  usualCapabilities,
  watchingCapabilities,
  type StartOptions,
} from '../../../support/language-server';
import { temporaryFolder, type TemporaryFolder } from '../../../support/temporary-folder';

const zone = (geo: string): string => `resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: 'privatelink.${geo}.backup.windowsazure.com'
}
`;
const uses = (file: string): string => `module zone '${file}' = {}\n`;
const takesGeo = `param geo string\n${zone('${geo}')}`;

describe('what surrounds the documents of a language server', () => {
  let folder: TemporaryFolder;
  let server: LanguageServer;
  const uriOf = (name: string): string => uriOfPath(path.join(folder.path, name));
  const start = async (options: StartOptions): Promise<void> => {
    server = await LanguageServer.start({ folders: [uriOf('')], ...options });
  };

  beforeEach(() => {
    folder = temporaryFolder({ '.git/HEAD': '' });
  });

  afterEach(async () => {
    assert.deepEqual(server.messages, []);
    assert.equal(await server.stop(), 0);
    folder.remove();
  });

  it('is looked at again where the client watches only some of it: a text that a template loads', async () => {
    folder.write('geo.txt', 'we');
    await start({ capabilities: watchingCapabilities });
    const main = `var geo = loadTextContent('geo.txt')\n${zone('${geo}')}`;
    await server.open(uriOf('main.bicep'), 'bicep', main);
    await server.settled(uriOf('main.bicep'));
    folder.write('geo.txt', 'westeurope');
    await server.change(uriOf('main.bicep'), `${main}\n`);
    await server.shows(uriOf('geo.txt'), hasCode('PE202'));
    rmSync(path.join(folder.path, 'geo.txt'));
    await server.changedOnDisk(uriOf('geo.txt'), FileChangeType.Deleted);
    await server.shows(uriOf('geo.txt'), isEmpty);
  });

  it('is looked at again above the folder that is open', async () => {
    const module = folder.write('shared/zone.bicep', zone('we'));
    await start({ folders: [uriOf('infra')], capabilities: watchingCapabilities });
    await server.open(uriOf('infra/main.bicep'), 'bicep', uses('../shared/zone.bicep'));
    await server.settled(uriOf('infra/main.bicep'));
    folder.write('shared/zone.bicep', zone('westeurope'));
    await server.change(uriOf('infra/main.bicep'), uses('../shared/zone.bicep'));
    await server.shows(uriOfPath(module), hasCode('PE202'));
  });

  it('is gone with a folder of which alone the client tells', async () => {
    folder.write('parts/zone.bicep', zone('westeurope'));
    await start({ capabilities: watchingCapabilities });
    await server.open(uriOf('main.bicep'), 'bicep', uses('parts/zone.bicep'));
    await server.shows(uriOf('parts/zone.bicep'), hasCode('PE202'));
    rmSync(path.join(folder.path, 'parts'), { recursive: true });
    await server.changedOnDisk(uriOf('parts'), FileChangeType.Deleted);
    await server.shows(uriOf('parts/zone.bicep'), isEmpty);
  });

  it('is known in an answer that is asked for right behind a change on disk', async () => {
    await start({ capabilities: pullingAndWatchingCapabilities });
    const uris = ['a', 'b', 'c', 'd', 'e'].map((name) => uriOf(`${name}.bicep`));
    for (const uri of uris) await server.open(uri, 'bicep', zone('westeurope'));
    for (const uri of uris) await server.pull(uri);
    folder.write('pelint.config.json', '{ "rules": { "PE202": "info" } }');
    await server.changedOnDisk(uriOf('pelint.config.json'), FileChangeType.Created);
    const report = await server.pull(uris[0] ?? '');
    assert.deepEqual('items' in report && report.items.map(({ severity }) => severity), [
      DiagnosticSeverity.Information,
    ]);
    assert.equal(server.refreshes, 0, 'the client has not said that it can be told to ask again');
  });

  it('is listed anew when a document is saved, where the client watches nothing', async () => {
    await start({ capabilities: usualCapabilities });
    await server.open(uriOf('main.bicep'), 'bicep', takesGeo);
    await server.settled(uriOf('main.bicep'));
    folder.write('main.bicepparam', "using 'main.bicep'\nparam geo = 'westeurope'\n");
    await server.save(uriOf('main.bicep'));
    await server.shows(uriOf('main.bicepparam'), hasCode('PE202'));
  });

  for (const folders of [undefined, null])
    it(`is the folder of a client that knows only one (${folders === null ? 'and says so' : 'and says nothing else'})`, async () => {
      folder.remove();
      const parameters = "using '../infra/main.bicep'\nparam geo = 'westeurope'\n";
      folder = temporaryFolder({ 'parameters/main.bicepparam': parameters });
      const { workspaceFolders: _, ...workspace } = usualCapabilities.workspace ?? {};
      const capabilities = { ...usualCapabilities, workspace };
      server = await LanguageServer.start({ rootUri: uriOf(''), capabilities, ...(folders === null && { folders }) });
      await server.open(uriOf('infra/main.bicep'), 'bicep', takesGeo);
      await server.shows(uriOf('parameters/main.bicepparam'), hasCode('PE202'));
    });

  it('does without what the client refuses to watch', async () => {
    folder.write('zone.bicep', zone('we'));
    server = LanguageServer.launch();
    server.connection.onRequest(RegistrationRequest.type, () => {
      throw new Error('This client has changed its mind.');
    });
    await server.initialize({ folders: [uriOf('')], capabilities: watchingCapabilities });
    await server.open(uriOf('main.bicep'), 'bicep', uses('zone.bicep'));
    await server.settled(uriOf('main.bicep'));
    folder.write('zone.bicep', zone('westeurope'));
    await server.change(uriOf('main.bicep'), uses('zone.bicep'));
    await server.shows(uriOf('zone.bicep'), hasCode('PE202'));
    assert.ok(!server.logged.some((line) => line.includes('Unexpected failure')), server.logged.join('\n'));
  });

  it('is one whichever way a client writes a drive: file:///C:/ and file:///c%3A/', async () => {
    await start({ folders: ['file:///C:/project'] });
    await server.open('file:///c%3A/project/zone.bicep', 'bicep', takesGeo);
    await server.open(
      'file:///C:/project/main.bicep',
      'bicep',
      "module zone 'zone.bicep' = { params: { geo: 'westeurope' } }\n",
    );
    await server.shows('file:///C:/project/main.bicep', hasCode('PE202'));
    await server.close('file:///C:/project/main.bicep');
    await server.shows('file:///C:/project/main.bicep', isEmpty);
  });

  it('is left by a document that is opened again as of another language', async () => {
    await start({});
    await server.open('untitled:Untitled-1', 'bicep', zone('westeurope'));
    await server.shows('untitled:Untitled-1', hasCode('PE202'));
    await server.open('untitled:Untitled-1', 'json', '{}');
    await server.shows('untitled:Untitled-1', isEmpty);
  });
});

function hasCode(code: string): (diagnostics: readonly Diagnostic[]) => boolean {
  return (diagnostics) => diagnostics.some((it) => it.code === code);
}

function isEmpty(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.length === 0;
}
