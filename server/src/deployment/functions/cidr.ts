import type { Value } from '../values/value';
import { knownText, number, objectOf, text } from '../values/values';
import { integer, ofValues } from './arguments';
import type { CallContext, FunctionFamily } from './function';
import { bitsOf, lastAddress, mask, parseNetwork, printedAddress } from './ip-network';
import type { IpNetwork } from './ip-network';
import { computedText } from './results';

/** Functions of blocks of IP addresses. */
export const cidrFunctions: FunctionFamily = {
  parsecidr: ofValues(([network], context) => parseCidr(network, context)),
  cidrsubnet: ofValues(cidrSubnet),
  cidrhost: ofValues(cidrHost),
};

function parseCidr(value: Value | undefined, { trail }: CallContext): Value | undefined {
  const network = parseNetwork(knownText(value) ?? '');
  if (!network) return undefined;
  const { version, first, prefix } = network;
  const last = lastAddress(network);
  const usable = usableAddresses(network);
  const addresses = [
    ['network', first],
    ['netmask', mask(version, prefix)],
    ...(version === 4 ? [['broadcast', last] as const] : []),
    ['firstUsable', usable.first],
    ['lastUsable', usable.last],
  ] as const;
  const entries: (readonly [string, Value])[] = [];
  for (const [name, address] of addresses) {
    const printed = printedAddress(version, address);
    if (printed === undefined) return undefined;
    entries.push([name, text(printed, trail)]);
  }
  return objectOf([...entries, ['cidr', number(prefix, trail)]], trail);
}

/** All but the first and the last in IPv4; in its smallest blocks the engine names the first address twice. */
function usableAddresses(network: IpNetwork): { readonly first: bigint; readonly last: bigint } {
  const { version, first, prefix } = network;
  if (version === 6) return { first, last: lastAddress(network) };
  return prefix > 30 ? { first, last: first } : { first: first + 1n, last: lastAddress(network) - 1n };
}

/** The subnet of a size with an index from 0. */
function cidrSubnet([value, size, index]: readonly Value[], context: CallContext): Value | undefined {
  const network = parseNetwork(knownText(value) ?? '');
  const prefix = integer(size);
  const at = integer(index);
  if (!network || prefix === undefined || at === undefined || at < 0) return undefined;
  const { version, first } = network;
  const bits = bitsOf(network);
  if (prefix < network.prefix || prefix > bits || BigInt(at) >= 1n << BigInt(prefix - network.prefix)) return undefined;
  const printed = printedAddress(version, first + (BigInt(at) << BigInt(bits - prefix)));
  return printed === undefined ? undefined : computedText(`${printed}/${prefix}`, context);
}

/** The address with an index from 0, which counts from the one after the network's own; the last address is none, in IPv6 either. */
function cidrHost([value, index]: readonly Value[], context: CallContext): Value | undefined {
  const network = parseNetwork(knownText(value) ?? '');
  const at = integer(index);
  if (!network || at === undefined || at < 0) return undefined;
  const address = network.first + BigInt(at) + 1n;
  if (address >= lastAddress(network)) return undefined;
  const printed = printedAddress(network.version, address);
  return printed === undefined ? undefined : computedText(printed, context);
}
