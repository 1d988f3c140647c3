import { strict as assert } from 'node:assert';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import {
  createProtocolConnection,
  ExitNotification,
  InitializeRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { buildCommand } from '../../../support/command';
import { repositoryRoot } from '../../../support/repository';

describe('pelint lsp', () => {
  it('serves an editor over standard input and output, and ends when that says so', async () => {
    const args = [path.join(repositoryRoot, 'dist', 'cli.js'), 'lsp', '--stdio'];
    const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    const reading = new StreamMessageReader(child.stdout);
    const connection = createProtocolConnection(reading, new StreamMessageWriter(child.stdin));
    connection.listen();
    const answer = await connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: null,
      capabilities: {},
    });
    assert.equal(answer.serverInfo?.name, 'pelint');
    await connection.sendRequest(ShutdownRequest.type);
    const exit = once(child, 'exit');
    await connection.sendNotification(ExitNotification.type);
    assert.deepEqual(await exit, [0, null]);
  });

  for (const args of [
    ['--socket', '1'],
    ['--pipe', 'nothing-of-that-name.sock'],
  ])
    it(`ends with a word where nobody listens: ${args.join(' ')}`, async () => {
      const pelint = await buildCommand();
      const { status, stderr } = await pelint(['lsp', ...args], { cwd: repositoryRoot });
      assert.match(stderr, /^pelint: The editor cannot be reached: .*\n$/);
      assert.equal(status, 1);
    });

  for (const [args, message] of [
    [[], /pelint lsp --stdio/],
    [['--stdio', '--pipe', 'x'], /in one way/],
    [['--stdio', 'main.bicep'], /takes no 'main\.bicep'/],
    [['--stdoi'], /Did you mean --stdio/],
    [['--socket', 'abc'], /number of a port/],
    [['--socket', '65536'], /from 1 to 65535/],
  ] as const)
    it(`refuses ${JSON.stringify(args)} with what to do`, async () => {
      const pelint = await buildCommand();
      const { status, stderr } = await pelint(['lsp', ...args], { cwd: repositoryRoot });
      assert.equal(status, 2);
      assert.match(stderr, message);
    });
});
