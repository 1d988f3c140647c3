import type { DnsOutcome, NoAnswer } from '../../server/src/domain/verify/outcome';
import { records } from './dns-records';

/** An answer without mistake; each record as in `records`. */
export function answer(...lines: readonly string[]): DnsOutcome {
  return { kind: 'answer', code: 'NOERROR', authoritative: false, records: records(...lines), authority: [] };
}

/** An answer with a response code; the start of authority of a zone beside it, as `zone SOA primary`. */
export function refusal(code: string, ...authority: readonly string[]): DnsOutcome {
  return { kind: 'answer', code, authoritative: false, records: [], authority: records(...authority) };
}

export function noAnswer(reason: NoAnswer['reason'] = 'silence'): DnsOutcome {
  return { kind: 'none', reason };
}
