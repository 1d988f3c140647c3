import type { Value } from '../values/value';
import { knownText, number } from '../values/values';
import { integer, ofOne, ofValues } from './arguments';
import { formatDateTime } from './date-format';
import { added, fromEpoch, parseDateTime, parseDuration, toEpoch } from './date-time';
import type { CallContext, FunctionFamily } from './function';
import { computedText } from './results';

export const dateFunctions: FunctionFamily = {
  datetimeadd: ofValues(dateTimeAdd),
  datetimefromepoch: ofOne((value, context) => {
    const seconds = integer(value);
    const moment = seconds === undefined ? undefined : fromEpoch(seconds);
    return moment && printed(formatDateTime(moment, USUAL_FORMAT), context);
  }),
  datetimetoepoch: ofOne((value, { trail }) => {
    const moment = parseDateTime(knownText(value) ?? '');
    return moment && number(toEpoch(moment), trail);
  }),
};

/** Its `Z` is a mere letter: the engine does not turn the time into UTC. */
const USUAL_FORMAT = "yyyy-MM-ddTHH:mm:ss'Z'";

function dateTimeAdd([base, duration, format]: readonly Value[], context: CallContext): Value | undefined {
  const moment = parseDateTime(knownText(base) ?? '');
  const by = parseDuration(knownText(duration) ?? '');
  const pattern = format ? knownText(format) : USUAL_FORMAT;
  const sum = moment && by && added(moment, by);
  return sum && pattern !== undefined ? printed(formatDateTime(sum, pattern), context) : undefined;
}

function printed(text: string | undefined, context: CallContext): Value | undefined {
  return text === undefined ? undefined : computedText(text, context);
}
