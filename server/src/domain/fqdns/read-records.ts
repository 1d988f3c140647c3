import { hostName } from '../../base/host-name';
import { isIpAddress } from '../../base/ip-address';
import type { AddressRecord, RecordProblem } from './address-records';
import { readJsonRecords } from './read-json-records';

/**
 * Reads names and addresses: JSON where the text begins with a bracket or brace, else lines of a name and its addresses in either order,
 * separated by commas, semicolons or blanks. A heading, empty lines and what follows `#` are passed over.
 */
export function readRecords(text: string): readonly AddressRecord[] | RecordProblem {
  const start = text.replace(/^\uFEFF/, '');
  return /^\s*[[{]/.test(start) ? readJsonRecords(start) : readLines(start);
}

function readLines(text: string): readonly AddressRecord[] | RecordProblem {
  const records: AddressRecord[] = [];
  let first = true;
  for (const [index, written] of text.split(/\r?\n/).entries()) {
    const cells = cellsOf(written);
    if (cells.length === 0) continue;
    const isHeading = first && cells.every((cell) => !isIpAddress(cell) && !cell.includes('.'));
    first = false;
    if (isHeading) continue;
    const line = index + 1;
    const addresses = cells.filter(isIpAddress);
    const others = cells.filter((cell) => !isIpAddress(cell));
    const [name = '', ...more] = others;
    const fqdn = hostName(name);
    if (fqdn === undefined) return { line, message: `'${name}' is no host name` };
    const [strange] = more;
    if (strange !== undefined) return { line, message: `'${strange}' is no IP address` };
    if (addresses.length === 0) return { line, message: `'${fqdn}' has no IP address` };
    records.push({ fqdn, addresses, line });
  }
  return records.length > 0 ? records : { line: 1, message: 'there is no name with an address' };
}

function cellsOf(line: string): string[] {
  return line
    .replace(/#.*/, '')
    .split(/[\s,;]+/)
    .map((cell) => cell.replace(/^"(.*)"$/, '$1'))
    .filter((cell) => cell !== '');
}
