import { repository } from '../../base/product';
import type { TextResult } from '../../protocol';

/** A configuration file that changes nothing yet, and says what it could change. */
export function newConfiguration(): TextResult {
  return {
    text: `{
  "$schema": "${repository}/raw/main/schemas/pelint.config.schema.json",
  // Levels by rule: "error", "warning", "info" or "off". Example: "PE109": "error"
  "rules": {},
  // What answers private names: "private-zones" of the templates, zones that a "policy" binds,
  // "custom" DNS servers, "hosts" files or a "forwarder".
  // "dns": "private-zones",
  // Files that are not checked. Example: "generated/**"
  "ignore": []
}
`,
  };
}
