import type { Value } from '../values/value';
import { boolean, knownText, number, toSegments } from '../values/values';
import { ofOne } from './arguments';
import type { CallContext, FunctionFamily } from './function';
import { toJson } from './json-writer';
import { computedText, madeText } from './results';

/** From one kind of value to another. */
export const conversionFunctions: FunctionFamily = {
  string: ofOne(string),
  int: ofOne(int),
  float: ofOne(float),
  bool: ofOne(bool),
};

/** Texts stay as they are, `true` becomes `True`, and arrays and objects become JSON. */
function string(value: Value, context: CallContext): Value | undefined {
  switch (value.kind) {
    case 'text':
    case 'boolean': {
      const segments = toSegments(value);
      return segments && madeText(segments, context);
    }
    case 'number':
      return Number.isSafeInteger(value.value) ? computedText(String(value.value), context) : undefined;
    case 'array':
    case 'object': {
      const json = toJson(value);
      return json === undefined ? undefined : computedText(json, context);
    }
    default:
      return undefined;
  }
}

function int(value: Value, { trail }: CallContext): Value | undefined {
  if (value.kind === 'number') return Number.isSafeInteger(value.value) ? value : undefined;
  const text = knownText(value)?.trim();
  if (text === undefined || !/^[+-]?\d+$/.test(text)) return undefined;
  const result = Number(text);
  return Number.isSafeInteger(result) ? number(result + 0, trail) : undefined;
}

function float(value: Value, { trail }: CallContext): Value | undefined {
  if (value.kind === 'number') return value;
  const text = knownText(value)?.trim();
  return text !== undefined && /^[+-]?\d+(?:\.\d+)?$/.test(text) ? number(Number(text), trail) : undefined;
}

function bool(value: Value, { trail }: CallContext): Value | undefined {
  if (value.kind === 'boolean') return value;
  if (value.kind === 'number') return boolean(value.value !== 0, trail);
  const text = knownText(value)?.trim().toLowerCase();
  return text === 'true' || text === 'false' ? boolean(text === 'true', trail) : undefined;
}
