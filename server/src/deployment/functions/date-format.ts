import type { DateTime } from './date-time';

/**
 * A moment by one of .NET's format strings in the invariant culture; undefined for a format that is not known here. Facts:
 * learn.microsoft.com, "Standard / Custom date and time format strings".
 */
export function formatDateTime(moment: DateTime, format: string): string | undefined {
  if (format === '') return customFormat(moment, 'MM/dd/yyyy HH:mm:ss zzz');
  if (format.length > 1) return customFormat(moment, format);
  const standard = STANDARD_FORMATS.get(format);
  if (standard === undefined) return undefined;
  const inUtc = /[uRr]/.test(format);
  const shown = inUtc ? { ...moment, seconds: moment.seconds - moment.offsetMinutes * 60, offsetMinutes: 0 } : moment;
  return customFormat(shown, standard);
}

const SORTABLE = 'yyyy-MM-ddTHH:mm:ss';
const ROUND_TRIP = `${SORTABLE}.fffffffzzz`;
const RFC_1123 = "ddd, dd MMM yyyy HH:mm:ss 'GMT'";

const STANDARD_FORMATS: ReadonlyMap<string, string> = new Map([
  ['d', 'MM/dd/yyyy'],
  ['D', 'dddd, dd MMMM yyyy'],
  ['f', 'dddd, dd MMMM yyyy HH:mm'],
  ['F', 'dddd, dd MMMM yyyy HH:mm:ss'],
  ['g', 'MM/dd/yyyy HH:mm'],
  ['G', 'MM/dd/yyyy HH:mm:ss'],
  ['M', 'MMMM dd'],
  ['m', 'MMMM dd'],
  ['o', ROUND_TRIP],
  ['O', ROUND_TRIP],
  ['R', RFC_1123],
  ['r', RFC_1123],
  ['s', SORTABLE],
  ['t', 'HH:mm'],
  ['T', 'HH:mm:ss'],
  ['u', "yyyy-MM-dd HH:mm:ss'Z'"],
  ['Y', 'yyyy MMMM'],
  ['y', 'yyyy MMMM'],
]);

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const TOKEN = /'([^']*)'|"([^"]*)"|\\([^])|%(?=[^%])|([dfFghHKmMstyz])\4*|[^]/g;

function customFormat(moment: DateTime, format: string): string | undefined {
  let result = '';
  for (const [whole, single, double, escaped, letter] of format.matchAll(TOKEN)) {
    const quoted = single ?? double ?? escaped;
    const piece = quoted ?? (letter === undefined ? literal(whole) : field(moment, letter, whole.length));
    if (piece === undefined) return undefined;
    // A fraction that has no digits takes the point before it along.
    if (letter === 'F' && piece === '' && result.endsWith('.')) result = result.slice(0, -1);
    result += piece;
  }
  return result;
}

/** What stands for itself; a percent sign before a lone letter is no text, and a quote without its end is an error. */
function literal(sign: string): string | undefined {
  if (sign === '%') return '';
  return /['"\\]/.test(sign) ? undefined : sign;
}

function field(moment: DateTime, letter: string, count: number): string | undefined {
  const date = new Date(moment.seconds * 1000);
  switch (letter) {
    case 'd':
      return count < 3 ? padded(date.getUTCDate(), count) : named(DAYS, date.getUTCDay(), count);
    case 'M':
      return count < 3 ? padded(date.getUTCMonth() + 1, count) : named(MONTHS, date.getUTCMonth(), count);
    case 'y':
      return count < 3 ? padded(date.getUTCFullYear() % 100, count) : padded(date.getUTCFullYear(), count);
    case 'H':
      return padded(date.getUTCHours(), Math.min(count, 2));
    case 'h':
      return padded(date.getUTCHours() % 12 || 12, Math.min(count, 2));
    case 'm':
      return padded(date.getUTCMinutes(), Math.min(count, 2));
    case 's':
      return padded(date.getUTCSeconds(), Math.min(count, 2));
    case 't':
      return (date.getUTCHours() < 12 ? 'AM' : 'PM').slice(0, Math.min(count, 2));
    case 'f':
    case 'F':
      return fraction(moment.ticks, count, letter);
    case 'g':
      return 'A.D.';
    case 'K':
      return zone(moment.offsetMinutes, 3).repeat(count);
    case 'z':
      return zone(moment.offsetMinutes, count);
    default:
      return undefined;
  }
}

function padded(value: number, digits: number): string {
  return String(value).padStart(digits, '0');
}

function named(names: readonly string[], index: number, count: number): string | undefined {
  return count === 3 ? names[index]?.slice(0, 3) : names[index];
}

function fraction(ticks: number, count: number, letter: string): string | undefined {
  if (count > 7) return undefined;
  const digits = padded(ticks, 7).slice(0, count);
  return letter === 'f' ? digits : digits.replace(/0+$/, '');
}

function zone(offsetMinutes: number, count: number): string {
  const sign = offsetMinutes < 0 ? '-' : '+';
  const size = Math.abs(offsetMinutes);
  const hours = padded(Math.floor(size / 60), Math.min(count, 2));
  return count < 3 ? sign + hours : `${sign}${hours}:${padded(size % 60, 2)}`;
}
