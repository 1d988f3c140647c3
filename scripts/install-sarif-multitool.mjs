// Installs Microsoft's own validator of SARIF from the npm registry into out/tools/sarif-multitool. Only tests use it.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './bundles.mjs';

const packageName = '@microsoft/sarif-multitool-linux';
const version = '5.7.0';

/** The path of the installed command; undefined where it cannot be had: no registry, another kind of machine. */
export function installSarifMultitool() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const folder = path.join(root, 'out/tools/sarif-multitool');
  const command = path.join(folder, 'node_modules', packageName, 'Sarif.Multitool');
  if (!existsSync(command)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'package.json'), '{ "private": true }\n');
    const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
    spawnSync('npm', ['install', `${packageName}@${version}`, ...quiet], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    // The skipped script would have done this.
    if (existsSync(command)) chmodSync(command, 0o755);
  }
  return existsSync(command) ? command : undefined;
}
