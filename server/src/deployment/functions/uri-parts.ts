/** What a URI consists of; `path` begins with a slash, `query` with its question mark, `fragment` with its sign. */
export interface UriParts {
  readonly scheme: string;
  readonly host: string;
  /** Undefined for the scheme's own port. */
  readonly port: number | undefined;
  readonly path: string;
  readonly query: string;
  readonly fragment: string;
}

const OWN_PORTS: Readonly<Record<string, number>> = { http: 80, https: 443 };

/** Letters that stand in a URI as they are, so that no rule of escaping has to be followed. */
const PLAIN = /^[\w\-.~:/?#@!$&'()*+,;=]*$/;

/** An absolute web address, in the form that .NET's `Uri` gives it; undefined for others, and for letters that would be escaped. */
export function parseUri(text: string): UriParts | undefined {
  const parts = /^(https?):\/\/([\w\-.]+)(?::(\d{1,5}))?([/][^?#]*)?(\?[^#]*)?(#.*)?$/i.exec(text);
  if (!parts || !PLAIN.test(text)) return undefined;
  const [, scheme = '', host = '', digits, path = '', query = '', fragment = ''] = parts;
  const lower = scheme.toLowerCase();
  const port = digits === undefined || Number(digits) === OWN_PORTS[lower] ? undefined : Number(digits);
  return { scheme: lower, host: host.toLowerCase(), port, path: withoutDots(path || '/'), query, fragment };
}

export function printedUri({ scheme, host, port, path, query, fragment }: UriParts): string {
  return `${scheme}://${host}${port === undefined ? '' : `:${port}`}${path}${query}${fragment}`;
}

/** RFC 3986, 5.2: what a reference means at a base. */
export function resolvedUri(base: UriParts, reference: string): UriParts | undefined {
  if (!PLAIN.test(reference)) return undefined;
  if (reference.startsWith('//')) return parseUri(`${base.scheme}:${reference}`);
  if (/^[a-z][\w+.-]*:/i.test(reference)) return parseUri(reference);
  const [, path = '', query = '', fragment = ''] = /^([^?#]*)(\?[^#]*)?(#.*)?$/.exec(reference) ?? [];
  if (path === '') return { ...base, query: query || base.query, fragment };
  const folder = base.path.slice(0, base.path.lastIndexOf('/') + 1);
  return { ...base, path: withoutDots(path.startsWith('/') ? path : folder + path), query, fragment };
}

function withoutDots(path: string): string {
  const kept: string[] = [];
  const segments = path.split('/').slice(1);
  for (const [index, segment] of segments.entries()) {
    if (segment === '..') kept.pop();
    else if (segment !== '.') kept.push(segment);
    if ((segment === '..' || segment === '.') && index === segments.length - 1) kept.push('');
  }
  return `/${kept.join('/')}`;
}
