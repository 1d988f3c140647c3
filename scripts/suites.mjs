import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './bundles.mjs';

/** Where each suite leaves its counts, as `<suite>.json`; see test/support/counting-reporter.cjs. */
export const countsFolder = path.join(root, 'out/counts');

/**
 * Runs one suite, a command that ends by itself. What it counted is kept for the totals; a suite that fails without
 * having counted a failure (a crash, a build error) counts as one failure.
 */
export function runSuite(name, [command, ...args], environment = {}) {
  const file = path.join(countsFolder, `${name}.json`);
  rmSync(file, { force: true });
  console.log(`\n=== ${name}: ${command} ${args.join(' ')}`);
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...environment, PELINT_COUNTS: file },
  });
  const counts = existsSync(file) ? readCounts(file) : { passes: 0, failures: 0, pending: 0 };
  if (status !== 0 && counts.failures === 0) counts.failures = 1;
  mkdirSync(countsFolder, { recursive: true });
  writeFileSync(file, JSON.stringify(counts));
}

/** Prints a line for each suite and, last, the sum. True if something passed and nothing failed. */
export function printTotals() {
  let passed = 0;
  let failed = 0;
  console.log();
  for (const file of readdirSync(countsFolder)) {
    const { passes, failures, pending } = readCounts(path.join(countsFolder, file));
    console.log(`${path.basename(file, '.json')}: passed ${passes}, failed ${failures}, skipped ${pending}`);
    passed += passes;
    failed += failures;
  }
  console.log(`${passed} passed, ${failed} failed`);
  return passed > 0 && failed === 0;
}

function readCounts(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}
