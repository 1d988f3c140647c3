import { Graph, layout } from '@dagrejs/dagre';
import type { EdgeKind, GraphEdge } from '../../../domain/graph/graph';
import type { Diagram } from '../diagram';
import { edgeText } from '../words';
import { nodeBox, type NodeBox } from './node-box';
import type { Point } from './point';
import { routesOf, type Pass } from './routes';
import { textWidth } from './text-width';

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
const edgeFontSize = 11;

/** How much of a line its words take, with a gap on either side. */
export function wordsWidth(text: string): number {
  return textWidth(text) * edgeFontSize + 8;
}

/**
 * From left to right: vaults, their endpoints, what endpoints stand in and register with, networks, and whom these ask. An endpoint
 * connects to its vault, which is drawn on its left all the same, so that the ways by network and by name meet on the right. The boxes
 * of a column are equally wide.
 */
export function layOut({ nodes, edges }: Diagram): Layout {
  const graph = new Graph({ multigraph: true });
  // Above that, the better ranking takes too long for something that nobody can read at a glance anyway.
  const ranker = nodes.length > 150 ? 'longest-path' : 'network-simplex';
  graph.setGraph({ rankdir: 'LR', nodesep: 22, ranksep: 60, edgesep: 14, ranker });
  graph.setDefaultEdgeLabel(() => ({}));
  const sized = nodes.map(nodeBox);
  for (const { node, width, height } of sized) graph.setNode(node.id, { width, height });
  const drawn = edges.map((edge) => ({ edge, text: edgeText(edge), ends: endsOf(edge) }));
  for (const { edge, text, ends } of drawn) {
    const size = text === '' ? {} : { width: wordsWidth(text), height: 16, labelpos: 'c' };
    graph.setEdge(ends[0], ends[1], size, edge.kind);
  }
  layout(graph);
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  const centerOf = (id: string): Point => ({ x: 0, y: 0, ...(graph.node(id) as Partial<Point>) });
  const columns = columnsOf(sized, centerOf);
  const boxes = sized.map((box) => placedBox(box, centerOf(box.node.id), columns));
  const byId = new Map(boxes.map((box) => [box.node.id, box]));
  const laid = drawn.flatMap(({ edge, text, ends }) => {
    const { x = 0, y = 0, points = [] } = graph.edge({ v: ends[0], w: ends[1], name: edge.kind }) as LaidEdge;
    const [from, to] = [byId.get(edge.from), byId.get(edge.to)];
    const by = passesOf(isReversed(edge.kind) ? [...points].reverse() : points, { x, y, text }, columns);
    return from && to ? [{ edge, text, label: { x, y }, from, to, by }] : [];
  });
  const routes = routesOf(laid);
  return {
    width: finite(width),
    height: finite(height),
    boxes,
    lines: laid.map(({ edge, text, label }, index) => ({ edge, text, label, points: routes[index] ?? [] })),
  };
}

interface LaidEdge extends Partial<Point> {
  readonly points?: readonly Point[];
}

/** Half the width of every column of boxes, by where its middle is. */
type Columns = ReadonlyMap<string, number>;

function columnsOf(boxes: readonly NodeBox[], centerOf: (id: string) => Point): Columns {
  const columns = new Map<string, number>();
  for (const { node, width } of boxes) {
    const key = columnKey(centerOf(node.id).x);
    columns.set(key, Math.max(columns.get(key) ?? 0, width / 2));
  }
  return columns;
}

function columnKey(x: number): string {
  return x.toFixed(1);
}

function placedBox(box: NodeBox, { x, y }: Point, columns: Columns): PlacedBox {
  const half = columns.get(columnKey(x)) ?? box.width / 2;
  return { ...box, width: 2 * half, x: x - half, y: y - box.height / 2 };
}

/** Where an edge has to pass: of all points that were laid out between its ends, those in columns of boxes and that of its words. */
function passesOf(
  points: readonly Point[],
  words: Point & { readonly text: string },
  columns: Columns,
): readonly Pass[] {
  return points.slice(1, -1).flatMap(({ x, y }) => {
    const half = columns.get(columnKey(x));
    if (half !== undefined) return [{ x, y, half }];
    const isWords = words.text !== '' && columnKey(x) === columnKey(words.x);
    return isWords ? [{ x, y, half: wordsWidth(words.text) / 2 }] : [];
  });
}

/** An empty graph is infinitely small. */
function finite(length: number): number {
  return Number.isFinite(length) ? length : 0;
}

function endsOf({ from, to, kind }: GraphEdge): readonly [string, string] {
  return isReversed(kind) ? [to, from] : [from, to];
}

function isReversed(kind: EdgeKind): boolean {
  return kind === 'connects';
}
