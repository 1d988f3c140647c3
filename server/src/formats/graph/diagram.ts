import type { Place } from '../../base/place';
import type { Uri } from '../../base/uri';
import type { Deployment } from '../../deployment/deployment';
import type { GraphEdge, GraphNode } from '../../domain/graph/graph';
import { topologyGraph } from '../../domain/graph/topology-graph';
import type { RegionTable } from '../../domain/names/regions';
import type { Finding } from '../../lint/finding';

/** What one deployment makes, with the findings on the parts that they concern. */
export interface Diagram {
  /** What is drawn: a template, and its parameter file where it has one. */
  readonly title: string;
  readonly nodes: readonly DiagramNode[];
  readonly edges: readonly GraphEdge[];
  /** The findings in the deployment's files that are about none of the parts. */
  readonly otherFindings: readonly Finding[];
}

export interface DiagramNode extends GraphNode {
  /** The worst first. */
  readonly findings: readonly Finding[];
}

/** Draws up a deployment. Of the findings, which may be those of a whole project, only those that it has count. */
export function diagramOf(
  deployment: Deployment,
  regions: RegionTable,
  findings: readonly Finding[],
  title: string,
): Diagram {
  const { nodes, edges } = topologyGraph(deployment, regions);
  const files = filesOf(deployment);
  const own = findings.filter((finding) => isOf(deployment, finding, files));
  const byNode = new Map<string, Finding[]>();
  const otherFindings: Finding[] = [];
  for (const finding of own) {
    const ids = concerned(finding, nodes);
    if (ids.length === 0) otherFindings.push(finding);
    for (const id of ids) byNode.set(id, [...(byNode.get(id) ?? []), finding]);
  }
  const worstFirst = (found: readonly Finding[]): readonly Finding[] =>
    [...found].sort((one, other) => severities.indexOf(one.severity) - severities.indexOf(other.severity));
  return {
    title,
    nodes: nodes.map((node) => ({ ...node, findings: worstFirst(byNode.get(node.id) ?? []) })),
    edges,
    otherFindings: worstFirst(otherFindings),
  };
}

/** What a deployment is called: its template, and its parameter file where it has one. */
export function diagramTitle({ root, parameters }: Deployment, nameOf: (uri: Uri) => string): string {
  return [...new Set([root, parameters ?? root].map(nameOf))].join(' with ');
}

/** What stands before the IDs of a diagram's nodes, so that those of several diagrams in one drawing differ. */
export function idPrefix(index: number, diagrams: readonly Diagram[]): string {
  return diagrams.length === 1 ? '' : `d${index + 1}-`;
}

const severities = ['error', 'warning', 'info'];

/** The files that a deployment's resources are written in. */
function filesOf({ root, parameters, resources }: Deployment): ReadonlySet<Uri> {
  const places = resources.flatMap(({ place, through }) => [place, ...through]);
  return new Set([root, ...(parameters === undefined ? [] : [parameters]), ...places.map(({ uri }) => uri)]);
}

function isOf({ parameters }: Deployment, { deployments, place, related }: Finding, files: ReadonlySet<Uri>): boolean {
  if (parameters !== undefined && deployments.length > 0 && !deployments.includes(parameters)) return false;
  return [place, ...related.map((it) => it.place)].some(({ uri }) => files.has(uri));
}

/**
 * The nodes that a finding is about: those whose text it stands in, else those whose text is on the way from there to what suffers. Of
 * texts inside each other the innermost counts. Copies of one loop have one text: the finding is about those that its message names, or about all.
 */
function concerned({ place, related, message }: Finding, nodes: readonly GraphNode[]): readonly string[] {
  for (const at of [place, ...related.map((it) => it.place)]) {
    const around = nodes.flatMap((node) =>
      node.extents.filter((extent) => holds(extent, at)).map((extent) => ({ node, length: extent.end - extent.start })),
    );
    const least = Math.min(...around.map(({ length }) => length));
    const innermost = new Set(around.filter(({ length }) => length === least).map(({ node }) => node));
    const named = [...innermost].filter(({ label }) => message.includes(`'${label}'`));
    if (innermost.size > 0) return (named.length > 0 ? named : [...innermost]).map(({ id }) => id);
  }
  return [];
}

function holds(outer: Place, inner: Place): boolean {
  return outer.uri === inner.uri && outer.start <= inner.start && inner.end <= outer.end;
}
