import type { Report } from './report';

/** A report and what the user calls it. */
export interface NamedReport {
  readonly name: string;
  readonly report: Pick<Report, 'shard'>;
}

/** Why some reports are not the whole of what was divided, in a sentence; undefined where they are, or where nothing was divided. */
export function whyNotWhole(reports: readonly NamedReport[]): string | undefined {
  const [first] = reports;
  const shard = reports.find(({ report }) => report.shard)?.report.shard;
  if (first === undefined || shard === undefined) return undefined;
  const { count, files } = shard;
  const seen = new Map<number, string>();
  for (const { name, report } of reports) {
    const own = report.shard;
    if (own === undefined) return `${name} is the report of a whole run, and others are shards of one.`;
    if (own.count !== count) return `${name} is shard ${own.index} of ${own.count}, and ${first.name} one of ${count}.`;
    if (own.files !== files) {
      return `${name} and ${first.name} were made from different files: run all shards on one commit, in the same folder and with the same paths.`;
    }
    const other = seen.get(own.index);
    if (other !== undefined) return `${other} and ${name} are both shard ${own.index} of ${count}.`;
    seen.set(own.index, name);
  }
  const missing = Array.from({ length: count }, (_, index) => index + 1).filter((index) => !seen.has(index));
  if (missing.length === 0) return undefined;
  return `shard ${missing.join(', ')} of ${count} is missing: name ${missing.length === 1 ? 'its report' : 'their reports'}, too.`;
}
