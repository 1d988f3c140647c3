import { strict as assert } from 'node:assert';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  listFilesRequest,
  readFileRequest,
  trustedNotification,
  type FileParams,
  type ReadFileResult,
} from '../../../server/src/protocol';
import { LanguageServer } from '../../support/language-server';

const zone =
  "resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = {\n  name: 'privatelink.westeurope.backup.windowsazure.com'\n}\n";
const uses = (file: string): string => `module zone '${file}' = {}\n`;

describe('a language server in a workspace that is not trusted', () => {
  let base: string;
  let server: LanguageServer;
  const uriOf = (name: string): string => pathToFileURL(path.join(base, name)).href;
  const found = async (name: string): Promise<boolean> => {
    await server.settled(uriOf('workspace/main.bicep'));
    return server.diagnostics(uriOf(name)).length > 0;
  };

  beforeEach(async () => {
    base = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'pelint-trust-')));
    for (const folder of ['workspace', 'workspace-2', '.git']) mkdirSync(path.join(base, folder));
    for (const name of ['outside.bicep', 'workspace-2/outside.bicep', 'workspace/inside.bicep'])
      writeFileSync(path.join(base, name), zone);
    server = await LanguageServer.start({ folders: [uriOf('workspace')], initializationOptions: { trusted: false } });
  });

  afterEach(async () => {
    assert.equal(await server.stop(), 0);
    rmSync(base, { recursive: true });
  });

  it('reads what lies in it', async () => {
    await server.open(uriOf('workspace/main.bicep'), 'bicep', uses('inside.bicep'));
    assert.equal(await found('workspace/inside.bicep'), true);
  });

  for (const outside of ['outside.bicep', 'workspace-2/outside.bicep'])
    it(`does not follow a path to ${outside} before it is trusted`, async () => {
      await server.open(uriOf('workspace/main.bicep'), 'bicep', uses(`../${outside}`));
      assert.equal(await found(outside), false);
      await server.connection.sendNotification(trustedNotification);
      await server.shows(uriOf(outside), (diagnostics) => diagnostics.length > 0);
    });

  it('does not follow a link out of it', async () => {
    symlinkSync(path.join(base, 'outside.bicep'), path.join(base, 'workspace', 'link.bicep'));
    await server.open(uriOf('workspace/main.bicep'), 'bicep', uses('link.bicep'));
    assert.equal(await found('workspace/link.bicep'), false);
    await server.connection.sendNotification(trustedNotification);
    await server.shows(uriOf('workspace/link.bicep'), (diagnostics) => diagnostics.length > 0);
  });

  it('counts what is open, wherever it lies', async () => {
    await server.open(uriOf('outside.bicep'), 'bicep', zone);
    await server.shows(uriOf('outside.bicep'), (diagnostics) => diagnostics.length > 0);
  });
});

describe('files that only the client can read', () => {
  const root = 'vscode-vfs://github/me/repository';
  let server: LanguageServer;
  let asked: string[];

  const start = async (files: Readonly<Record<string, ReadFileResult>>, fileSystem = true): Promise<void> => {
    asked = [];
    server = await LanguageServer.start({ folders: [root], initializationOptions: { fileSystem } });
    server.connection.onRequest<ReadFileResult, unknown>(readFileRequest, ({ uri }: FileParams) => {
      asked.push(uri);
      return files[uri] ?? null;
    });
    server.connection.onRequest(listFilesRequest, ({ uri }: FileParams) =>
      Object.keys(files).filter((file) => file.startsWith(uri)),
    );
  };

  afterEach(async () => {
    assert.equal(await server.stop(), 0);
  });

  it('are read through it: modules, and the configuration of the project', async () => {
    const configuration = { text: '{ "root": true, "rules": { "PE202": "warning" } }' };
    await start({ [`${root}/infra/zone.bicep`]: { text: zone }, [`${root}/infra/pelint.config.json`]: configuration });
    await server.open(`${root}/infra/main.bicep`, 'bicep', uses('zone.bicep'));
    const [finding] = await server.shows(`${root}/infra/zone.bicep`, (diagnostics) => diagnostics.length > 0);
    assert.deepEqual([finding?.code, finding?.severity], ['PE202', 2]);
  });

  it('that cannot be read are said in the log', async () => {
    await start({ [`${root}/zone.bicep`]: { problem: 'the repository is gone' } });
    await server.open(`${root}/main.bicep`, 'bicep', uses('zone.bicep'));
    await server.settled(`${root}/main.bicep`);
    assert.ok(server.logged.some((line) => /zone\.bicep cannot be read: the repository is gone/.test(line)));
  });

  it('are checked as far as they are open where they cannot be listed, which is said once', async () => {
    await start({ [`${root}/zone.bicep`]: { text: zone } });
    server.connection.onRequest(listFilesRequest, () => {
      throw new Error('the repository is gone');
    });
    await server.open(`${root}/main.bicep`, 'bicep', uses('zone.bicep'));
    const shown = (count: number) => (diagnostics: readonly unknown[]) => diagnostics.length === count;
    await server.shows(`${root}/main.bicep`, shown(1));
    await server.change(`${root}/main.bicep`, '');
    await server.shows(`${root}/main.bicep`, shown(0));
    assert.equal(server.logged.length, 1);
    assert.match(
      server.logged[0] ?? '',
      /^The files of .*\/me\/repository cannot be listed: .*the repository is gone$/,
    );
    assert.deepEqual(server.messages, []);
  });

  it('are left alone as long as only JSON is open that has nothing to do with templates', async () => {
    await start({ [`${root}/zone.bicep`]: { text: zone } });
    let listings = 0;
    server.connection.onRequest(listFilesRequest, () => {
      listings++;
      return [`${root}/zone.bicep`];
    });
    await server.open(`${root}/package.json`, 'json', '{}');
    await server.settled(`${root}/package.json`);
    assert.equal(listings, 0);
    assert.ok(!asked.includes(`${root}/zone.bicep`));
    await server.open(`${root}/main.bicep`, 'bicep', uses('zone.bicep'));
    await server.shows(`${root}/zone.bicep`, (diagnostics) => diagnostics.length > 0);
    await server.close(`${root}/main.bicep`);
    await server.shows(`${root}/zone.bicep`, (diagnostics) => diagnostics.length === 0);
  });

  it('are none for a client that knows nothing of them', async () => {
    server = await LanguageServer.start({ folders: [root], capabilities: {} });
    await server.open(`${root}/main.bicep`, 'bicep', zone);
    await server.shows(`${root}/main.bicep`, (diagnostics) => diagnostics.length > 0);
    assert.deepEqual([server.logged, server.messages], [[], []]);
  });

  it('are not asked for where the client does not say that it reads files', async () => {
    await start({}, false);
    await server.open(`${root}/main.bicep`, 'bicep', zone);
    await server.shows(`${root}/main.bicep`, (diagnostics) => diagnostics.length > 0);
    assert.deepEqual(asked, []);
  });
});
