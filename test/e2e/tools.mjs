// Gets the real VS Code that the suite runs in: code-server's build of the workbench, and a Chromium to show it.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

// The last release that runs on Node 20; it holds VS Code 1.99.3.
const version = '4.99.4';
const home = path.join(root, 'out', 'tools', 'vscode');
const minutes = 60_000;

/** The folder of VS Code's server, installed from the npm registry unless it is there; undefined if that failed. */
export function installVsCode() {
  const server = path.join(home, 'node_modules', 'code-server', 'lib', 'vscode');
  const done = path.join(home, `installed-${version}`);
  if (existsSync(done)) return server;

  rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { recursive: true });
  writeFileSync(path.join(home, 'package.json'), '{ "private": true }\n');
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  // The native modules are not built: only terminals and a watchdog need them, and the log says that they are missing.
  if (!run('npm', ['install', `code-server@${version}`, ...quiet], home)) return undefined;
  if (!run('npm', ['install', '--omit=dev', ...quiet], server)) return undefined;
  linkRipgrep(server);
  writeFileSync(done, '');
  return server;
}

/** The path of a Chromium, installed with apt where that is possible; undefined if there is none. */
export function installChromium() {
  const known = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  const found = () => known.find((file) => existsSync(file));
  if (!found() && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    run('apt-get', ['update', '-qq'], root);
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'ripgrep'], root);
  }
  return found();
}

/** `findFiles` needs ripgrep, which a skipped install script would have downloaded. */
function linkRipgrep(server) {
  if (!existsSync('/usr/bin/rg')) return;
  const bin = path.join(server, 'node_modules', '@vscode', 'ripgrep', 'bin');
  mkdirSync(bin, { recursive: true });
  rmSync(path.join(bin, 'rg'), { force: true });
  symlinkSync('/usr/bin/rg', path.join(bin, 'rg'));
}

function run(command, args, cwd) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    env,
    timeout: 10 * minutes,
    encoding: 'utf8',
  });
  if (status === 0) return true;
  console.error(
    `${command} ${args.join(' ')} failed: ${error?.message ?? `exit status ${status}`}\n${stdout}${stderr}`,
  );
  return false;
}
