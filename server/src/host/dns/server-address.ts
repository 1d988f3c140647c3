import { getServers } from 'node:dns';
import { isIP, isIPv6 } from 'node:net';

/** Where a DNS server listens. */
export interface DnsServer {
  readonly address: string;
  readonly port: number;
}

/** Reads `10.0.0.4`, `10.0.0.4:5353`, `fd00::4` or `[fd00::4]:5353`; undefined for anything else. */
export function parseServer(text: string): DnsServer | undefined {
  if (isIP(text) !== 0) return { address: text, port: 53 };
  const [, bracketed, plain, digits] = /^(?:\[([^\]]+)\]|([^:[\]]+))(?::(\d{1,5}))?$/.exec(text) ?? [];
  const address = bracketed ?? plain ?? '';
  if (isIP(address) === 0 || (bracketed !== undefined && !isIPv6(address))) return undefined;
  const port = digits === undefined ? 53 : Number(digits);
  return port >= 1 && port <= 65_535 ? { address, port } : undefined;
}

export function printedServer({ address, port }: DnsServer): string {
  if (port === 53) return address;
  return isIPv6(address) ? `[${address}]:${port}` : `${address}:${port}`;
}

/** The servers that this machine asks, in order. */
export function systemServers(): readonly DnsServer[] {
  return getServers()
    .map(parseServer)
    .filter((server) => server !== undefined);
}
