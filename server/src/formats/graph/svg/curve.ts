import type { Point } from './layout';

/** A smooth line near some points as the data of an SVG path: a cubic B-spline that begins and ends straight. */
export function curve(points: readonly Point[]): string {
  const [first, ...others] = points;
  if (!first) return '';
  const commands = [`M${pair(first)}`];
  let [before, here] = [first, first];
  for (const next of [...others, others.at(-1) ?? first]) {
    const control = [between(before, here, 1 / 3), between(before, here, 2 / 3)] as const;
    const end = { x: (before.x + 4 * here.x + next.x) / 6, y: (before.y + 4 * here.y + next.y) / 6 };
    if (before === here) commands.push(`L${pair(between(here, next, 1 / 6))}`);
    else commands.push(`C${pair(control[0])} ${pair(control[1])} ${pair(end)}`);
    [before, here] = [here, next];
  }
  return `${commands.join('')}L${pair(others.at(-1) ?? first)}`;
}

/** Pixels need no more than one digit behind the point. */
export function pixels(length: number): string {
  return String(Math.round(length * 10) / 10);
}

function pair({ x, y }: Point): string {
  return `${pixels(x)} ${pixels(y)}`;
}

function between(one: Point, other: Point, part: number): Point {
  return { x: one.x + (other.x - one.x) * part, y: one.y + (other.y - one.y) * part };
}
