// `node test/e2e/run.mjs [TEXT]` runs the suite, or the tests whose names hold a text, inside a real VS Code: code-server's
// build of the workbench, shown by a headless Chromium. Needs no display and no download but from the npm registry; says
// aloud that it skips where there is no Chromium.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildSuite, makeWorkspace, suitePath } from './suite-files.mjs';
import { installChromium, installVsCode, root } from './tools.mjs';
import { startServer } from './vscode-server.mjs';
import { Workbench } from './workbench.mjs';

const suiteTimeout = 180_000;

process.exitCode = await main();

async function main() {
  const chromium = installChromium();
  if (chromium === undefined) {
    console.log('skipped: there is no Chromium to show VS Code in, and it cannot be installed');
    return 0;
  }
  const serverFolder = installVsCode();
  if (serverFolder === undefined) return 1;
  await buildSuite();

  const workbench = new Workbench(chromium);
  const hands = await workbench.serveHands();
  const server = await startServer(serverFolder, { PELINT_HANDS: hands, PELINT_GREP: process.argv[2] ?? '' });
  try {
    const status = await workbench.runSuite(
      server.port,
      { extension: root, suite: suitePath, workspace: makeWorkspace() },
      suiteTimeout,
    );
    if (status !== 0) console.log(`The suite ended with status ${status}; what VS Code said is in out/e2e/*.log`);
    return status;
  } finally {
    await workbench.close();
    await server.stop();
    const logs = path.dirname(suitePath);
    writeFileSync(path.join(logs, 'workbench.log'), workbench.log);
    writeFileSync(path.join(logs, 'server.log'), server.log());
  }
}
