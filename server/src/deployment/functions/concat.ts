import { append } from '../../base/append';
import type { TextSegment, Value } from '../values/value';
import { array, partOf, toSegments } from '../values/values';
import { isUncertain, ofValues } from './arguments';
import type { CallContext, FunctionFamily } from './function';
import { eachOf } from './merge';
import { madeText } from './results';

export const concatFunctions: FunctionFamily = {
  concat: ofValues((values, context) =>
    values.some(({ kind }) => kind === 'array') ? joinedArrays(values, context) : joinedTexts(values, context),
  ),
};

/** With an unknown among the arrays there may be more items, and nobody knows where. */
function joinedArrays(values: readonly Value[], context: CallContext): Value | undefined {
  const items: Value[] = [];
  let open = false;
  for (const value of values) {
    if (value.kind === 'array') {
      context.step(value.items.length);
      append(
        items,
        value.items.map((item) => partOf(item, value)),
      );
      open ||= value.open;
    } else if (isUncertain(value)) open = true;
    else return undefined;
  }
  return array(items, open, context.trail, eachOf(values));
}

/** Of nothing but unknowns nobody knows whether they are texts or arrays. */
function joinedTexts(values: readonly Value[], context: CallContext): Value | undefined {
  if (values.every(isUncertain)) return undefined;
  const result: TextSegment[] = [];
  for (const value of values) {
    const segments = value.kind === 'null' ? undefined : toSegments(value);
    if (!segments) return undefined;
    append(result, segments);
  }
  return madeText(result, context);
}
