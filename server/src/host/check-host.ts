import type { Uri } from '../base/uri';
import type { CheckHost } from '../lint/check';
import { pathOfUri } from './paths';
import { readTextFile } from './read-file';

/** Reads documents from the disk. */
export function createDiskHost(): CheckHost {
  return {
    read: (uri) => {
      const file = pathOfUri(uri);
      const read = file === undefined ? undefined : readTextFile(file);
      if (read === undefined || read.kind === 'missing') return Promise.resolve(undefined);
      return Promise.resolve(read.kind === 'text' ? read.text : { uri, message: read.message });
    },
  };
}

/** Reads documents from a map, and those that it lacks from another host. The map may grow meanwhile. */
export function overlayHost(texts: ReadonlyMap<Uri, string>, host: CheckHost): CheckHost {
  return {
    read: (uri) => {
      const text = texts.get(uri);
      return text === undefined ? host.read(uri) : Promise.resolve(text);
    },
  };
}
