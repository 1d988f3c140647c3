/**
 * The 64-bit hash behind `uniqueString()`, a member of Austin Appleby's MurmurHash3 family that mixes two 32-bit halves. Verified
 * against the engine's own results.
 */
export function murmurHash64(bytes: readonly number[]): bigint {
  let low = 0;
  let high = 0;
  const whole = bytes.length - (bytes.length % 8);
  for (let index = 0; index < whole; index += 8) {
    low = rotated(low ^ mixedLow(word(bytes, index)), 19) + high;
    low = (Math.imul(low, 5) + 0x561ccd1b) | 0;
    high = rotated(high ^ mixedHigh(word(bytes, index + 4)), 13) + low;
    high = (Math.imul(high, 5) + 0x0bcaa747) | 0;
  }
  if (whole < bytes.length) low ^= mixedLow(word(bytes, whole));
  if (whole + 4 < bytes.length) high ^= mixedHigh(word(bytes, whole + 4));
  low ^= bytes.length;
  high ^= bytes.length;
  low = (low + high) | 0;
  high = (high + low) | 0;
  low = avalanched(low);
  high = avalanched(high);
  low = (low + high) | 0;
  high = (high + low) | 0;
  return (BigInt(high >>> 0) << 32n) | BigInt(low >>> 0);
}

const FIRST = 0x239b961b;
const SECOND = 0xab0e9789;

function mixedLow(value: number): number {
  return Math.imul(rotated(Math.imul(value, FIRST), 15), SECOND);
}

function mixedHigh(value: number): number {
  return Math.imul(rotated(Math.imul(value, SECOND), 17), FIRST);
}

function avalanched(value: number): number {
  let result = value ^ (value >>> 16);
  result = Math.imul(result, 0x85ebca6b);
  result ^= result >>> 13;
  result = Math.imul(result, 0xc2b2ae35);
  return result ^ (result >>> 16);
}

/** Four bytes with the lowest first; those beyond the end count as 0. */
function word(bytes: readonly number[], at: number): number {
  const [a = 0, b = 0, c = 0, d = 0] = bytes.slice(at, at + 4);
  return a | (b << 8) | (c << 16) | (d << 24);
}

function rotated(value: number, by: number): number {
  return (value << by) | (value >>> (32 - by));
}
