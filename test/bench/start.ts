import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { repositoryRoot } from '../support/repository';
import { temporaryFolder } from '../support/temporary-folder';

/*
 * How long a check of one small file takes from the process's start to its end, beside a process that does nothing.
 * Run with `npm run build && npx tsx test/bench/start.ts [RUNS]`. The two take turns, so that a noisy machine slows both.
 */

const small = `param location string = resourceGroup().location

resource vault 'Microsoft.RecoveryServices/vaults@2024-04-01' = {
  name: 'vault'
  location: location
  sku: { name: 'RS0', tier: 'Standard' }
  properties: { publicNetworkAccess: 'Disabled' }
}

resource endpoint 'Microsoft.Network/privateEndpoints@2024-01-01' = {
  name: 'endpoint'
  location: location
  properties: {
    subnet: { id: resourceId('Microsoft.Network/virtualNetworks/subnets', 'network', 'endpoints') }
    privateLinkServiceConnections: [
      { name: 'backup', properties: { privateLinkServiceId: vault.id, groupIds: ['AzureBackup'] } }
    ]
  }
}
`;

const runs = Number(process.argv[2] ?? 31);
const command = path.join(repositoryRoot, 'dist', 'cli.js');
if (existsSync(command)) compare();
else console.log('skipped: dist/cli.js is not there; run npm run build');

function compare(): void {
  const folder = temporaryFolder({ '.git/HEAD': '', 'small.bicep': small });
  const nothing = ['-e', '0'];
  const check = [command, 'check', 'small.bicep'];
  const times: { nothing: number[]; check: number[] } = { nothing: [], check: [] };
  for (let run = -2; run < runs; run++) {
    const pair = { nothing: elapsed(nothing, folder.path), check: elapsed(check, folder.path) };
    // The first runs fill the file system's caches.
    if (run < 0) continue;
    times.nothing.push(pair.nothing);
    times.check.push(pair.check);
  }
  folder.remove();
  const floor = median(times.nothing);
  const checked = median(times.check);
  console.log(`median of ${runs} runs`);
  console.log(`  node -e 0                 ${floor.toFixed(1)} ms`);
  console.log(
    `  pelint check small.bicep  ${checked.toFixed(1)} ms  ${(checked / floor).toFixed(2)} times (aim: at most 2)`,
  );
}

/** Milliseconds. Throws if the process fails, since a crash is quick. */
function elapsed(args: readonly string[], cwd: string): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' });
  const time = performance.now() - start;
  if (status !== 0 || stderr !== '') throw new Error(`node ${args.join(' ')} exited with ${status}: ${stderr}`);
  return time;
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}
