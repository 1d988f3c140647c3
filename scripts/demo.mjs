// Lints the example and its mistakes, then prints the names that its region needs: what `npm run demo` shows.
import { spawnSync } from 'node:child_process';
import { root } from './bundles.mjs';

// Status 1 says that there are findings, which is what a demonstration wants.
show(['check', 'examples/backup-private-endpoint'], [1]);
show(['fqdn', 'westeurope'], [0]);

function show(args, expected) {
  console.log(`\n$ pelint ${args.join(' ')}\n`);
  const { status } = spawnSync(process.execPath, ['dist/cli.js', ...args], { cwd: root, stdio: 'inherit' });
  if (status === null || !expected.includes(status)) {
    console.error(`pelint ended with status ${status}, not ${expected.join(' or ')}`);
    process.exitCode = 1;
  }
}
