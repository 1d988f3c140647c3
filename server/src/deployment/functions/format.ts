import { append } from '../../base/append';
import type { KnownSegment, TextSegment, Value } from '../values/value';
import { knownText, toSegments } from '../values/values';
import { isUncertain, ofValues, segmentsOfText } from './arguments';
import type { CallContext, FunctionFamily } from './function';
import { toJson } from './json-writer';
import { formatNumber } from './number-format';
import { madeText } from './results';
import { calledOn, cut, hasHoles, knownPrefix } from './segments';

/** `format()` with the composite formats of .NET, which is also what Bicep's interpolation compiles to. */
export const formatFunctions: FunctionFamily = { format: ofValues(format) };

/** The widest field that is followed; a wider one is nobody's intention. */
const WIDEST = 10_000;

/** `{0}`, `{0,-8}`, `{0:D3}`, or both; a brace that is meant as such is doubled. */
const ITEM = /\{(\d{1,4}) *(?:, *(-?\d{1,7}) *)?(?::([^{}]*))?\}/y;
const LITERAL = /[^{}]+|\{\{|\}\}/y;

function format([pattern, ...values]: readonly Value[], context: CallContext): Value | undefined {
  const source = segmentsOfText(pattern);
  const whole = knownText(pattern);
  if (!source || whole === undefined) return undefined;
  const result: TextSegment[] = [];
  let at = 0;
  while (at < whole.length) {
    const literal = matchAt(LITERAL, whole, at);
    const item = literal ? undefined : matchAt(ITEM, whole, at);
    const part = literal
      ? cut(source, at, at + (/^[{}]/.test(literal[0]) ? 1 : literal[0].length))
      : item && formatted(values[Number(item[1])], Number(item[2] ?? 0), item[3] ?? '', context);
    if (!part) return undefined;
    context.step();
    append(result, part);
    at += (literal ?? item)?.[0].length ?? 1;
  }
  return madeText(result, context);
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  const sticky = new RegExp(pattern);
  sticky.lastIndex = at;
  return sticky.exec(text) ?? undefined;
}

/** One item: `width` above 0 puts it at the right end of its field, below 0 at the left end. */
function formatted(
  value: Value | undefined,
  width: number,
  specifier: string,
  context: CallContext,
): readonly TextSegment[] | undefined {
  if (!value || Math.abs(width) > WIDEST) return undefined;
  const segments = specified(value, specifier, context);
  if (!segments || width === 0) return segments;
  if (hasHoles(segments)) return undefined;
  const missing = Math.abs(width) - knownPrefix(segments).length;
  if (missing <= 0) return segments;
  const padding = made(' '.repeat(missing), context);
  return width > 0 ? [...padding, ...segments] : [...segments, ...padding];
}

/** Only numbers heed the part after the colon; what may be a number and is not known becomes another unknown. */
function specified(value: Value, specifier: string, context: CallContext): readonly TextSegment[] | undefined {
  if (value.kind === 'array' || value.kind === 'object') {
    const json = toJson(value);
    return json === undefined ? undefined : made(json.replaceAll('"', "'"), context);
  }
  if (specifier === '') return toSegments(value);
  if (isUncertain(value)) return [calledOn(`format:${specifier}`, { kind: 'hole', value })];
  if (value.kind !== 'number') return toSegments(value);
  const text = formatNumber(value.value, specifier);
  return text === undefined ? undefined : made(text, context);
}

function made(text: string, { trail }: CallContext): readonly KnownSegment[] {
  return text === '' ? [] : [{ kind: 'known', text, trail, offset: undefined }];
}
