import { parseNetwork, type IpNetwork } from '../../deployment/functions/ip-network';
import { parseServer, systemServers, type DnsServer } from '../../host/dns/server-address';
import { UsageError } from '../usage-error';

/** A block of addresses, and how it was written. */
export interface GivenPrefix {
  readonly text: string;
  readonly network: IpNetwork;
}

/** The blocks that `--prefix` gives. Throws a UsageError. */
export function readPrefixes(given: readonly string[]): readonly GivenPrefix[] {
  return given
    .flatMap((text) => text.split(','))
    .map((written) => {
      const text = written.trim();
      const network = parseNetwork(text);
      if (network === undefined)
        throw new UsageError(`--prefix cannot be '${text}': write a block of addresses, such as 10.1.2.0/24.`);
      return { text, network };
    });
}

/** Milliseconds to wait for an answer. Throws a UsageError. */
export function readTimeout(given: string | undefined): number {
  const seconds = Number(given ?? 3);
  if (given?.trim() !== '' && seconds >= 0.1 && seconds <= 60) return seconds * 1000;
  throw new UsageError(`--timeout cannot be '${given ?? ''}': it is a number of seconds from 0.1 to 60.`);
}

/** The server that `--resolver` names, else those of this machine. Throws a UsageError. */
export function readServers(given: string | undefined): readonly DnsServer[] {
  if (given === undefined) {
    const servers = systemServers();
    if (servers.length === 0) throw new UsageError('This machine names no DNS server; give one with --resolver.');
    return servers;
  }
  const server = parseServer(given);
  if (server === undefined)
    throw new UsageError(
      `--resolver cannot be '${given}': write an IP address, such as 10.0.0.4, 10.0.0.4:5353 or [fd00::4]:5353.`,
    );
  return [server];
}
