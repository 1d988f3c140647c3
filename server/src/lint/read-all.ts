import type { Uri } from '../base/uri';
import type { Session } from '../deployment/project/session';
import { fileKind } from '../model/source-file';
import { createSources, usesOf, type CheckSources, type Uses } from './closure';
import { Configurations, type ConfigurationChoice } from './config/configurations';
import type { ModuleLocations } from './published-modules';
import { mapInTurns, type PausingHost } from './turns';

/** How many files are asked for at once: enough to keep a disk busy, few enough for its limits. */
const AT_ONCE = 64;

interface Host<Problem> extends PausingHost {
  read(uri: Uri): Promise<string | Problem | undefined>;
}

export interface ReadRequest {
  /** What is read at the start. */
  readonly first: readonly Uri[];
  /** Files whose configuration is read at the start, too. */
  readonly reported: readonly Uri[];
  readonly modules: ModuleLocations | undefined;
  readonly configuration: ConfigurationChoice | undefined;
  /** Picks the files of which all is to be read that they name. Asked again when that has been read, until it picks no more. */
  readonly findStarts: (read: ReadFiles) => readonly Uri[] | Promise<readonly Uri[]>;
}

/** Files that were read, and what is made from them. */
export interface ReadFiles {
  readonly texts: ReadonlyMap<Uri, string>;
  readonly configurations: Configurations;
  readonly sources: CheckSources;
  /** What the files make use of that were picked, and those that these name. */
  readonly uses: Uses;
}

interface ReadProblem {
  readonly uri: Uri;
  readonly message: string;
}

/** Reads some files, and then, until nothing is lacking, what those of them name that `findStarts` picks. */
export async function readAll<Problem extends ReadProblem>(
  { first, reported, modules, configuration, findStarts }: ReadRequest,
  host: Host<Problem>,
  session: Session,
): Promise<ReadFiles & { readonly problems: readonly Problem[] }> {
  const texts = new Map<Uri, string>();
  const problems: Problem[] = [];
  const unreadable = new Map<Uri, string>();
  const asked = new Set<Uri>();
  const configurations = new Configurations(configuration, texts, unreadable);
  const sources = createSources(texts, session, modules, configurations);
  const uses = new Map<Uri, readonly Uri[]>();
  const read = { texts, configurations, sources, uses };
  const ask = async (uris: Iterable<Uri>): Promise<void> => {
    const unasked = [...new Set(uris)].filter((uri) => !asked.has(uri));
    for (const uri of unasked) asked.add(uri);
    await readInto(unasked, host, texts, problems);
    for (const { uri, message } of problems) unreadable.set(uri, message);
  };
  /** One configuration may name another. */
  const askAll = async (needed: () => ReadonlySet<Uri>): Promise<void> => {
    for (let known = -1; asked.size > known;) {
      known = asked.size;
      await ask(needed());
    }
  };
  await ask(first);
  await mapInTurns([...texts], host, ([uri, text]) => session.scan(uri, text));
  await askAll(() => configurations.needed(reported));
  for (let found = await findStarts(read), known = -1; found.length > known; found = await findStarts(read)) {
    known = found.length;
    for (
      let files = stillToLookInto(found, uses);
      files.length > 0;
      files = stillToLookInto(usedBy(files, uses), uses)
    ) {
      await ask(files);
      // Which module a reference means is known only when the configuration files have been read.
      const deciding = await mapInTurns(files, host, (uri) => sources.configurations(uri));
      await ask(deciding.flat());
      await askAll(() => configurations.needed(files));
      await mapInTurns(files, host, (uri) => uses.set(uri, usesOf(uri, sources)));
    }
  }
  if ([...uses.keys()].some((uri) => mayLoadYaml(uri, texts, session))) await session.learnYaml();
  return { ...read, problems };
}

/** A word without which no file loads YAML, in lower case. */
export const YAML_WORD = 'loadyamlcontent';

/** Only Bicep can. */
function mayLoadYaml(uri: Uri, texts: ReadonlyMap<Uri, string>, session: Session): boolean {
  const text = texts.get(uri);
  return text !== undefined && fileKind(uri) !== 'json' && session.words(uri, text).has(YAML_WORD);
}

/** Those that have not been looked into yet, each once. */
function stillToLookInto(files: Iterable<Uri>, uses: Uses): readonly Uri[] {
  return [...new Set(files)].filter((uri) => !uses.has(uri));
}

function usedBy(files: readonly Uri[], uses: Uses): readonly Uri[] {
  return files.flatMap((uri) => uses.get(uri) ?? []);
}

async function readInto<Problem extends object>(
  uris: readonly Uri[],
  host: Host<Problem>,
  texts: Map<Uri, string>,
  problems: Problem[],
): Promise<void> {
  for (let start = 0; start < uris.length; start += AT_ONCE) {
    const part = uris.slice(start, start + AT_ONCE);
    const answers = await Promise.all(part.map((uri) => host.read(uri)));
    for (const [index, answer] of answers.entries()) {
      const uri = part[index];
      if (typeof answer === 'string' && uri !== undefined) texts.set(uri, answer);
      else if (typeof answer === 'object') problems.push(answer);
    }
  }
}
