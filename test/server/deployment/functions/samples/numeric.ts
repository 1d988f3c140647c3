import { REFUSED } from './sample';
import type { Sample } from './sample';

export const numericSamples: readonly Sample[] = [
  ['min(3,1,2)', 1],
  ['max([3,1,2])', 3],
  ['min(1)', 1],
  ["max(any('a'),any('b'))", REFUSED],
  ['min([1,2],any([0]))', REFUSED],
  ['min(5)', 5],
];
