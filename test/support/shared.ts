import { existsSync } from 'node:fs';
import path from 'node:path';
import { repositoryRoot } from './repository';

/**
 * A path in the reference material that lies beside the checkout (`../shared`), or undefined where it is absent.
 * A test that gets undefined must skip itself; that it does so is said here.
 */
export function sharedPath(...parts: readonly string[]): string | undefined {
  const found = path.join(repositoryRoot, '..', 'shared', ...parts);
  if (existsSync(found)) return found;
  console.log(`      skipped: ../shared/${parts.join('/')} is not there`);
  return undefined;
}
