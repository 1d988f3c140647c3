import type { Point } from './point';

/** A line through some points as the data of an SVG path. It is level at each point and bends between them. */
export function curve(points: readonly Point[]): string {
  const [first, ...others] = points;
  if (!first) return '';
  let here = first;
  const commands = others.map((next) => {
    const half = (here.x + next.x) / 2;
    const isLevel = pixels(here.y) === pixels(next.y);
    const command = isLevel
      ? `L${pair(next)}`
      : `C${pixels(half)} ${pixels(here.y)} ${pixels(half)} ${pixels(next.y)} ${pair(next)}`;
    here = next;
    return command;
  });
  return `M${pair(first)}${commands.join('')}`;
}

/** Pixels need no more than one digit behind the point. */
export function pixels(length: number): string {
  return String(Math.round(length * 10) / 10);
}

function pair({ x, y }: Point): string {
  return `${pixels(x)} ${pixels(y)}`;
}
