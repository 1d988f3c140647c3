import type { ReportedShard } from '../report';
import type { Members } from './members';

/** Reads what a report says of the part that it is. Throws a MalformedReport. */
export function readShard(it: Members): ReportedShard {
  return { index: it.count('index'), count: it.count('count'), files: it.text('files') };
}
