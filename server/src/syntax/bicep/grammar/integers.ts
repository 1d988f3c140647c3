import type { NumberLiteral } from '../../expression';
import type { Cursor } from '../cursor';

/** The compiler's numbers are whole and have 64 bits. */
const LARGEST = '9223372036854775807';
const LARGEST_BEHIND_MINUS = '9223372036854775808';

/** Reads the integer at the current token. */
export function readInteger(cursor: Cursor, behindMinus: boolean): NumberLiteral {
  const { start, currentText } = cursor;
  const limit = behindMinus ? LARGEST_BEHIND_MINUS : LARGEST;
  if (currentText.length >= limit.length && exceeds(currentText.replace(/^0+/, ''), limit)) {
    cursor.report(`The number ${currentText} does not fit into 64 bits; the largest one is ${LARGEST}.`);
  }
  cursor.advance();
  return { kind: 'number', start, end: cursor.end, value: Number(currentText) };
}

function exceeds(digits: string, limit: string): boolean {
  return digits.length > limit.length || (digits.length === limit.length && digits > limit);
}
