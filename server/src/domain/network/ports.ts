/** The port that agents and extensions use. */
export const HTTPS = 443;

/** Whether a port or a range of ports, such as `80-443` or `*`, holds a port. */
export function holdsPort(text: string, port: number): boolean {
  if (text.trim() === '*') return true;
  const [from = NaN, to = from] = text.split('-').map((part) => Number(part.trim()));
  return from <= port && port <= to;
}
