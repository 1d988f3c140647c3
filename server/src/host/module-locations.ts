import { homedir } from 'node:os';
import type { ModuleLocations } from '../lint/check';
import { uriOfPath } from './paths';

/** Where published modules lie on this machine. `cache` is the folder that the user names in place of Bicep's own, absolute. */
export function moduleLocations(cache?: string): ModuleLocations {
  const home = homeFolder();
  return {
    cache: cache === undefined ? undefined : uriOfPath(cache),
    home: home === undefined ? undefined : uriOfPath(home),
  };
}

/** A service account may have no home folder, which Node takes for an error. */
function homeFolder(): string | undefined {
  try {
    return homedir() || undefined;
  } catch {
    return undefined;
  }
}
