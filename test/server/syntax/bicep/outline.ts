/**
 * A tree in short: `(kind part …)`, where a part is a node, a list `[…]`, a value as in JSON, the name of something that is
 * true, or `-` for what is absent. A name (an identifier) is written bare, a number or a string as a value.
 */
export function outline(node: unknown): string {
  if (node === undefined) return '-';
  if (Array.isArray(node)) return `[${node.map(outline).join(' ')}]`;
  if (typeof node !== 'object' || node === null) return JSON.stringify(node);
  const { kind, ...rest } = node as Record<string, unknown>;
  if (kind === 'identifier') return String(rest['name']);
  if (kind === 'string' || kind === 'number' || kind === 'text') return JSON.stringify(rest['value']);
  const parts: string[] = [];
  for (const [name, value] of Object.entries(rest)) {
    // An empty list of decorators says nothing, and what a property is called stands in its key.
    if (OMITTED.has(name) || (name === 'decorators' && Array.isArray(value) && value.length === 0)) continue;
    if (name === 'name' && kind === 'property') continue;
    if (value === true) parts.push(name);
    else if (value !== false) parts.push(outline(value));
  }
  return `(${[String(kind), ...parts].join(' ')})`;
}

const OMITTED: ReadonlySet<string> = new Set(['start', 'end', 'contentStart', 'exact', 'tokens']);
