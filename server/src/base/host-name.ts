/** A host name of at least two labels, in lower case and without a dot at its end; undefined for anything else. */
export function hostName(text: string): string | undefined {
  const name = text.trim().replace(/\.$/, '').toLowerCase();
  const label = '[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?';
  return name.length <= 253 && new RegExp(`^${label}(?:\\.${label})+$`).test(name) ? name : undefined;
}
