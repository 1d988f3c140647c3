/**
 * A number by one of .NET's format strings, in the invariant culture; undefined for a format that is invalid or not known here
 * (exponents and thousandths in custom formats). Facts: learn.microsoft.com, "Standard / Custom numeric format strings".
 */
export function formatNumber(value: number, format: string): string | undefined {
  const standard = /^([A-Za-z])(\d{0,2})$/.exec(format);
  if (!standard) return customFormat(value, format);
  const digits = standard[2] === '' ? undefined : Number(standard[2]);
  return standardFormat(value, standard[1] ?? '', digits);
}

function standardFormat(value: number, letter: string, digits: number | undefined): string | undefined {
  const sign = value < 0 ? '-' : '';
  const size = Math.abs(value);
  const whole = Number.isSafeInteger(value);
  switch (letter.toUpperCase()) {
    case 'D':
      return whole ? sign + String(size).padStart(digits ?? 0, '0') : undefined;
    case 'F':
      return sign + size.toFixed(digits ?? 2);
    case 'N':
      return sign + grouped(size.toFixed(digits ?? 2));
    case 'P':
      return `${sign}${grouped((size * 100).toFixed(digits ?? 2))} %`;
    case 'C':
      return value < 0 ? `(¤${grouped(size.toFixed(digits ?? 2))})` : `¤${grouped(size.toFixed(digits ?? 2))}`;
    case 'G':
      return general(value, letter, digits);
    case 'R':
      return String(value);
    case 'E':
      return exponential(value, digits ?? 6, letter, 3);
    case 'X':
      return whole ? inBase(value, 16, digits, letter) : undefined;
    case 'B':
      return whole ? inBase(value, 2, digits, letter) : undefined;
    default:
      return undefined;
  }
}

/** Shortest form; with fewer digits than the number has, with an exponent of at least two digits. */
function general(value: number, letter: string, digits: number | undefined): string | undefined {
  const size = Math.abs(value);
  if (!digits || (Number.isInteger(value) && String(size).length <= digits)) return String(value);
  if (!Number.isInteger(value)) return undefined;
  const [mantissa = '', exponent = ''] = size.toExponential(digits - 1).split('e');
  const short = mantissa.includes('.') ? mantissa.replace(/\.?0+$/, '') : mantissa;
  const marker = letter === 'g' ? 'e' : 'E';
  return `${value < 0 ? '-' : ''}${short}${marker}+${exponent.slice(1).padStart(2, '0')}`;
}

function exponential(value: number, digits: number, letter: string, exponentDigits: number): string {
  const [mantissa = '', exponent = ''] = value.toExponential(digits).split('e');
  return `${mantissa}${letter}${exponent.charAt(0)}${exponent.slice(1).padStart(exponentDigits, '0')}`;
}

/** Negative numbers as the 64 bits that hold them. */
function inBase(value: number, base: number, digits: number | undefined, letter: string): string {
  const text = BigInt.asUintN(64, BigInt(value))
    .toString(base)
    .padStart(digits ?? 0, '0');
  return letter === letter.toLowerCase() ? text : text.toUpperCase();
}

function grouped(text: string): string {
  const [whole = '', fraction] = text.split('.');
  const groups = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? groups : `${groups}.${fraction}`;
}

/** A piece of a custom format: a digit's place, or what stands there as it is. */
interface CustomToken {
  readonly kind: 'digit' | 'point' | 'comma' | 'percent' | 'literal';
  readonly text: string;
}

/** Sections for positive, negative and zero; with only one or two, the first serves those that are missing. */
function customFormat(value: number, format: string): string | undefined {
  const sections = sectionsOf(format);
  const [positive, negative, zero] = sections ?? [];
  if (!positive) return undefined;
  if (value === 0) return customSection(0, zero ?? positive, '');
  if (value > 0) return customSection(value, positive, '');
  return negative && negative.length > 0 ? customSection(-value, negative, '') : customSection(-value, positive, '-');
}

