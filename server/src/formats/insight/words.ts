import type { GeoCodeTopic, SubnetTopic, Topic } from '../../domain/insight/insight';
import type { Markup } from './markup';
import { endpointWords, subnetWords, vaultWords } from './reach-words';
import { geoCodeWords, groupIdWords, zoneWords } from './zone-words';

/** What a deployment makes of a place. */
export interface Reading {
  /** The deployment, for people: `prod.bicepparam`. */
  readonly deployment: string;
  readonly topics: readonly Topic[];
}

/** More than this nobody reads in a hover. */
const mostParts = 4;

/**
 * What there is to say of a place, as paragraphs. A literal that several deployments use is explained once where it means the same to all,
 * else for each.
 */
export function readingWords(readings: readonly Reading[], markup: Markup): readonly string[] {
  const parts = new Map<string, Set<string>>();
  for (const { deployment, topics } of readings) {
    for (const topic of topics) {
      const words = topicWords(topic, markup).join('\n\n');
      parts.set(words, (parts.get(words) ?? new Set()).add(deployment));
    }
  }
  const all = [...parts];
  const differs = new Set(all.map(([, deployments]) => [...deployments].join())).size > 1;
  const shown = all.slice(0, mostParts).flatMap(([words, deployments]) => {
    const names = [...deployments].map(markup.code).join(', ');
    return differs ? [`With ${names}:`, words] : [words];
  });
  return all.length > mostParts ? [...shown, `… and ${all.length - mostParts} more.`] : shown;
}

/** What stands behind a zone's name. */
export function geoCodeHint({ region, paired }: GeoCodeTopic): string {
  return paired ? `secondary side of ${region.displayName}` : region.displayName;
}

/** What stands behind a subnet's prefix: `10 of 123 addresses needed`. */
export function subnetHint({ space, demand }: SubnetTopic): string {
  return `${demand.addresses} of ${space.free} addresses needed`;
}

function topicWords(topic: Topic, markup: Markup): readonly string[] {
  switch (topic.kind) {
    case 'zone':
      return zoneWords(topic, markup);
    case 'geoCode':
      return geoCodeWords(topic, markup);
    case 'groupId':
      return groupIdWords(topic, markup);
    case 'vault':
      return vaultWords(topic, markup);
    case 'endpoint':
      return endpointWords(topic, markup);
    case 'subnet':
      return subnetWords(topic, markup);
  }
}
