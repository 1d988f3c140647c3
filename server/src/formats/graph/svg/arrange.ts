import { Graph, layout } from '@dagrejs/dagre';
import type { EdgeKind, GraphEdge } from '../../../domain/graph/graph';
import { edgeText } from '../words';
import type { NodeBox } from './node-box';
import type { Direction, Point } from './point';
import { textWidth } from './text-width';

/** Where dagre puts the middles of boxes and words, and what it leads edges by. */
export interface Arrangement {
  readonly width: number;
  readonly height: number;
  /** By the IDs of nodes. */
  readonly centers: ReadonlyMap<string, Point>;
  /** In the order of the edges. */
  readonly edges: readonly ArrangedEdge[];
}

export interface ArrangedEdge {
  readonly edge: GraphEdge;
  readonly text: string;
  /** The middle of the text. */
  readonly label: Point;
  /** From the edge's `from` to its `to`, without its ends. */
  readonly by: readonly Point[];
}

const edgeFontSize = 11;

/** How much of a line its words take, with a gap on either side. */
export function wordsWidth(text: string): number {
  return textWidth(text) * edgeFontSize + 8;
}

/** The height of words at a line. */
export const wordsHeight = 16;

/** Arranges boxes in ranks, each after those that lead to it. */
export function arrange(boxes: readonly NodeBox[], edges: readonly GraphEdge[], direction: Direction): Arrangement {
  const graph = new Graph({ multigraph: true });
  // Above that, the better ranking takes too long for something that nobody can read at a glance anyway.
  const ranker = boxes.length > 150 ? 'longest-path' : 'network-simplex';
  // Lines that lead down go further aside on their way, and need more height for it.
  const way = direction === 'right' ? { rankdir: 'LR', ranksep: 60 } : { rankdir: 'TB', ranksep: 76 };
  graph.setGraph({ ...way, nodesep: 22, edgesep: 14, ranker });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { node, width, height } of boxes) graph.setNode(node.id, { width, height });
  for (const edge of edges) {
    const text = edgeText(edge);
    const size = text === '' ? {} : { width: wordsWidth(text), height: wordsHeight, labelpos: 'c' };
    graph.setEdge(...endsOf(edge), size, edge.kind);
  }
  layout(graph);
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  return {
    width: finite(width),
    height: finite(height),
    centers: new Map(boxes.map(({ node: { id } }) => [id, pointOf(graph.node(id) as Partial<Point>)])),
    edges: edges.map((edge) => {
      const [v, w] = endsOf(edge);
      const found = graph.edge({ v, w, name: edge.kind }) as LaidEdge;
      const by = (found.points ?? []).slice(1, -1);
      return { edge, text: edgeText(edge), label: pointOf(found), by: isReversed(edge.kind) ? by.reverse() : by };
    }),
  };
}

interface LaidEdge extends Partial<Point> {
  readonly points?: readonly Point[];
}

function pointOf({ x = 0, y = 0 }: Partial<Point>): Point {
  return { x, y };
}

/** An empty graph is infinitely small. */
function finite(length: number): number {
  return Number.isFinite(length) ? length : 0;
}

function endsOf({ from, to, kind }: GraphEdge): [string, string] {
  return isReversed(kind) ? [to, from] : [from, to];
}

function isReversed(kind: EdgeKind): boolean {
  return kind === 'connects';
}
