import type { GraphEdge } from '../../../domain/graph/graph';
import type { Diagram } from '../diagram';
import { arrange, wordsHeight, wordsWidth, type Arrangement } from './arrange';
import { nodeBox, type NodeBox } from './node-box';
import { turned, type Direction, type Point } from './point';
import { routesOf, type Pass, type WantedRoute } from './routes';

/** Where everything stands: in pixels, the corner at the top left. */
export interface Layout {
  readonly direction: Direction;
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

/** How much wider than high a drawing may be before it is tried from top to bottom, and how much wider it should be. */
const flattest = 4;
const bestRatio = 1.5;

/**
 * From left to right: vaults, their endpoints, what endpoints stand in and register with, networks, and whom these ask. An endpoint
 * connects to its vault, which is drawn before it all the same, so that the ways by network and by name meet in the end. What would be a long
 * narrow strip, as small templates are, is drawn from top to bottom.
 */
export function layOut({ nodes, edges }: Diagram): Layout {
  const boxes = nodes.map(nodeBox);
  const right = arrange(boxes, edges, 'right');
  if (right.width <= flattest * right.height) return placed(boxes, right, 'right');
  const down = arrange(boxes, edges, 'down');
  return unlikeness(down) < unlikeness(right) ? placed(boxes, down, 'down') : placed(boxes, right, 'right');
}

function unlikeness({ width, height }: Arrangement): number {
  return Math.abs(Math.log(width / height / bestRatio));
}

function placed(sized: readonly NodeBox[], arrangement: Arrangement, direction: Direction): Layout {
  const { width, height, centers } = arrangement;
  const middleOf = ({ node }: NodeBox): Point => centers.get(node.id) ?? { x: 0, y: 0 };
  const ranks = ranksOf(sized, (box) => turned(middleOf(box), direction).x, direction);
  const boxes = sized.map((box): PlacedBox => {
    const { x, y } = middleOf(box);
    // The boxes of a column are equally wide, which is quiet; those of a row are as high as they need.
    const wide = direction === 'right' ? 2 * (ranks.get(rankKey(x)) ?? 0) : box.width;
    return { ...box, width: wide, x: x - wide / 2, y: y - box.height / 2 };
  });
  const byId = new Map(boxes.map((box) => [box.node.id, box]));
  const end = (id: string): WantedRoute['from'] | undefined => {
    const box = byId.get(id);
    return box && { ...turnedBox(box, direction), half: ranks.get(rankKey(turned(middleOf(box), direction).x)) ?? 0 };
  };
  const wanted = arrangement.edges.flatMap(({ edge, text, label, by }) => {
    const [from, to] = [end(edge.from), end(edge.to)];
    const passes = passesOf(by, { text, label }, ranks, direction);
    return from && to ? [{ edge, text, label, from, to, by: passes }] : [];
  });
  const routes = routesOf(wanted);
  const lines = wanted.map(({ edge, text, label }, index) => {
    const points = (routes[index] ?? []).map((point) => turned(point, direction));
    return { edge, text, label, points };
  });
  return { direction, width, height, boxes, lines };
}

function turnedBox(box: PlacedBox, direction: Direction): PlacedBox {
  const { width, height } = box;
  const size = direction === 'right' ? { width, height } : { width: height, height: width };
  return { ...box, ...turned(box, direction), ...size };
}

/** Half of what each rank of boxes takes on the way, by where its middle is. */
type Ranks = ReadonlyMap<string, number>;

function ranksOf(boxes: readonly NodeBox[], middleOf: (box: NodeBox) => number, direction: Direction): Ranks {
  const ranks = new Map<string, number>();
  for (const box of boxes) {
    const key = rankKey(middleOf(box));
    ranks.set(key, Math.max(ranks.get(key) ?? 0, (direction === 'right' ? box.width : box.height) / 2));
  }
  return ranks;
}

function rankKey(middle: number): string {
  return middle.toFixed(1);
}

/** Where an edge has to pass: of all points that it was led by, those in ranks of boxes and that of its words. */
function passesOf(
  by: readonly Point[],
  { text, label }: { readonly text: string; readonly label: Point },
  ranks: Ranks,
  direction: Direction,
): readonly Pass[] {
  const words = rankKey(turned(label, direction).x);
  return by.flatMap((point) => {
    const { x, y } = turned(point, direction);
    const half = ranks.get(rankKey(x));
    if (half !== undefined) return [{ x, y, half }];
    if (text === '' || rankKey(x) !== words) return [];
    return [{ x, y, half: (direction === 'right' ? wordsWidth(text) : wordsHeight) / 2 }];
  });
}
