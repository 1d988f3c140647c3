// Runs the suite inside the desktop VS Code, which @vscode/test-electron downloads: `node test/e2e/run-electron.mjs [VERSION]`.
// Build first (`npm run build`). The suite is the one that run.mjs runs; what needs hands in the window is skipped, and so are the screenshots.
import { runTests } from '@vscode/test-electron';
import { buildSuite, makeWorkspace } from './suite-files.mjs';
import { root } from './tools.mjs';

process.exitCode = await runTests({
  version: process.argv[2] ?? 'stable',
  extensionDevelopmentPath: root,
  extensionTestsPath: await buildSuite(),
  launchArgs: [makeWorkspace(), '--disable-extensions', '--disable-workspace-trust'],
});
