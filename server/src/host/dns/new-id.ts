import { randomInt } from 'node:crypto';

/** An ID that nobody can guess, so that nobody can answer in the server's place without seeing the question. */
export function newId(): number {
  return randomInt(0x10000);
}
