import { Graph, layout } from '@dagrejs/dagre';
import type { EdgeKind, GraphEdge } from '../../../domain/graph/graph';
import type { Diagram } from '../diagram';
import { edgeText } from '../words';
import { nodeBox, type NodeBox } from './node-box';
import { textWidth } from './text-width';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where everything stands: in pixels, the corner at the top left. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly PlacedBox[];
  readonly lines: readonly Line[];
}

export interface PlacedBox extends NodeBox, Point {}

export interface Line {
  readonly edge: GraphEdge;
  readonly text: string;
  /** From the edge's `from` to its `to`; at least two. */
  readonly points: readonly Point[];
  /** The middle of the text. */
  readonly label: Point;
}

/** The size of what is written at edges. */
export const edgeFontSize = 11;

/**
 * From left to right: vaults, their endpoints, what endpoints stand in and register with, networks, and whom these ask. An endpoint
 * connects to its vault, which is drawn on its left all the same, so that the ways by network and by name meet on the right.
 */
export function layOut({ nodes, edges }: Diagram): Layout {
  const graph = new Graph({ multigraph: true });
  // Above that, the better ranking takes too long for something that nobody can read at a glance anyway.
  const ranker = nodes.length > 150 ? 'longest-path' : 'network-simplex';
  graph.setGraph({ rankdir: 'LR', nodesep: 22, ranksep: 46, edgesep: 14, ranker });
  graph.setDefaultEdgeLabel(() => ({}));
  const boxes = new Map(nodes.map((node) => [node.id, nodeBox(node)]));
  for (const [id, { width, height }] of boxes) graph.setNode(id, { width, height });
  const drawn = edges.map((edge) => ({
    edge,
    ends: isReversed(edge.kind) ? [edge.to, edge.from] : [edge.from, edge.to],
  }));
  for (const { edge, ends } of drawn) {
    const text = edgeText(edge);
    const size = text === '' ? {} : { width: textWidth(text) * edgeFontSize + 10, height: 16, labelpos: 'c' };
    graph.setEdge(ends[0] ?? '', ends[1] ?? '', size, edge.kind);
  }
  layout(graph);
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  return {
    width: finite(width),
    height: finite(height),
    boxes: [...boxes].map(([id, box]) => ({ ...box, ...corner(graph.node(id) as Partial<Point>, box) })),
    lines: drawn.map(({ edge, ends }) => {
      const found = graph.edge({ v: ends[0] ?? '', w: ends[1] ?? '', name: edge.kind }) as LaidEdge;
      const points = found.points ?? [];
      return {
        edge,
        text: edgeText(edge),
        points: isReversed(edge.kind) ? [...points].reverse() : points,
        label: { x: found.x ?? 0, y: found.y ?? 0 },
      };
    }),
  };
}

interface LaidEdge extends Partial<Point> {
  readonly points?: readonly Point[];
}

/** An empty graph is infinitely small. */
function finite(length: number): number {
  return Number.isFinite(length) ? length : 0;
}

function isReversed(kind: EdgeKind): boolean {
  return kind === 'connects';
}

function corner({ x = 0, y = 0 }: Partial<Point>, { width, height }: NodeBox): Point {
  return { x: x - width / 2, y: y - height / 2 };
}
