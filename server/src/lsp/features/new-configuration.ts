import { formatNewConfiguration } from '../../formats/new-configuration';
import type { TextResult } from '../../protocol';

/** A configuration file that changes nothing yet, and says what it could change. */
export function newConfiguration(): TextResult {
  return { text: formatNewConfiguration() };
}
