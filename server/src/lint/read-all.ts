import type { Uri } from '../base/uri';
import type { Session } from '../deployment/session';
import { closureOf, createSources } from './closure';
import type { CheckSources } from './closure';
import type { ModuleLocations } from './published-modules';

/** How many files are asked for at once: enough to keep a disk busy, few enough for its limits. */
const AT_ONCE = 64;

interface Host<Problem> {
  read(uri: Uri): Promise<string | Problem | undefined>;
}

interface ReadFiles<Problem> {
  readonly texts: ReadonlyMap<Uri, string>;
  readonly problems: readonly Problem[];
}

/** Reads some files, and then, until nothing is lacking, what those of them name that `findStarts` picks. */
export async function readAll<Problem extends object>(
  first: readonly Uri[],
  host: Host<Problem>,
  session: Session,
  modules: ModuleLocations | undefined,
  findStarts: (texts: ReadonlyMap<Uri, string>) => readonly Uri[],
): Promise<ReadFiles<Problem>> {
  const texts = new Map<Uri, string>();
  const problems: Problem[] = [];
  const asked = new Set<Uri>();
  const sources = createSources(texts, session, modules);
  const ask = async (uris: readonly Uri[]): Promise<void> => {
    for (const uri of uris) asked.add(uri);
    await readInto(uris, host, texts, problems);
  };
  await ask([...new Set(first)]);
  const starts = findStarts(texts);
  for (let lacking = starts; lacking.length > 0;) {
    lacking = lackingFor(starts, sources, asked);
    await ask(lacking);
  }
  if (closureOf(starts, sources).some((uri) => texts.get(uri)?.includes('loadYamlContent'))) await session.learnYaml();
  return { texts, problems };
}

/** What to ask for next. Which module a reference means is known only when the configuration files have been read, so they come first. */
function lackingFor(starts: readonly Uri[], sources: CheckSources, asked: ReadonlySet<Uri>): readonly Uri[] {
  const files = closureOf(starts, sources);
  const configurations = new Set(files.flatMap((uri) => sources.configurations(uri)));
  const unread = [...configurations].filter((uri) => !asked.has(uri));
  return unread.length > 0 ? unread : files.filter((uri) => !asked.has(uri));
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
