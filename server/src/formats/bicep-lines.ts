/**
 * Hosts for which the compiler's rule no-hardcoded-env-urls wants `environment()` instead: the defaults of `disallowedhosts` in its
 * configuration, as far as names of Azure Backup contain them. What is generated is for one cloud, so that the plain name is right.
 */
const environmentHosts = ['core.windows.net', 'graph.windows.net', 'login.microsoftonline.com'];

/** A line of Bicep with a host name, with the compiler's warning about it switched off where it would give one. */
export function hostLine(line: string): string[] {
  if (!environmentHosts.some((host) => line.includes(host))) return [line];
  const indent = /^ */.exec(line)?.[0] ?? '';
  return [`${indent}#disable-next-line no-hardcoded-env-urls // made for this cloud`, line];
}

/** A list of texts, a line each, indented by `indent` blanks. */
export function textItems(texts: readonly string[], indent: number): string[] {
  return texts.flatMap((text) => hostLine(`${' '.repeat(indent)}'${text}'`));
}

/** A name for a symbol made of words: `zone` and `eus` give `zoneEus`. */
export function symbol(first: string, ...words: readonly string[]): string {
  return [first, ...words.map((word) => word.charAt(0).toUpperCase() + word.slice(1))].join('');
}
