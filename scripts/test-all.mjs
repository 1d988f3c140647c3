// Runs every suite: the plain one, the one that asks the real Bicep compiler, SARIF's validator and packers, the one that
// asks the DNS servers and proxies that files are made for, and those inside a real VS Code: as on a desktop, in a browser, and
// with the packed extension installed.
// The last line is `N passed, N failed` over all of them. A suite whose tools are absent says that it skips.
// With --checks, lint and types come first, each a failure if it does not pass.
import { rmSync } from 'node:fs';
import { installBicep } from './install-bicep.mjs';
import { installSarifMultitool } from './install-sarif-multitool.mjs';
import { countsFolder, printTotals, runSuite } from './suites.mjs';

rmSync(countsFolder, { recursive: true, force: true });

if (process.argv.includes('--checks')) {
  runSuite('lint', ['npm', 'run', 'lint']);
  runSuite('types', ['npm', 'run', 'check-types']);
}
runSuite('plain', ['npm', 'test']);
const bicep = installBicep();
if (bicep === undefined) console.log('\nThe Bicep compiler could not be installed: tests that ask it will skip');
const sarif = installSarifMultitool();
if (sarif === undefined) console.log('\nThe validator of SARIF could not be installed: tests that ask it will skip');
const judges = { ...(bicep && { PELINT_BICEP: bicep }), ...(sarif && { PELINT_SARIF: sarif }) };
runSuite('oracle', ['npx', 'mocha', '--config', 'test/oracle/.mocharc.json'], judges);
runSuite('programs', ['npx', 'mocha', '--config', 'test/programs/.mocharc.json']);
runSuite('e2e', ['npm', 'run', 'test:e2e']);
runSuite('web', ['node', 'test/e2e/run.mjs', '--in', 'web']);
runSuite('package', ['npm', 'run', 'test:package']);

process.exitCode = printTotals() ? 0 : 1;
