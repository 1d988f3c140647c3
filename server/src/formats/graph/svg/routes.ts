import type { Point } from './point';

/** A box as far as lines go around it. */
export interface Obstacle extends Point {
  readonly width: number;
  readonly height: number;
}

/** A line that is to be drawn from a box to another. Half of what each one's rank takes on the way is at least half of its width. */
export interface WantedRoute {
  readonly from: Obstacle & { readonly half: number };
  readonly to: Obstacle & { readonly half: number };
  /** Where it passes on its way, in the order of the way: in columns of boxes between these, and where its words stand. */
  readonly by: readonly Pass[];
}

/** A place that a line passes level, for `half` before and behind it. */
export interface Pass extends Point {
  readonly half: number;
}

/** How far apart lines leave a box, and how far they keep from its corners. */
const portGap = 16;
const cornerGap = 12;

/**
 * The points of lines from left to right, or back, that cross no box: between columns they rise and fall, within a column they are level,
 * and boxes are left and reached at their sides, in the order of where the lines go to.
 */
export function routesOf(wanted: readonly WantedRoute[]): readonly (readonly Point[])[] {
  const ports = new Map<string, Port[]>();
  wanted.forEach((route, index) => {
    const isForward = route.from.x < route.to.x;
    addPort(ports, route.from, isForward ? 'right' : 'left', `${index} from`, (route.by[0] ?? middle(route.to)).y);
    addPort(ports, route.to, isForward ? 'left' : 'right', `${index} to`, (route.by.at(-1) ?? middle(route.from)).y);
  });
  const places = new Map([...ports.values()].flatMap(placed));
  return wanted.map(({ from, to, by }, index) => {
    const [start, end] = [places.get(`${index} from`), places.get(`${index} to`)];
    if (!start || !end) return [];
    const sign = start.x < end.x ? 1 : -1;
    const passes = by.flatMap(({ x, y, half }) => [
      { x: x - sign * half, y },
      { x: x + sign * half, y },
    ]);
    const left = { x: middle(from).x + sign * from.half, y: start.y };
    const reached = { x: middle(to).x - sign * to.half, y: end.y };
    return [start, left, ...passes, reached, end].filter(({ x }, at, all) => x !== all[at - 1]?.x);
  });
}

/** Where a line touches a box. */
interface Port {
  readonly box: Obstacle;
  readonly side: 'left' | 'right';
  readonly key: string;
  /** The height of where the line goes to. */
  readonly towards: number;
}

function addPort(ports: Map<string, Port[]>, box: Obstacle, side: Port['side'], key: string, towards: number): void {
  const place = `${box.x} ${box.y} ${side}`;
  ports.set(place, [...(ports.get(place) ?? []), { box, side, key, towards }]);
}

function placed(ports: readonly Port[]): readonly (readonly [string, Point])[] {
  const sorted = [...ports].sort((one, other) => one.towards - other.towards);
  return sorted.map(({ box, side, key }, index) => {
    const gap = Math.min(portGap, (box.height - 2 * cornerGap) / Math.max(1, sorted.length - 1));
    const y = box.y + box.height / 2 + (index - (sorted.length - 1) / 2) * gap;
    return [key, { x: side === 'left' ? box.x : box.x + box.width, y }];
  });
}

function middle({ x, y, width, height }: Obstacle): Point {
  return { x: x + width / 2, y: y + height / 2 };
}
