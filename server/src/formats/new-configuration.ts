import { repository } from '../base/product';

/** A configuration file that says what is given, and what else it could say. */
export function formatNewConfiguration(
  given: { readonly dns?: string | undefined; readonly cloud?: string | undefined } = {},
): string {
  const dns = given.dns === undefined ? '// "dns": "private-zones",' : `"dns": ${JSON.stringify(given.dns)},`;
  const cloud = given.cloud === undefined ? '' : `  "cloud": ${JSON.stringify(given.cloud)},\n`;
  return `{
  "$schema": "${repository}/raw/main/schemas/pelint.config.schema.json",
  // Levels by rule: "error", "warning", "info" or "off". Example: "PE109": "error"
  "rules": {},
  // What answers private names: "private-zones" of the templates, zones that a "policy" binds,
  // "custom" DNS servers, "hosts" files or a "forwarder".
  ${dns}
${cloud}  // Files that are not checked. Example: "generated/**"
  "ignore": []
}
`;
}
