import { hostName } from '../../base/host-name';
import type { GivenName } from '../../domain/verify/checks';
import { readRecordFile } from '../fqdn/read-record-file';
import { UsageError } from '../usage-error';

/** More names than this are refused, so that nobody floods a DNS server by a slip. */
const mostNames = 250;

/** The names to ask for: of options, arguments and a file of records. Throws a UsageError that names the line of a mistake. */
export function givenNames(names: readonly string[], file: string | undefined, cwd: string): readonly GivenName[] {
  const given: GivenName[] = names
    .flatMap((text) => text.split(','))
    .map((text) => ({ fqdn: readName(text), addresses: [] }));
  if (file !== undefined) given.push(...readRecordFile(file, cwd));
  const count = new Set(given.map(({ fqdn }) => fqdn)).size;
  if (count > mostNames)
    throw new UsageError(`${count} names are too many at a time; at most ${mostNames} are asked for.`);
  return given;
}

function readName(text: string): string {
  const name = hostName(text);
  if (name !== undefined) return name;
  const pattern = text.includes('*')
    ? ' A DNS server cannot be asked for a pattern: give a whole name, as the DNS configuration of the private endpoint shows it.'
    : '';
  throw new UsageError(`--vault-name cannot be '${text}': it is no full host name.${pattern}`);
}
