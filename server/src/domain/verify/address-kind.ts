import { bitsOf, parseNetwork, type IpNetwork } from '../../deployment/functions/ip-network';

/** What an address is good for: reached within networks, over the internet, or not at all by other machines. */
export type AddressKind = 'private' | 'public' | 'unusable';

/**
 * Addresses that a virtual network may have and the internet never routes (RFC 1918, RFC 6598, RFC 4193), and those that lead to the
 * asking machine, its own wire, or nowhere (RFC 6890), as servers answer that block a name.
 */
const blocks: readonly (readonly [block: string, kind: AddressKind])[] = [
  ['10.0.0.0/8', 'private'],
  ['172.16.0.0/12', 'private'],
  ['192.168.0.0/16', 'private'],
  ['100.64.0.0/10', 'private'],
  ['fc00::/7', 'private'],
  ['0.0.0.0/8', 'unusable'],
  ['127.0.0.0/8', 'unusable'],
  ['169.254.0.0/16', 'unusable'],
  ['224.0.0.0/3', 'unusable'],
  ['::/127', 'unusable'],
  ['fe80::/10', 'unusable'],
  ['ff00::/8', 'unusable'],
];

export function addressKind(address: string): AddressKind {
  const known = blocks.find(([block]) => isInside(address, parseNetwork(block)));
  return known === undefined ? 'public' : known[1];
}

/** Whether an address, spelt in any way, is one of a block's. */
export function isInside(address: string, block: IpNetwork | undefined): boolean {
  const own = hostNetwork(address);
  if (own === undefined || block === undefined || own.version !== block.version) return false;
  const rest = BigInt(bitsOf(block) - block.prefix);
  return own.first >> rest === block.first >> rest;
}

/** Whether two spellings mean one address. */
export function sameAddress(one: string, other: string): boolean {
  return isInside(one, hostNetwork(other));
}

function hostNetwork(address: string): IpNetwork | undefined {
  return parseNetwork(`${address}/${address.includes(':') ? 128 : 32}`);
}
