/** SHA-1 (FIPS 180-4) of some bytes: 20 bytes. Azure makes the GUIDs of `guid()` with it; it protects nothing here. */
export function sha1(bytes: readonly number[]): readonly number[] {
  const state = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];
  const padded = withPadding(bytes);
  for (let at = 0; at < padded.length; at += 64) addBlock(state, schedule(padded, at));
  return state.flatMap((word) => [word >>> 24, (word >>> 16) & 0xff, (word >>> 8) & 0xff, word & 0xff]);
}

/** A one bit, zeros up to whole blocks of 64 bytes, and the length in bits in the last 8. */
function withPadding(bytes: readonly number[]): readonly number[] {
  const zeros = (119 - (bytes.length % 64)) % 64;
  const bits = bytes.length * 8;
  const high = Math.floor(bits / 2 ** 32);
  const length = [high, bits].flatMap((word) => [24, 16, 8, 0].map((shift) => (word >>> shift) & 0xff));
  return [...bytes, 0x80, ...new Array<number>(zeros).fill(0), ...length];
}

function schedule(bytes: readonly number[], at: number): readonly number[] {
  const words: number[] = [];
  for (let index = 0; index < 16; index++) {
    const [a = 0, b = 0, c = 0, d = 0] = bytes.slice(at + index * 4, at + index * 4 + 4);
    words.push((a << 24) | (b << 16) | (c << 8) | d);
  }
  const before = (index: number, back: number): number => words[index - back] ?? 0;
  for (let index = 16; index < 80; index++) {
    words.push(rotated(before(index, 3) ^ before(index, 8) ^ before(index, 14) ^ before(index, 16), 1));
  }
  return words;
}

function addBlock(state: number[], words: readonly number[]): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0] = state;
  for (const [index, word] of words.entries()) {
    const next = (rotated(a, 5) + choice(index, b, c, d) + e + constant(index) + word) | 0;
    [a, b, c, d, e] = [next, a, rotated(b, 30), c, d];
  }
  for (const [index, value] of [a, b, c, d, e].entries()) state[index] = ((state[index] ?? 0) + value) | 0;
}

function choice(index: number, b: number, c: number, d: number): number {
  if (index < 20) return (b & c) | (~b & d);
  if (index >= 40 && index < 60) return (b & c) | (b & d) | (c & d);
  return b ^ c ^ d;
}

function constant(index: number): number {
  return [0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xca62c1d6][Math.floor(index / 20)] ?? 0;
}

function rotated(value: number, by: number): number {
  return (value << by) | (value >>> (32 - by));
}
