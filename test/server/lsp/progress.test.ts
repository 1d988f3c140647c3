import { strict as assert } from 'node:assert';
import { setTimeout as wait } from 'node:timers/promises';
import {
  WorkDoneProgress,
  WorkDoneProgressCreateRequest,
  type WorkDoneProgressBegin,
  type WorkDoneProgressEnd,
  type WorkDoneProgressReport,
} from 'vscode-languageserver/node';
import { listFilesRequest, readFileRequest } from '../../../server/src/protocol';
import { LanguageServer, usualCapabilities } from '../../support/language-server';

type Told = WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd;

const root = 'vscode-vfs://github/me/repository';
const main = `${root}/main.bicep`;

describe('progress of the language server', () => {
  let server: LanguageServer;
  let told: Told[];

  /** A project whose files come only when `ready` says so. */
  const openProject = async (workDoneProgress: boolean, ready: () => Promise<unknown>): Promise<void> => {
    told = [];
    const capabilities = { ...usualCapabilities, window: { workDoneProgress } };
    server = await LanguageServer.start({ folders: [root], capabilities, initializationOptions: { fileSystem: true } });
    const { connection } = server;
    connection.onRequest(WorkDoneProgressCreateRequest.type, ({ token }) => {
      connection.onProgress(WorkDoneProgress.type, token, (progress) => void told.push(progress));
    });
    connection.onRequest(listFilesRequest, () => Array.from({ length: 50 }, (_, index) => `${root}/${index}.bicep`));
    connection.onRequest(readFileRequest, async ({ uri }: { readonly uri: string }) => {
      if (uri.endsWith('.bicep')) await ready();
      return { text: '' };
    });
    await server.open(main, 'bicep', '');
    await server.settled(main);
  };

  afterEach(async () => {
    assert.equal(await server.stop(), 0);
  });

  it('is shown while a large project is read for the first time, and ends', async () => {
    await openProject(true, () => until(() => told.length > 0));
    await until(() => told.at(-1)?.kind === 'end');
    assert.equal(told[0]?.kind, 'begin');
    assert.ok(told.slice(1, -1).every(({ kind }) => kind === 'report'));
    const before = told.length;
    await server.change(main, 'param a int\n');
    await server.settled(main);
    assert.equal(told.length, before, 'what is known needs no progress');
  });

  it('is not shown by clients that cannot', async () => {
    await openProject(false, () => wait(700));
    assert.deepEqual(told, []);
  });
});

async function until(holds: () => boolean): Promise<void> {
  const end = Date.now() + 10_000;
  while (!holds()) {
    assert.ok(Date.now() < end, 'waited for ten seconds');
    await wait(5);
  }
}
