import type { DeployedResource } from '../../deployment/deployment';
import type { ObjectValue, Value } from '../../deployment/values/value';
import { knownText, partOf } from '../../deployment/values/values';
import { possible } from './options';
import { entryValue } from './resource-properties';

/** What a list may hold, whatever conditions turn out to be. */
export interface PossibleItems<T extends Value = Value> {
  readonly items: readonly T[];
  /** There may be more than is listed. */
  readonly open: boolean;
}

/** The items that a list may have while its resource exists; none of them is a choice of several or null. */
export function possibleItems(list: Value | undefined, resource: DeployedResource): PossibleItems {
  const items: Value[] = [];
  let open = false;
  for (const { value } of possible(list, resource)) {
    if (value.kind === 'null') continue;
    if (value.kind !== 'array') open = true;
    else {
      open ||= value.open;
      for (const item of value.items) {
        for (const option of possible(partOf(item, value), resource)) {
          if (option.value.kind !== 'null') items.push(option.value);
        }
      }
    }
  }
  return { items, open };
}

/** The same of a list of objects: an item that may be any object leaves the list open. */
export function possibleObjects(list: Value | undefined, resource: DeployedResource): PossibleItems<ObjectValue> {
  const { items, open } = possibleItems(list, resource);
  const objects = items.filter((item) => item.kind === 'object');
  return { items: objects, open: open || objects.length < items.length };
}

/** The items of a list that is a property of an object; open also where the object may have properties that are not listed. */
export function itemsOf(object: ObjectValue, name: string, resource: DeployedResource): PossibleItems {
  const value = entryValue(object, name);
  return value ? possibleItems(value, resource) : { items: [], open: object.open };
}

/** The same of a list of objects. */
export function objectsOf(object: ObjectValue, name: string, resource: DeployedResource): PossibleItems<ObjectValue> {
  const value = entryValue(object, name);
  return value ? possibleObjects(value, resource) : { items: [], open: object.open };
}

/** Whether a list holds, or may hold, a text that is meant, in lower case. A list without items says nothing, so that it may mean anything. */
export function mayHold({ items, open }: PossibleItems, isMeant: (text: string) => boolean): boolean {
  return (
    open ||
    items.length === 0 ||
    items.some((item) => {
      const text = knownText(item);
      return text === undefined || isMeant(text.toLowerCase());
    })
  );
}
