import type { Uri } from '../base/uri';
import type { Session } from '../deployment/session';
import { closureOf, createSources } from './closure';
import type { CheckSources } from './closure';
import { Configurations, type ConfigurationChoice } from './config/configurations';
import type { ModuleLocations } from './published-modules';

/** How many files are asked for at once: enough to keep a disk busy, few enough for its limits. */
const AT_ONCE = 64;

interface Host<Problem> {
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
  readonly findStarts: (read: ReadFiles) => readonly Uri[];
}

/** Files that were read, and what is made from them. */
export interface ReadFiles {
  readonly texts: ReadonlyMap<Uri, string>;
  readonly configurations: Configurations;
  readonly sources: CheckSources;
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
  const read = { texts, configurations, sources };
  const ask = async (uris: readonly Uri[]): Promise<void> => {
    for (const uri of uris) asked.add(uri);
    await readInto(uris, host, texts, problems);
    for (const { uri, message } of problems) unreadable.set(uri, message);
  };
  const unasked = (uris: Iterable<Uri>): Uri[] => [...uris].filter((uri) => !asked.has(uri));
  await ask([...new Set(first)]);
  for (let lacking = unasked(configurations.needed(reported)); lacking.length > 0;) {
    await ask(lacking);
    lacking = unasked(configurations.needed(reported));
  }
  let starts: readonly Uri[] = [];
  for (let found = findStarts(read); found.length > starts.length; found = findStarts(read)) {
    starts = found;
    for (let lacking = starts; lacking.length > 0;) {
      lacking = lackingFor(starts, read, unasked);
      await ask(lacking);
    }
  }
  if (closureOf(starts, sources).some((uri) => texts.get(uri)?.includes('loadYamlContent'))) await session.learnYaml();
  return { ...read, problems };
}

/** What to ask for next. Which module a reference means is known only when the configuration files have been read, so they come first. */
function lackingFor(
  starts: readonly Uri[],
  { sources, configurations }: ReadFiles,
  unasked: (uris: Iterable<Uri>) => Uri[],
): readonly Uri[] {
  const files = closureOf(starts, sources);
  const configured = new Set([...files.flatMap((uri) => sources.configurations(uri)), ...configurations.needed(files)]);
  const unread = unasked(configured);
  return unread.length > 0 ? unread : unasked(files);
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
