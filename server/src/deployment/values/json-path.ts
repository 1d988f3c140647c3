import type { Place } from '../../base/place';
import type { Value } from './value';
import { array, trailAt } from './values';

/** `.name` (the dot may be missing at the start), `['name']`, `[0]`, `[*]` and `.*`. */
const STEP =
  /^(?:\.?\[(?:(?<index>\d+)|'(?<quoted>[^'\\]*)'|(?<all>\*))\]|\.?(?:(?<every>\*)|(?<name>[^\s.[\]'"*?@$,:()]+)))/;

/**
 * What a JSONPath of names, indexes and wildcards finds in data, as `loadJsonContent` and `loadYamlContent` take it: one value as it is,
 * several as an array, names with their case. Undefined for nothing, which the compiler refuses, and for a richer path.
 */
export function selectPath(root: Value, path: string, at: Place): Value | undefined {
  let rest = path.replace(/^\$(?=[.[]|$)/, '');
  let found: readonly Value[] = [root];
  for (let first = true; rest !== ''; first = false) {
    const step = STEP.exec(rest);
    if (!step?.groups || !(first || /^[.[]/.test(rest))) return undefined;
    const { index, quoted, name } = step.groups;
    const key = index === undefined ? (quoted ?? name) : Number(index);
    found = found.flatMap((value) => partsOf(value, key));
    rest = rest.slice(step[0].length);
  }
  return found.length > 1 ? array(found, false, trailAt(at)) : found[0];
}

/** The part under a name or an index; all parts where there is neither. */
function partsOf(value: Value, key: string | number | undefined): readonly Value[] {
  if (value.kind === 'object') {
    const entries =
      typeof key === 'string' ? [value.entries.get(key)] : key === undefined ? value.entries.values() : [];
    return [...entries].flatMap((entry) => entry?.value ?? []);
  }
  if (value.kind !== 'array') return [];
  return key === undefined ? value.items : typeof key === 'number' ? value.items.slice(key, key + 1) : [];
}
