import { turned, type Direction, type Point } from './point';

/** A line through some points as the data of an SVG path. At each point it goes the drawing's way, and it bends between them. */
export function curve(points: readonly Point[], direction: Direction): string {
  const [first, ...others] = points;
  if (!first) return '';
  let here = turned(first, direction);
  const pair = (x: number, y: number): string => pairOf(turned({ x, y }, direction));
  const commands = others.map((point) => {
    const next = turned(point, direction);
    const half = (here.x + next.x) / 2;
    const isStraight = pixels(here.y) === pixels(next.y);
    const bend = isStraight ? 'L' : `C${pair(half, here.y)} ${pair(half, next.y)} `;
    here = next;
    return `${bend}${pair(next.x, next.y)}`;
  });
  return `M${pairOf(first)}${commands.join('')}`;
}

/** Pixels need no more than one digit behind the point. */
export function pixels(length: number): string {
  return String(Math.round(length * 10) / 10);
}

function pairOf({ x, y }: Point): string {
  return `${pixels(x)} ${pixels(y)}`;
}
