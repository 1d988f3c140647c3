import { samePlace, type Place } from '../../base/place';
import type { DeployedResource } from '../../deployment/deployment';
import { idKey, parseResourceId } from '../../deployment/identity/resource-id';
import type { TextValue } from '../../deployment/values/value';
import { flatText } from '../names/flat-text';
import { readableName } from '../names/readable-name';
import { hole } from '../names/zone-labels';
import type { EdgeKind, GraphEdge, GraphNode, NodeKind, Presence, TopologyGraph } from './graph';

/** A node as a caller gives it: the builder counts it. */
export type NewNode = Omit<GraphNode, 'id'>;

/** Collects nodes, each once by its key, and the edges between them. */
export class GraphBuilder {
  private readonly nodes = new Map<string, GraphNode>();
  private readonly edges = new Map<string, GraphEdge>();
  private readonly counts = new Map<NodeKind, number>();

  /** Returns the node's ID. The first that is given under a key stays. */
  node(key: string, make: () => NewNode): string {
    const known = this.nodes.get(key);
    if (known) return known.id;
    const node = make();
    const count = (this.counts.get(node.kind) ?? 0) + 1;
    this.counts.set(node.kind, count);
    const id = `${node.kind}-${count}`;
    this.nodes.set(key, { id, ...node });
    return id;
  }

  /** A resource of the deployment, or one that it refers to as existing. */
  resource(kind: NodeKind, resource: DeployedResource, details: readonly string[] = []): string {
    return this.node(idKey(resource.id), () => ({
      kind,
      label: lastName(readableName(resource), kind),
      details: resource.symbolic ? [...details, 'in a loop of unknown length'] : details,
      presence: presenceOf(resource),
      place: resource.place,
      extents: [extentOf(resource)],
    }));
  }

  /** What only an ID names. `place` is where the part is written that names it. */
  named(kind: NodeKind, id: TextValue, place: Place): string {
    return this.node(idKey(id), () => ({
      kind,
      label: nameInId(id),
      details: [],
      presence: 'named',
      place,
      extents: [],
    }));
  }

  edge(from: string, to: string, kind: EdgeKind, label = ''): void {
    this.edges.set(`${from} ${to} ${kind}`, { from, to, kind, label });
  }

  /** Adds what is written for a part of a node to what is written for the node. */
  extend(key: string, resource: DeployedResource): void {
    const node = this.nodes.get(key);
    const extent = extentOf(resource);
    if (node && !node.extents.some((it) => samePlace(it, extent)))
      this.nodes.set(key, { ...node, extents: [...node.extents, extent] });
  }

  build(): TopologyGraph {
    return { nodes: [...this.nodes.values()], edges: [...this.edges.values()] };
  }
}

/** A text for people, with `…` for what is not known. */
export function readable(text: TextValue): string {
  return flatText(text).text.replaceAll(hole, '…');
}

function extentOf({ place, definition }: DeployedResource): Place {
  return { uri: place.uri, start: definition.span.start, end: definition.span.end };
}

function presenceOf({ existing, existence }: DeployedResource): Presence {
  if (existing) return 'existing';
  return existence.kind === 'maybe' ? 'conditional' : 'deployed';
}

/** The name of a child may hold its parents'. A zone's name has no slash. */
function lastName(name: string, kind: NodeKind): string {
  return kind === 'zone' ? name : (name.split('/').at(-1) ?? name);
}

function nameInId(id: TextValue): string {
  const name = parseResourceId(id)?.names.at(-1);
  return (name && readable(name)) || '…';
}
