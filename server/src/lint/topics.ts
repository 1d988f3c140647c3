import type { Uri } from '../base/uri';
import { standInFor } from '../deployment/known-modules';
import type { Session } from '../deployment/session';
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
    const text = texts.get(uri) ?? standInFor(uri)?.text;
    if (text !== undefined) for (const word of session.words(uri, text)) found.add(word);
  }
  const names = Object.keys(TOPICS) as TopicName[];
  return new Set(names.filter((name) => TOPICS[name].words.some((word) => found.has(word))));
}

/** The types of the resources that show whether some rules have anything to say; undefined where any may. */
export function typesFor(rules: readonly Rule[]): readonly string[] | undefined {
  const types = rules.map(({ about }) => (about === undefined ? undefined : TOPICS[about].types));
  return types.includes(undefined) ? undefined : [...new Set(types.flatMap((it) => it ?? []))];
}
