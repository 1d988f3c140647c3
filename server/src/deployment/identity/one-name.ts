import { joinText, splitName } from './resource-id';
import type { OneOfValue, TextValue, Value } from '../values/value';
import { guardKey, knownText, textKey, textOf, toSegments, unknown } from '../values/values';

/**
 * A name as a part of an ID. One of several names leaves the rest of the ID known, the parents' names among it: the name, or the part
 * of it that differs, becomes a hole, which is equal wherever the same choice is made. So a resource and what refers to it meet.
 */
export function oneName(name: Value): Value {
  if (name.kind !== 'oneOf') return name;
  // Nothing without a name is deployed.
  const named = name.options.filter(({ value }) => value.kind !== 'null' && knownText(value) !== '');
  const [only] = named;
  if (only && named.length === 1) return only.value;
  const texts = name.options.flatMap(({ value }) => {
    const segments = toSegments(value);
    return segments ? [splitName(textOf(segments))] : [];
  });
  const [first = [], ...others] = texts;
  const fit = texts.length === name.options.length && others.every((parts) => parts.length === first.length);
  if (!fit) return hole(name, []);
  const parts = first.flatMap((part, index): (string | Value)[] => {
    const all = texts.flatMap((it) => it[index] ?? []);
    const same = all.every((other) => textKey(other) === textKey(part));
    return [index === 0 ? '' : '/', same ? part : hole(name, all)];
  });
  return joinText(parts, name.trail) ?? hole(name, []);
}

function hole({ options, trail }: OneOfValue, parts: readonly TextValue[]): Value {
  const keys = options.map(({ guard }, index) => `${guardKey(guard)}?${parts[index] ? textKey(parts[index]) : ''}`);
  return unknown('the resource’s name is one of several', `name(${keys.join('|')})`, trail, 'name');
}
