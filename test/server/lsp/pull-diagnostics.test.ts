import { strict as assert } from 'node:assert';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { CancellationTokenSource } from 'vscode-jsonrpc';
import {
  FileChangeType,
  WorkspaceDiagnosticRequest,
  type DocumentDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { listFilesRequest, readFileRequest, type FileParams, type ReadFileResult } from '../../../server/src/protocol';
import { LanguageServer, pullCapabilities } from '../../support/language-server';

const zone = (geo: string): string => `resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: 'privatelink.${geo}.backup.windowsazure.com'
  location: 'global'
}
`;
const usesZone = "module zone 'zone.bicep' = {}\n";

describe('diagnostics that the client asks for', () => {
  let folder: string;
  let server: LanguageServer;
  const uriOf = (name: string): string => pathToFileURL(path.join(folder, name)).href;
  const write = (name: string, text: string): void => writeFileSync(path.join(folder, name), text);
  const start = async (capabilities = pullCapabilities): Promise<void> => {
    server = await LanguageServer.start({ folders: [pathToFileURL(folder).href], capabilities });
  };

  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'pelint-pull-'));
    mkdirSync(path.join(folder, '.git'));
  });

  afterEach(async () => {
    assert.deepEqual(server.published, [], 'what is asked for is not sent, too');
    assert.equal(await server.stop(), 0);
    rmSync(folder, { recursive: true });
  });

  it('are those of the text as it is when it is asked', async () => {
    await start();
    const uri = uriOf('main.bicep');
    await server.open(uri, 'bicep', zone('we'));
    assert.deepEqual(codes(await server.pull(uri)), []);
    await server.change(uri, zone('westeurope'));
    assert.deepEqual(codes(await server.pull(uri)), ['PE202']);
    await server.change(uri, zone('we'));
    assert.deepEqual(codes(await server.pull(uri)), []);
  });

  it('are not sent twice under one result ID, but again for another version of the document', async () => {
    await start();
    const uri = uriOf('main.bicep');
    await server.open(uri, 'bicep', zone('westeurope'));
    const first = await server.pull(uri);
    assert.equal((await server.pull(uri, first.resultId)).kind, 'unchanged');
    assert.equal((await server.pull(uri, 'of another server')).kind, 'full');
    await server.change(uri, zone('westeurope'));
    const later = await server.pull(uri, first.resultId);
    assert.equal(later.kind, 'full');
    assert.notEqual(later.resultId, first.resultId);
  });

  it('are asked for again when a client has asked a moment before it opened the document', async () => {
    await start();
    const uri = uriOf('main.bicep');
    assert.deepEqual(codes(await server.pull(uri)), []);
    await server.open(uri, 'bicep', zone('westeurope'));
    await until(() => server.refreshes > 0);
    assert.deepEqual(codes(await server.pull(uri)), ['PE202']);
  });

  it('of a module are asked for again when a template or the disk changes them', async () => {
    await start();
    const [main, module] = [uriOf('main.bicep'), uriOf('zone.bicep')];
    const parametrized = "param geo string = 'we'\n" + zone('${geo}');
    await server.open(module, 'bicep', parametrized);
    await server.open(main, 'bicep', "module zone 'zone.bicep' = { params: { geo: 'we' } }\n");
    await server.pull(module);
    await server.pull(main);
    await server.change(main, "module zone 'zone.bicep' = { params: { geo: 'westeurope' } }\n");
    await server.pull(main);
    const before = server.refreshes;
    await server.change(module, zone('westeurope'));
    await server.pull(module);
    write('pelint.config.json', '{ "rules": { "PE202": "off" } }');
    await server.changedOnDisk(uriOf('pelint.config.json'), FileChangeType.Created);
    await until(() => server.refreshes > before);
    assert.deepEqual(codes(await server.pull(module)), []);
    const asked = server.refreshes;
    await server.pull(module);
    await server.pull(main);
    await wait(100);
    assert.equal(server.refreshes, asked, 'nothing changed, so nothing is to be asked again');
  });

  it('of files that are not open come with the workspace, once, and go when nobody shows them any more', async () => {
    await start();
    write('zone.bicep', zone('westeurope'));
    const [main, module] = [uriOf('main.bicep'), uriOf('zone.bicep')];
    await server.open(main, 'bicep', usesZone);
    const { items } = await server.pullWorkspace();
    const [report] = items.filter(({ uri }) => uri === module);
    assert.ok(report?.resultId);
    assert.deepEqual(codes(report), ['PE202']);
    assert.equal(report.version, null);
    const later = server.pullWorkspace({ [module]: report.resultId });
    assert.equal(await Promise.race([later, wait(150, 'waits')]), 'waits');
    await server.change(main, '');
    const [gone] = (await later).items.filter(({ uri }) => uri === module);
    assert.deepEqual(gone && codes(gone), []);
  });

  it('of the workspace can be given up', async () => {
    await start();
    await server.open(uriOf('main.bicep'), 'bicep', zone('we'));
    const source = new CancellationTokenSource();
    const asked = server.pullWorkspace({}, source.token);
    setTimeout(() => source.cancel(), 50);
    await assert.rejects(asked, /no longer waits|cancel/i);
  });

  it('of the workspace come in parts, as long as it is wanted, for clients that take that', async () => {
    await start();
    write('zone.bicep', zone('westeurope'));
    const [main, module] = [uriOf('main.bicep'), uriOf('zone.bicep')];
    const parts: WorkspaceDocumentDiagnosticReport[] = [];
    const { partialResult } = WorkspaceDiagnosticRequest;
    server.connection.onProgress(partialResult, 'all', (part) => void parts.push(...(part?.items ?? [])));
    await server.open(main, 'bicep', usesZone);
    const source = new CancellationTokenSource();
    const params = { previousResultIds: [], partialResultToken: 'all' };
    const asked = server.connection.sendRequest(WorkspaceDiagnosticRequest.type, params, source.token);
    await until(() => parts.some((it) => it.uri === module && codes(it).includes('PE202')));
    await server.change(main, '');
    await until(() => codes(parts.findLast(({ uri }) => uri === module)).length === 0);
    source.cancel();
    await assert.rejects(asked, /no longer waits|cancel/i);
    assert.deepEqual(
      parts.filter(({ kind }) => kind !== 'full'),
      [],
      'what has not changed is not told',
    );
  });

  it('of a document that is closed are answered at once: until then VS Code passes over what it is told of it along with others', async () => {
    const root = 'vscode-vfs://github/me/repository';
    server = await LanguageServer.start({
      folders: [root],
      capabilities: pullCapabilities,
      initializationOptions: { fileSystem: true },
    });
    let deliver: ((file: ReadFileResult) => void) | undefined;
    const slow = new Promise<ReadFileResult>((resolve) => (deliver = resolve));
    server.connection.onRequest(listFilesRequest, () => []);
    server.connection.onRequest(readFileRequest, ({ uri }: FileParams) => (uri.endsWith('slow.bicep') ? slow : null));
    const [main, module] = [`${root}/main.bicep`, `${root}/zone.bicep`];
    await server.open(main, 'bicep', `${usesZone}module slow 'slow.bicep' = {}\n`);
    await server.open(module, 'bicep', zone('we'));
    const asked = server.pull(module);
    await server.close(module);
    assert.deepEqual(codes(await asked), [], 'the check still waits for a file');
    deliver?.({ text: '' });
    await server.settled(main);
  });

  it('bring along what stands in other files, for clients that take that', async () => {
    await start({ ...pullCapabilities, textDocument: { diagnostic: { relatedDocumentSupport: true } } });
    write('zone.bicep', zone('westeurope'));
    const [main, module] = [uriOf('main.bicep'), uriOf('zone.bicep')];
    await server.open(main, 'bicep', usesZone);
    const { relatedDocuments } = await server.pull(main);
    const related = relatedDocuments?.[module];
    assert.deepEqual(related && codes(related as DocumentDiagnosticReport), ['PE202']);
    await server.change(main, '');
    const later = (await server.pull(main)).relatedDocuments?.[module];
    assert.deepEqual(later && codes(later as DocumentDiagnosticReport), []);
    assert.equal((await server.pull(main)).relatedDocuments, undefined, 'the client knows it now');
  });
});

function codes(report: DocumentDiagnosticReport | WorkspaceDocumentDiagnosticReport | undefined): unknown[] {
  assert.ok(report?.kind === 'full');
  return report.items.map(({ code }) => code);
}

async function until(holds: () => boolean): Promise<void> {
  const end = Date.now() + 5_000;
  while (!holds()) {
    assert.ok(Date.now() < end, 'waited for five seconds');
    await wait(5);
  }
}
