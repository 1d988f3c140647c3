import path from 'node:path';
import type { AddressRecord } from '../../domain/fqdns/address-records';
import { readRecords } from '../../domain/fqdns/read-records';
import { readTextFile } from '../../host/read-file';
import { UsageError } from '../usage-error';

/** The names and addresses of a file. Throws a UsageError with the line of a mistake. */
export function readRecordFile(file: string, cwd: string): readonly AddressRecord[] {
  const read = readTextFile(path.resolve(cwd, file));
  if (read.kind !== 'text') {
    throw new UsageError(`cannot read ${file}: ${read.kind === 'problem' ? read.message : 'no such file or folder'}`);
  }
  const records = readRecords(read.text);
  if ('message' in records) throw new UsageError(`${file}:${records.line}: ${records.message}`);
  return records;
}
