/** A block of IP addresses. */
export interface IpNetwork {
  readonly version: 4 | 6;
  /** The first address, as the number that its bits are. */
  readonly first: bigint;
  /** How many bits all addresses share. */
  readonly prefix: number;
}

/** The number of bits in an address. */
export function bitsOf({ version }: Pick<IpNetwork, 'version'>): number {
  return version === 4 ? 32 : 128;
}

/** `10.0.0.0/16` or `fd00::/48`; the address may be any of the block. Undefined for other spellings. */
export function parseNetwork(text: string): IpNetwork | undefined {
  const [, address = '', digits = ''] = /^([^/]+)\/(\d{1,3})$/.exec(text) ?? [];
  const version = address.includes(':') ? 6 : 4;
  const bits = version === 6 ? parseIpv6(address) : parseIpv4(address);
  const prefix = Number(digits);
  if (bits === undefined || digits === '' || prefix > bitsOf({ version })) return undefined;
  return { version, first: bits & mask(version, prefix), prefix };
}

/** The bits that all addresses of a block share, as ones. */
export function mask(version: 4 | 6, prefix: number): bigint {
  const rest = BigInt(bitsOf({ version }) - prefix);
  return BigInt.asUintN(bitsOf({ version }), -1n << rest);
}

export function lastAddress({ version, first, prefix }: IpNetwork): bigint {
  return first + (1n << BigInt(bitsOf({ version }) - prefix)) - 1n;
}

/** An address as .NET prints it; undefined where its last half would be printed like an IPv4 address. */
export function printedAddress(version: 4 | 6, address: bigint): string | undefined {
  if (version === 4) {
    return [24n, 16n, 8n, 0n].map((shift) => String((address >> shift) & 0xffn)).join('.');
  }
  const words = Array.from({ length: 8 }, (_, index) => Number((address >> BigInt(112 - 16 * index)) & 0xffffn));
  const isMixed = address >> 64n === 0n || (words[4] === 0 && words[5] === 0x5efe);
  return isMixed ? undefined : compressed(words);
}

function parseIpv4(text: string): bigint | undefined {
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text)?.slice(1);
  if (!parts?.every((part) => String(Number(part)) === part && Number(part) < 256)) return undefined;
  return parts.reduce((bits, part) => (bits << 8n) | BigInt(part), 0n);
}

function parseIpv6(text: string): bigint | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [left = [], right = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const missing = 8 - left.length - right.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
  const words = [...left, ...new Array<string>(missing).fill('0'), ...right];
  if (!words.every((word) => /^[0-9a-f]{1,4}$/i.test(word))) return undefined;
  return words.reduce((bits, word) => (bits << 16n) | BigInt(`0x${word}`), 0n);
}

/** The longest run of two or more zeros, the first of equally long ones, becomes `::` (RFC 5952). */
function compressed(words: readonly number[]): string {
  let best = { start: 0, length: 1 };
  for (let start = 0; start < words.length; start++) {
    const end = words.findIndex((word, index) => index >= start && word !== 0);
    const length = (end < 0 ? words.length : end) - start;
    if (length > best.length) best = { start, length };
  }
  const printed = words.map((word) => word.toString(16));
  if (best.length < 2) return printed.join(':');
  return `${printed.slice(0, best.start).join(':')}::${printed.slice(best.start + best.length).join(':')}`;
}
