// Runs every suite: the plain one, the ones that ask the real Bicep compiler, and the one inside a real VS Code.
// The last line is `N passed, N failed` over all of them. A suite whose tools are absent says that it skips.
// With --checks, lint and types come first, each a failure if it does not pass.
import { rmSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { root } from './bundles.mjs';
import { installBicep } from './install-bicep.mjs';
import { countsFolder, printTotals, runSuite } from './suites.mjs';

rmSync(countsFolder, { recursive: true, force: true });

if (process.argv.includes('--checks')) {
  runSuite('lint', ['npm', 'run', 'lint']);
  runSuite('types', ['npm', 'run', 'check-types']);
}
runSuite('plain', ['npm', 'test']);
if (globSync('test/oracle/**/*.test.ts', { cwd: root }).length > 0) {
  const bicep = installBicep();
  if (bicep === undefined) console.log('\n=== oracle: skipped, there is no .NET to install the Bicep compiler with');
  else runSuite('oracle', ['npx', 'mocha', '--config', 'test/oracle/.mocharc.json'], { PELINT_BICEP: bicep });
}
runSuite('e2e', ['npm', 'run', 'test:e2e']);

process.exitCode = printTotals() ? 0 : 1;
