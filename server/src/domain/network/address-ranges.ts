import { lastAddress, parseNetwork } from '../../deployment/functions/ip-network';
import type { IpNetwork } from '../../deployment/functions/ip-network';

/** A block of addresses or, without a prefix length, a single one; undefined for what is neither. */
export function parseRange(text: string): IpNetwork | undefined {
  return parseNetwork(text.includes('/') ? text : `${text}/${text.includes(':') ? 128 : 32}`);
}

/** Whether two blocks share addresses; false where one of them is none. */
export function overlaps(one: string, other: string): boolean {
  const [a, b] = [parseRange(one), parseRange(other)];
  if (!a || !b || a.version !== b.version) return false;
  return a.first <= lastAddress(b) && b.first <= lastAddress(a);
}

/** Whether a block holds all addresses of another; false where one of them is none. */
export function contains(outer: string, inner: string): boolean {
  const [a, b] = [parseRange(outer), parseRange(inner)];
  if (!a || !b || a.version !== b.version) return false;
  return a.first <= b.first && lastAddress(b) <= lastAddress(a);
}
