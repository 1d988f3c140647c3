import {
  createScanner,
  findNodeAtLocation,
  parseTree,
  printParseErrorCode,
  type Node,
  type ParseError,
} from 'jsonc-parser';
import { hostName } from '../../base/host-name';
import { isIpAddress } from '../../base/ip-address';
import { LineIndex } from '../../base/line-index';
import type { AddressRecord, RecordProblem } from './address-records';

/** Under which names an object gives its host names, and its addresses. */
const nameKeys = ['fqdn', 'fqdns', 'hostname', 'host', 'name'];
const addressKeys = ['ipAddresses', 'ipAddress', 'privateIPAddress', 'privateIpAddress', 'addresses', 'address', 'ip'];
/** Deeper than anything that Azure prints. */
const mostDeep = 50;

/**
 * Reads names and addresses from JSON: a map of names to addresses, a list of objects with a name and addresses, or what the Azure CLI
 * prints for zone groups (`recordSets`), network interfaces (`ipConfigurations`) and private endpoints (`customDnsConfigs`).
 */
export function readJsonRecords(text: string): readonly AddressRecord[] | RecordProblem {
  const lines = new LineIndex(text);
  const lineOf = (offset: number): number => lines.positionAt(offset).line + 1;
  const tooDeep = tooDeepAt(text);
  if (tooDeep !== undefined) return { line: lineOf(tooDeep), message: 'this is nested too deeply' };
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: false });
  const [error] = errors;
  if (error !== undefined || root === undefined) {
    const words = error === undefined ? 'empty' : printParseErrorCode(error.error);
    return { line: lineOf(error?.offset ?? 0), message: `this is no JSON (${words})` };
  }
  try {
    const records = isMap(root) ? mapRecords(root, lineOf) : recordsIn(root, lineOf);
    return records.length > 0 ? records : { line: 1, message: 'there is no name with an address' };
  } catch (problem) {
    if (problem instanceof BadRecord) return { line: lineOf(problem.node.offset), message: problem.message };
    throw problem;
  }
}

/** The offset at which a text is nested deeper than is read; the parser calls itself for each level. */
function tooDeepAt(text: string): number | undefined {
  const scanner = createScanner(text, true);
  let depth = 0;
  while (scanner.getPosition() < text.length) {
    scanner.scan();
    const first = text.charAt(scanner.getTokenOffset());
    if (first === '{' || first === '[') depth++;
    if (first === '}' || first === ']') depth--;
    if (depth > mostDeep) return scanner.getTokenOffset();
  }
  return undefined;
}

/** Something in the file that is meant as a name or an address and is none. */
class BadRecord extends Error {
  constructor(
    readonly node: Node,
    message: string,
  ) {
    super(message);
  }
}

type LineOf = (offset: number) => number;

/** `{ "name": "address" }` or `{ "name": ["address"] }`, told from other objects by its keys, which are host names. */
function isMap(root: Node): boolean {
  const keys = (root.type === 'object' ? root.children : undefined) ?? [];
  return keys.length > 0 && keys.every(({ children: [key] = [] }) => String(key?.value).includes('.'));
}

function mapRecords(root: Node, lineOf: LineOf): AddressRecord[] {
  return (root.children ?? []).flatMap(({ children: [key, value] = [] }) =>
    key === undefined || value === undefined ? [] : record(key, value, lineOf),
  );
}

function recordsIn(node: Node, lineOf: LineOf): AddressRecord[] {
  if (node.type === 'object') {
    const addresses = member(node, addressKeys);
    // The configuration of a network interface has a name of its own, which is no host.
    const names = member(node, ['privateIPAddress']) === undefined ? member(node, nameKeys) : linkedNames(node);
    // Most objects have names: only together with addresses they make records.
    if (addresses !== undefined && names !== undefined) return record(names, addresses, lineOf);
    const fqdn = member(node, ['fqdn']);
    if (fqdn !== undefined) throw new BadRecord(fqdn, `'${String(fqdn.value)}' has no IP address`);
    return (node.children ?? []).flatMap(({ children: [, value] = [] }) =>
      value === undefined ? [] : recordsIn(value, lineOf),
    );
  }
  return node.type === 'array' ? (node.children ?? []).flatMap((item) => recordsIn(item, lineOf)) : [];
}

function linkedNames(node: Node): Node | undefined {
  return findNodeAtLocation(node, ['privateLinkConnectionProperties', 'fqdns']);
}

/** The value of the first of these keys that the object has. */
function member(node: Node, keys: readonly string[]): Node | undefined {
  for (const key of keys) {
    const value = findNodeAtLocation(node, [key]);
    if (value !== undefined && value.type !== 'null') return value;
  }
  return undefined;
}

function record(names: Node, addresses: Node, lineOf: LineOf): AddressRecord[] {
  const found = texts(addresses).map((node) => {
    if (!isIpAddress(String(node.value))) throw new BadRecord(node, `'${String(node.value)}' is no IP address`);
    return String(node.value);
  });
  return texts(names).map((node) => {
    const fqdn = hostName(String(node.value));
    if (fqdn === undefined) throw new BadRecord(node, `'${String(node.value)}' is no host name`);
    if (found.length === 0) throw new BadRecord(node, `'${fqdn}' has no IP address`);
    return { fqdn, addresses: found, line: lineOf(node.offset) };
  });
}

/** A text itself, or the items of a list. */
function texts(node: Node): readonly Node[] {
  return node.type === 'array' ? (node.children ?? []) : [node];
}
