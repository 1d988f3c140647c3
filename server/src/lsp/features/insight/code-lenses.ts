import type { CodeLens } from 'vscode-languageserver';
import type { Place } from '../../../base/place';
import type { Uri } from '../../../base/uri';
import type { EndpointTopic, Insight, Reach, VaultTopic } from '../../../domain/insight/insight';
import { sumOf } from '../../../domain/insight/reach';
import { reachHint } from '../../../formats/insight/reach-words';
import { commandIds } from '../../../protocol';
import type { Naming } from '../../convert';
import type { DeploymentReading, DocumentReading } from './readings';

/** What one declaration is in all deployments of one template. */
interface Declared {
  readonly place: Place;
  readonly root: DeploymentReading;
  /** One for each deployment. */
  readonly reaches: Reach[];
  /** Some deployment has a vault whose names can be listed. */
  listed: boolean;
}

/** What vaults and endpoints make use of, above their declarations, with the command that lists the FQDNs of the template that deploys them. */
export function codeLenses({ uri, ranges, projects }: DocumentReading, name: Naming): CodeLens[] {
  const declared = new Map<string, Declared>();
  const roots = new Map<number, Set<Uri>>();
  for (const deployment of projects.flatMap(({ deployments }) => deployments)) {
    const listed = deployment.insights.some(({ topic }) => topic.kind === 'vault' && topic.fqdns !== undefined);
    for (const [place, reach] of declarationsIn(deployment.insights, uri)) {
      const key = `${place.start} ${deployment.root}`;
      const entry = declared.get(key) ?? { place, root: deployment, reaches: [], listed };
      entry.reaches.push(reach);
      entry.listed ||= listed;
      declared.set(key, entry);
      roots.set(place.start, (roots.get(place.start) ?? new Set()).add(deployment.root));
    }
  }
  return [...declared.values()].map(({ place, root, reaches, listed }) => {
    const isShared = (roots.get(place.start)?.size ?? 0) > 1;
    const title = [reachHint(reaches), ...(listed ? ['show FQDNs'] : [])].join(' · ');
    const command = listed ? commandIds.showExpectedFqdnsForTemplate : '';
    return {
      range: ranges.of(place),
      command: {
        title: isShared ? `${title} (${root.rootName})` : title,
        // A lens without a command's name is text alone.
        command,
        ...(listed && { arguments: [name(root.root).uri] }),
      },
    };
  });
}

/** The declarations of vaults and endpoints in a file, with what all that a loop makes of one comes to. */
function declarationsIn(insights: readonly Insight[], uri: Uri): ReadonlyMap<Place, Reach> {
  const byStart = new Map<number, { readonly place: Place; readonly topics: (VaultTopic | EndpointTopic)[] }>();
  for (const { topic, origin } of insights) {
    if (origin?.uri !== uri || !(topic.kind === 'endpoint' || (topic.kind === 'vault' && !topic.existing))) continue;
    const entry = byStart.get(origin.start) ?? { place: origin, topics: [] };
    entry.topics.push(topic);
    byStart.set(origin.start, entry);
  }
  return new Map([...byStart.values()].map(({ place, topics }) => [place, sumOf(topics)]));
}
