/**
 * A hash of a text in 32 hexadecimal digits, made in one walk over its UTF-16 units: for keys that are compared within one run. Four
 * sums, each multiplied by an odd number of its own and mixed at the end, as in MurmurHash3.
 */
export function quickHash(text: string): string {
  let a = 0x9e3779b9 ^ text.length;
  let b = 0x243f6a88;
  let c = 0xb7e15162;
  let d = 0x2545f491;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    a = Math.imul(a ^ code, 0x85ebca6b) + d;
    b = Math.imul(b ^ code, 0xc2b2ae35) + (a >>> 15);
    c = Math.imul(c ^ code, 0x27d4eb2f) + (b >>> 13);
    d = Math.imul(d ^ code, 0x165667b1) + (c >>> 16);
  }
  return [a ^ c, b ^ d, c, d].map((sum) => mixed(sum).toString(16).padStart(8, '0')).join('');
}

function mixed(sum: number): number {
  let result = Math.imul(sum ^ (sum >>> 16), 0x85ebca6b);
  result = Math.imul(result ^ (result >>> 13), 0xc2b2ae35);
  return (result ^ (result >>> 16)) >>> 0;
}
