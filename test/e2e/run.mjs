// `node test/e2e/run.mjs [--in LAUNCH] [TEXT]` runs the suites, or the tests whose names hold a text, inside a real VS Code:
// code-server's build of the workbench, shown by a headless Chromium. LAUNCH is one of those in launches.mjs, or `web`: the
// suites that apply there, with the extension in a web worker. Needs no display and no download but from the npm registry;
// says aloud that it skips where there is no Chromium.
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { launches, webLaunch } from './launches.mjs';
import { outFolder } from './suite-files.mjs';
import { installChromium, installVsCode } from './tools.mjs';
import { newDataFolder, startServer } from './vscode-server.mjs';
import { Workbench } from './workbench.mjs';

const suiteTimeout = 300_000;

process.exitCode = await main();

async function main() {
  const { values, positionals } = parseArgs({ options: { in: { type: 'string' } }, allowPositionals: true });
  const chosen = [...launches, webLaunch].filter(({ name }) => (values.in ?? 'desktop') === name);
  const wanted = values.in === undefined ? launches : chosen;
  if (wanted.length === 0) throw new Error(`There is no launch ${values.in}`);

  const chromium = installChromium();
  if (chromium === undefined) {
    console.log('skipped: there is no Chromium to show VS Code in, and it cannot be installed');
    return 0;
  }
  const serverFolder = installVsCode();
  if (serverFolder === undefined) return 1;
  const totals = { passes: 0, failures: 0, pending: 0 };
  for (const launch of wanted) {
    console.log(`\nIn VS Code, ${launch.title}:`);
    const counts = await runLaunch(launch, chromium, serverFolder, positionals[0] ?? '');
    for (const kind of Object.keys(totals)) totals[kind] += counts[kind];
  }
  keepCounts(totals);
  return totals.failures === 0 ? 0 : 1;
}

/** Runs the suites of one launch in a VS Code of their own. Returns what they counted; a suite that never ends, or dies, has failed. */
async function runLaunch(launch, chromium, serverFolder, grep) {
  const workbench = new Workbench(chromium);
  const environment = { PELINT_LAUNCH: launch.name, PELINT_HANDS: await workbench.serveHands(), PELINT_GREP: grep };
  const { extension, suite, workspace, installed = [] } = await launch.prepare(environment);
  const data = newDataFolder();
  for (const folder of installed)
    cpSync(folder, path.join(data, 'extensions', path.basename(folder)), { recursive: true });
  const server = await startServer(serverFolder, environment, { trustEverything: launch.trusted ?? true, data });
  try {
    const status = await workbench.runSuite(server.port, { extension, suite, workspace }, suiteTimeout);
    if (status !== 0) console.log(`It ended with status ${status}; what VS Code said is in out/e2e/*.log`);
    const { passes, failures, pending } = workbench.counts ?? { passes: 0, failures: 0, pending: 0 };
    return { passes, pending, failures: status !== 0 && failures === 0 ? 1 : failures };
  } finally {
    await workbench.close();
    await server.stop();
    writeFileSync(path.join(outFolder, `${launch.name}-workbench.log`), workbench.log);
    writeFileSync(path.join(outFolder, `${launch.name}-server.log`), server.log());
  }
}

/** For the totals over all suites; see scripts/suites.mjs. */
function keepCounts(counts) {
  const file = process.env.PELINT_COUNTS;
  if (file === undefined) return;
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(counts));
}
