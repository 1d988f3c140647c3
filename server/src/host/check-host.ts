import type { Uri } from '../base/uri';
import type { CheckHost } from '../lint/check';
import { isWithin, pathOfUri } from './paths';
import { readTextFile } from './read-file';

/** Reads documents from the disk: where `folders` are given (absolute paths), from below those alone. What lies elsewhere is as if it were not there. */
export function createDiskHost(folders?: readonly string[]): CheckHost {
  const mayRead = (file: string): boolean => folders?.some((folder) => isWithin(folder, file)) ?? true;
  return {
    read: (uri) => {
      const file = pathOfUri(uri);
      const read = file === undefined || !mayRead(file) ? undefined : readTextFile(file);
      if (read === undefined || read.kind === 'missing') return Promise.resolve(undefined);
      return Promise.resolve(read.kind === 'text' ? read.text : { uri, message: read.message });
    },
  };
}

/** Reads documents from a map, and those that it lacks from another host. The map may grow meanwhile. */
export function overlayHost(texts: ReadonlyMap<Uri, string>, host: CheckHost): CheckHost {
  return {
    pause: () => host.pause?.(),
    read: (uri) => {
      const text = texts.get(uri);
      return text === undefined ? host.read(uri) : Promise.resolve(text);
    },
  };
}
