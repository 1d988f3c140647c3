import type { Span } from '../../base/span';
import type { Expression } from '../expression';

const PREFIXED = /^([-+]?)0(?:x([\da-f_]+)|o([0-7_]+)|b([01_]+))$/i;
const DECIMAL = /^[-+]?[\d_]*(?:\.[\d_]*)?(?:e[-+]?\d+)?$/i;
const HAS_DIGIT = /^[-+]?[._]*\d/;
const NOT_FINITE = /^[-+]?\.(inf|nan)$/i;

/**
 * What text without quotes stands for: a number, a boolean, null; undefined where it is only text. As SharpYaml reads it: `yes` and
 * `012` are no boolean and no octal number, and capitals do not matter.
 */
export function plainScalar(text: string, { start, end }: Span): Expression | undefined {
  const lower = text.toLowerCase();
  if (lower === 'true' || lower === 'false') return { kind: 'boolean', start, end, value: lower === 'true' };
  if (lower === 'null' || text === '~' || text === '') return { kind: 'null', start, end };
  const value = numberOf(text);
  if (value !== undefined) return { kind: 'number', start, end, value: value === 0 ? 0 : value };
  // Azure has no such number; as text it would be wrong.
  return NOT_FINITE.test(text) ? { kind: 'skipped', start, end } : undefined;
}

function numberOf(text: string): number | undefined {
  const prefixed = PREFIXED.exec(text);
  if (prefixed) {
    const [, sign, hexadecimal, octal, binary] = prefixed;
    const radix = hexadecimal !== undefined ? 16 : octal !== undefined ? 8 : 2;
    const digits = (hexadecimal ?? octal ?? binary ?? '').replaceAll('_', '');
    const value = Number.parseInt(digits, radix);
    return Number.isNaN(value) ? undefined : sign === '-' ? -value : value;
  }
  return DECIMAL.test(text) && HAS_DIGIT.test(text) ? Number(text.replaceAll('_', '')) : undefined;
}
