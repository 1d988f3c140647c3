import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { uriOfPath } from '../../server/src/host/paths';
import { LanguageServer, pullCapabilities } from '../support/language-server';
import { temporaryFolder } from '../support/temporary-folder';
import { figures } from './server-process';

/*
 * From the start of the server's process to the first diagnostics of a small template, beside a process that does nothing (aim: at most
 * 300 ms). Run with `npm run build && npx tsx test/bench/run.ts server-start [RUNS]`. The two take turns, so that a noisy machine slows both.
 */

const zone = `resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: 'privatelink.westeurope.backup.windowsazure.com'
}
`;
const runs = Number(process.argv[2] ?? 21);

async function main(): Promise<void> {
  const folder = temporaryFolder({ '.git/HEAD': '', 'main.bicep': zone });
  const nothing: number[] = [];
  const server: number[] = [];
  for (let run = -2; run < runs; run++) {
    const began = performance.now();
    spawnSync(process.execPath, ['-e', '0']);
    const between = performance.now();
    await firstDiagnostics(folder.path);
    const ended = performance.now();
    // The first runs fill the file system's caches.
    if (run < 0) continue;
    nothing.push(between - began);
    server.push(ended - between);
  }
  folder.remove();
  console.log(`node -e 0                          ${figures(nothing)}`);
  console.log(`start, open, diagnostics, shutdown ${figures(server)} (aim: at most 300 ms)`);
}

/** Fails where there are none. */
async function firstDiagnostics(folder: string): Promise<void> {
  const server = await LanguageServer.start({ folders: [uriOfPath(folder)], capabilities: pullCapabilities });
  const uri = uriOfPath(path.join(folder, 'main.bicep'));
  await server.open(uri, 'bicep', zone);
  const report = await server.pull(uri);
  if (report.kind !== 'full' || report.items.length !== 1) throw new Error(JSON.stringify(report));
  server.process.kill();
}

void main();
