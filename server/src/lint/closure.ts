import { resolveUri } from '../base/uri';
import type { Uri } from '../base/uri';
import type { Session } from '../deployment/session';
import type { Sources } from '../deployment/sources';
import type { SourceFile } from '../model/source-file';

/** The files of a check as an evaluation reads them. */
export function createSources(texts: ReadonlyMap<Uri, string>, session: Session): Sources {
  const read = (uri: Uri): SourceFile | undefined => {
    const text = texts.get(uri);
    return text === undefined ? undefined : session.read(uri, text);
  };
  return {
    resolve: resolveReference,
    text: (uri) => texts.get(uri),
    template: (uri) => {
      const file = read(uri);
      return file?.kind === 'template' ? file.template : undefined;
    },
    parameterFile: (uri) => {
      const file = read(uri);
      return file?.kind === 'parameters' ? file.parameters : undefined;
    },
  };
}

/** What a reference names, or undefined for one that is no path: a registry's module or a template spec. */
export function resolveReference(from: Uri, reference: string): Uri | undefined {
  return /^(br|ts)[:/]/.test(reference) ? undefined : resolveUri(from, reference);
}

/** Everything that a file and the files it names make use of, themselves included, whether it is there or not. */
export function closureOf(starts: readonly Uri[], sources: Sources): readonly Uri[] {
  const seen = new Set<Uri>();
  const pending = [...starts];
  for (let uri = pending.pop(); uri !== undefined; uri = pending.pop()) {
    if (seen.has(uri)) continue;
    seen.add(uri);
    const file = sources.template(uri) ?? sources.parameterFile(uri);
    for (const { kind, path } of file?.references ?? []) {
      const target = kind === 'using' ? undefined : sources.resolve(uri, path);
      if (target !== undefined) pending.push(target);
    }
  }
  return [...seen];
}
