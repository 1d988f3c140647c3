import type { Uri } from '../base/uri';
import type { Session } from '../deployment/session';
import { closureOf, createSources } from './closure';

/** How many files are asked for at once: enough to keep a disk busy, few enough for its limits. */
const AT_ONCE = 64;

interface Host<Problem> {
  read(uri: Uri): Promise<string | Problem | undefined>;
}

interface ReadFiles<Problem> {
  readonly texts: ReadonlyMap<Uri, string>;
  readonly problems: readonly Problem[];
}

/** Reads the files of a project, and then, until nothing is lacking, the files that they name. */
export async function readAll<Problem extends object>(
  { project, report }: { readonly project: readonly Uri[]; readonly report: readonly Uri[] },
  host: Host<Problem>,
  session: Session,
): Promise<ReadFiles<Problem>> {
  const texts = new Map<Uri, string>();
  const problems: Problem[] = [];
  const asked = new Set<Uri>();
  const sources = createSources(texts, session);
  let lacking: readonly Uri[] = [...new Set([...project, ...report])];
  while (lacking.length > 0) {
    await readInto(lacking, host, texts, problems);
    for (const uri of lacking) asked.add(uri);
    lacking = closureOf(report, sources).filter((uri) => !asked.has(uri));
  }
  return { texts, problems };
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
