import { quickHash } from '../../base/quick-hash';
import type { ArrayValue, UnknownValue, Value } from './value';
import { unknown, valueKey } from './values';

// In an open list, items that are not known may stand before, between and behind those that are. A loop over it still has a turn for
// each item that is known: at a position of which only that is known. Equal lists have equal positions, so that two loops over one
// list go together.

/** Where the known item with this index (from 0) stands in an open list. */
export function positionInOpen(list: ArrayValue, index: number): UnknownValue {
  return unknown('the item’s position in the list is not known', `${listKey(list)}#${index}`);
}

/** The item that stands at such a position, or what each item that is not known looks like. */
export function itemInOpen(list: ArrayValue, position: UnknownValue): Value | undefined {
  const key = listKey(list);
  if (position.key.startsWith(`${key}@`)) return list.each;
  const [start, index] = position.key.split('#');
  return index !== undefined && start === key ? list.items[Number(index)] : undefined;
}

/** The position of an item that is not known: one for all of them. */
export function anyPosition(list: Value, path: string): UnknownValue {
  return unknown('the loop’s turn is not known', `${listKey(list)}@${quickHash(path)}`);
}

function listKey(list: Value): string {
  return `position(${quickHash(valueKey(list))})`;
}
