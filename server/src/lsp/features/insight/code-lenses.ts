import type { CodeLens, Command } from 'vscode-languageserver';
import type { Uri } from '../../../base/uri';
import type { Place } from '../../../base/place';
import { reachOf, type Reach } from '../../../domain/insight/reach';
import type { Endpoint } from '../../../domain/topology/topology';
import { reachHint } from '../../../formats/insight/reach-words';
import { commandIds } from '../../../protocol';
import type { Naming } from '../../convert';
import type { DeploymentReading, DocumentReading } from './readings';

/** Where more templates than this deploy a module, one line is said of all of them: a wall of lines would hide the text. */
const mostTemplates = 3;

/** A declaration, and what it comes to in the deployments of each template. */
interface Declared {
  readonly place: Place;
  readonly templates: Map<Uri, DeployedBy>;
}

interface DeployedBy {
  readonly name: string;
  readonly reaches: Reach[];
  /** Some deployment has a vault whose names can be listed. */
  listed: boolean;
}

/** What vaults and endpoints make use of, above their declarations, with the command that lists the FQDNs of the template that deploys them. */
export function codeLenses({ uri, ranges, projects }: DocumentReading, name: Naming): CodeLens[] {
  const declared = new Map<number, Declared>();
  for (const deployment of projects.flatMap(({ deployments }) => deployments)) {
    for (const [place, reach] of declarationsIn(deployment, uri)) {
      const { templates } = entryOf(declared, place.start, () => ({ place, templates: new Map<Uri, DeployedBy>() }));
      const template = entryOf(templates, deployment.root, () => newTemplate(deployment));
      template.reaches.push(reach);
      template.listed ||= listsFqdns(deployment);
    }
  }
  return [...declared.values()].flatMap(({ place, templates }) => {
    const range = ranges.of(place);
    if (templates.size <= mostTemplates)
      return [...templates].map(([root, template]) => {
        const whose = templates.size > 1 ? ` (${template.name})` : '';
        return { range, command: commandFor(template, whose, name(root).uri) };
      });
    const title = `${reachHint([...templates.values()].flatMap(({ reaches }) => reaches))} in ${templates.size} templates`;
    return [{ range, command: { title, command: '' } }];
  });
}

/** A command without a name is text alone. */
function commandFor({ reaches, listed }: DeployedBy, whose: string, template: string): Command {
  const hint = reachHint(reaches);
  if (!listed) return { title: `${hint}${whose}`, command: '' };
  const command = commandIds.showExpectedFqdnsForTemplate;
  return { title: `${hint} · show FQDNs${whose}`, command, arguments: [template] };
}

function newTemplate({ rootName }: DeploymentReading): DeployedBy {
  return { name: rootName, reaches: [], listed: false };
}

function listsFqdns({ insights }: DeploymentReading): boolean {
  return insights.some(({ topic }) => topic.kind === 'vault' && topic.fqdns !== undefined);
}

/** The declarations of vaults and endpoints in a file, with what all that a loop or several modules make of one come to. */
function declarationsIn({ insights, deployment }: DeploymentReading, uri: Uri): ReadonlyMap<Place, Reach> {
  const byStart = new Map<number, { readonly place: Place; readonly endpoints: Set<Endpoint> }>();
  for (const { topic, origin, head = origin } of insights) {
    if (head?.uri !== uri || !(topic.kind === 'endpoint' || (topic.kind === 'vault' && !topic.existing))) continue;
    const { endpoints } = entryOf(byStart, head.start, () => ({ place: head, endpoints: new Set<Endpoint>() }));
    for (const endpoint of topic.endpoints) endpoints.add(endpoint);
  }
  return new Map([...byStart.values()].map((it) => [it.place, reachOf([...it.endpoints], deployment)]));
}

/** The entry of a key, made where there is none yet. */
function entryOf<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}