function sectionsOf(format: string): readonly CustomToken[][] | undefined {
  const sections: CustomToken[][] = [[]];
  const pattern = /\\(.)|'([^']*)'|"([^"]*)"|[0#]|[.,%‰;]|[eE][+-]?0+|[^]/gu;
  for (const [whole, escaped, single, double] of format.matchAll(pattern)) {
    const quoted = escaped ?? single ?? double;
    if (quoted !== undefined) sections.at(-1)?.push({ kind: 'literal', text: quoted });
    else if (whole === ';') sections.push([]);
    else if (whole === '‰' || /^[eE]./.test(whole) || /^['"\\]$/.test(whole)) return undefined;
    else sections.at(-1)?.push({ kind: tokenKind(whole), text: whole });
  }
  return sections;
}

function tokenKind(text: string): CustomToken['kind'] {
  if (text === '0' || text === '#') return 'digit';
  if (text === '.') return 'point';
  if (text === ',') return 'comma';
  return text === '%' ? 'percent' : 'literal';
}

function customSection(size: number, tokens: readonly CustomToken[], sign: string): string | undefined {
  const points = tokens.findIndex(({ kind }) => kind === 'point');
  const pointAt = points < 0 ? tokens.length : points;
  const before = tokens.filter(({ kind }, index) => kind === 'digit' && index < pointAt);
  const after = tokens.filter(({ kind }, index) => kind === 'digit' && index > pointAt);
  const places = { groups: groupsDigits(tokens, pointAt), scale: scaleOf(tokens, pointAt) };
  const fixed = (size * places.scale).toFixed(after.length);
  const [whole = '', fraction = ''] = fixed.split('.');
  const least =
    before.length -
    Math.max(
      before.findIndex(({ text }) => text === '0'),
      0,
    );
  const digits = (whole === '0' ? '' : whole).padStart(before.some(({ text }) => text === '0') ? least : 0, '0');
  const kept = after.findLastIndex(({ text }) => text === '0') + 1;
  const decimals = fraction.slice(0, Math.max(kept, fraction.replace(/0+$/, '').length));
  if (before.length === 0 && digits !== '' && points < 0) return undefined;
  return sign + written(tokens, pointAt, before.length, places.groups ? grouped(digits) : digits, decimals);
}

/** A comma between two digits' places groups the digits. */
function groupsDigits(tokens: readonly CustomToken[], pointAt: number): boolean {
  const digits = tokens.flatMap(({ kind }, index) => (kind === 'digit' && index < pointAt ? [index] : []));
  const [first = 0, last = 0] = [digits[0], digits.at(-1)];
  return tokens.some(({ kind }, index) => kind === 'comma' && index > first && index < last);
}

/** A comma right before the point divides by a thousand, a percent sign multiplies by a hundred. */
function scaleOf(tokens: readonly CustomToken[], pointAt: number): number {
  let scale = 1;
  for (let index = pointAt - 1; tokens[index]?.kind === 'comma'; index--) scale /= 1000;
  return tokens.reduce((product, { kind }) => (kind === 'percent' ? product * 100 : product), scale);
}

/** Literals where they stand; the digits that have no place of their own come at the first place. */
function written(
  tokens: readonly CustomToken[],
  pointAt: number,
  places: number,
  digits: string,
  decimals: string,
): string {
  let result = '';
  let left = digits;
  let place = places;
  let right = decimals;
  for (const [index, { kind, text }] of tokens.entries()) {
    if (kind === 'literal' || kind === 'percent') result += text;
    else if (kind === 'point' && index === pointAt) {
      // Without a place before the point, all of the digits come there.
      result += left + (decimals === '' ? '' : '.');
      left = '';
    } else if (kind !== 'digit') continue;
    else if (index > pointAt) {
      result += right.slice(0, 1);
      right = right.slice(1);
    } else {
      place--;
      const count = lettersOf(left, place);
      result += left.slice(0, left.length - count);
      left = left.slice(left.length - count);
    }
  }
  return result;
}

/** How many letters at the end of grouped digits hold the last `digits` of them, with the comma before them where there is one. */
function lettersOf(text: string, digits: number): number {
  let count = 0;
  for (let seen = 0; count < text.length && seen < digits; count++) {
    if (text.charAt(text.length - 1 - count) !== ',') seen++;
  }
  return count;
}
