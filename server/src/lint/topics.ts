import type { Uri } from '../base/uri';
import { standInFor, type StandIn } from '../deployment/project/known-modules';
import type { Session } from '../deployment/project/session';
import type { Rule } from '../rules/rule';
import { TOPICS, type TopicName } from '../rules/topics';

/** All words that tell of a topic. */
export const TOPIC_WORDS: readonly string[] = Object.values(TOPICS).flatMap(({ words }) => words);

/** What some files may have to do with. `session` knows the words. */
export function topicsOf(
  files: readonly Uri[],
  texts: ReadonlyMap<Uri, string>,
  session: Session,
): ReadonlySet<TopicName> {
  const found = new Set<string>();
  for (const uri of files) {
    const text = texts.get(uri);
    const read = text === undefined ? standInsFor(uri, session) : [{ uri, text }];
    for (const file of read) for (const word of session.words(file.uri, file.text)) found.add(word);
  }
  const names = Object.keys(TOPICS) as TopicName[];
  return new Set(names.filter((name) => TOPICS[name].words.some((word) => found.has(word))));
}

/** What stands in for a module that is not at hand, with all that it deploys itself: no file of a project names that. */
function standInsFor(uri: Uri, session: Session): readonly StandIn[] {
  const standIn = standInFor(uri);
  const file = standIn && session.read(standIn.uri, standIn.text);
  if (standIn === undefined || file?.kind !== 'template') return [];
  const named = file.template.references.map(({ path }) => session.resolve(standIn.uri, path));
  return [standIn, ...named.flatMap((other) => standInsFor(other, session))];
}

/** The types of the resources that show whether some rules have anything to say; undefined where any may. */
export function typesFor(rules: readonly Rule[]): readonly string[] | undefined {
  const types = rules.map(({ about }) => (about === undefined ? undefined : TOPICS[about].types));
  return types.includes(undefined) ? undefined : [...new Set(types.flatMap((it) => it ?? []))];
}
