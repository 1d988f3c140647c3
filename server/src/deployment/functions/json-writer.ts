import type { Value } from '../values/value';
import { knownText } from '../values/values';

/** A value as compact JSON, as the engine's `string()` writes it; undefined where something in it is not known. */
export function toJson(value: Value): string | undefined {
  switch (value.kind) {
    case 'text': {
      const text = knownText(value);
      return text === undefined ? undefined : quoted(text);
    }
    case 'number':
    case 'boolean':
      return String(value.value);
    case 'null':
      return 'null';
    case 'array':
      return value.open ? undefined : bracketed('[', value.items.map(toJson), ']');
    case 'object': {
      const parts = [...value.entries].map(([name, entry]) => {
        const inner = toJson(entry.value);
        return inner === undefined ? undefined : `${quoted(name)}:${inner}`;
      });
      return value.open ? undefined : bracketed('{', parts, '}');
    }
    case 'oneOf':
    case 'runtime':
    case 'unknown':
      return undefined;
  }
}

function bracketed(open: string, parts: readonly (string | undefined)[], close: string): string | undefined {
  return parts.includes(undefined) ? undefined : `${open}${parts.join(',')}${close}`;
}

/** The engine escapes line separators, too. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\u0085\u2028\u2029]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
