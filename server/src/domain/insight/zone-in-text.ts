import type { Span } from '../../base/span';
import { text as textValue } from '../../deployment/values/values';
import { classifyZone } from '../names/backup-zone';
import { flatText } from '../names/flat-text';
import type { RegionTable } from '../names/regions';
import type { ZoneTopic } from './insight';
import { zoneTopic } from './zone-insights';

/** The name of a zone that stands in a text of whatever language, around an offset; undefined where none does that is known. */
export function zoneInText(
  text: string,
  offset: number,
  regions: RegionTable,
): { readonly span: Span; readonly topic: ZoneTopic } | undefined {
  const start = edge(text, offset, -1);
  const end = edge(text, offset, 1);
  const name = text.slice(start, end);
  if (!/^privatelink\./i.test(name) || name.length > longestName) return undefined;
  const topic = zoneTopic({ name: flatText(textValue(name)), meaning: classifyZone(name, regions) });
  return topic && { span: { start, end }, topic };
}

/** A DNS name is no longer. */
const longestName = 254;

/** Where the letters of a DNS name around an offset begin or end. */
function edge(text: string, offset: number, step: -1 | 1): number {
  let at = offset;
  while (Math.abs(at - offset) <= longestName && /[\w.-]/.test(text[step < 0 ? at - 1 : at] ?? '')) at += step;
  return at;
}
