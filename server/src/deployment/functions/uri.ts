import type { ObjectValue, Value } from '../values/value';
import { getEntry, knownText, nullValue, number, objectOf, text } from '../values/values';
import { asObject, integer, ofKnownTexts, ofOne } from './arguments';
import type { CallContext, FunctionFamily } from './function';
import { computedText } from './results';
import { parseUri, printedUri, resolvedUri } from './uri-parts';

export const uriFunctions: FunctionFamily = {
  uri: ofKnownTexts(([base = '', reference = ''], context) => {
    const parts = parseUri(base);
    const resolved = parts && resolvedUri(parts, reference);
    return resolved && computedText(printedUri(resolved), context);
  }),
  parseuri: ofKnownTexts(([uri = ''], context) => parsed(uri, context)),
  builduri: ofOne(build),
};

/** Without a path where it is only a slash, and without a query where there is none. */
function parsed(uri: string, { trail }: CallContext): Value | undefined {
  const parts = parseUri(uri);
  if (!parts) return undefined;
  const { scheme, host, port, path, query } = parts;
  return objectOf(
    [
      ['scheme', text(scheme, trail)] as const,
      ['host', text(host, trail)] as const,
      ['port', port === undefined ? nullValue(trail) : number(port, trail)] as const,
      ...(path === '/' ? [] : [['path', text(path, trail)] as const]),
      ...(query === '' ? [] : [['query', text(query, trail)] as const]),
    ],
    trail,
  );
}

function build(value: Value, context: CallContext): Value | undefined {
  const parts = asObject(value);
  if (!parts || parts.open) return undefined;
  const [scheme, host, path, query] = ['scheme', 'host', 'path', 'query'].map((name) => textEntry(parts, name));
  const portEntry = getEntry(parts, 'port')?.value;
  const port = portEntry && portEntry.kind !== 'null' ? integer(portEntry) : '';
  if (!scheme || !host || path === undefined || query === undefined || port === undefined) return undefined;
  const printed = `${scheme}://${host}${port === '' ? '' : `:${port}`}/${path.replace(/^\//, '')}`;
  const uri = parseUri(query === '' ? printed : `${printed}?${query.replace(/^\?/, '')}`);
  return uri && computedText(printedUri(uri), context);
}

/** The text of an entry, empty where there is none; undefined where it is not known. */
function textEntry(parts: ObjectValue, name: string): string | undefined {
  const entry = getEntry(parts, name);
  return !entry || entry.value.kind === 'null' ? '' : knownText(entry.value);
}
