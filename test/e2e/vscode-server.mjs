import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';

const startTimeout = 60_000;
const stopTimeout = 5_000;

/** Starts VS Code's server on a free port of this machine, with a data folder of its own unless one is given. */
export async function startServer(folder, environment, { trustEverything = true, data = newDataFolder() } = {}) {
  const port = await freePort();
  const args = ['out/server-main.js', '--host', '127.0.0.1', '--port', String(port), '--server-data-dir', data];
  args.push('--without-connection-token', '--accept-server-license-terms', '--telemetry-level', 'off');
  if (trustEverything) args.push('--disable-workspace-trust');
  // A process group of its own: extension hosts that outlive the server can then be ended with it.
  const child = spawn(process.execPath, args, { cwd: folder, env: { ...process.env, ...environment }, detached: true });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (log += chunk));

  const stop = async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    if (child.exitCode === null) signalGroup(child.pid, 'SIGTERM');
    if (child.exitCode === null) await Promise.race([ended, wait(stopTimeout)]);
    signalGroup(child.pid, 'SIGKILL');
    rmSync(data, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    await until(() => log.includes('Extension host agent listening'), child, startTimeout);
  } catch (error) {
    await stop();
    throw new Error(`VS Code's server did not start: ${error.message}\n${log}`);
  }
  return { port, stop, log: () => log };
}

/** Where a server keeps its settings and extensions. It is removed when the server is stopped. */
export function newDataFolder() {
  return mkdtempSync(path.join(os.tmpdir(), 'pelint-vscode-'));
}

async function until(condition, child, timeout) {
  const end = Date.now() + timeout;
  while (!condition()) {
    if (child.exitCode !== null) throw new Error(`it ended with status ${child.exitCode}`);
    if (Date.now() > end) throw new Error(`it took longer than ${timeout} ms`);
    await wait(50);
  }
}

function signalGroup(leader, signal) {
  try {
    process.kill(-leader, signal);
  } catch {
    // Nobody is left in the group.
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

function wait(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
