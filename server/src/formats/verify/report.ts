import type { Region } from '../../domain/names/regions';
import type { Verification } from '../../domain/verify/verification';

/** A check of DNS servers, to be printed. */
export interface VerifyReport extends Verification {
  /** The name and version of the program, such as `pelint 1.2.3`. */
  readonly tool: string;
  /** The DNS servers, as `10.0.0.4` or `10.0.0.4:5353`; where there are several, the others were asked when the first said nothing. */
  readonly resolvers: readonly string[];
  readonly regions: readonly Region[];
  /** The blocks that the addresses must be in, as given; empty for any private address. */
  readonly prefixes: readonly string[];
  readonly questions: number;
  readonly durationMs: number;
}

export interface VerifyCounts {
  readonly zones: number;
  readonly names: number;
  readonly wrong: number;
  readonly warnings: number;
}

export function countsOf({ zones, names }: Verification): VerifyCounts {
  const all = [...zones, ...names];
  return {
    zones: zones.length,
    names: names.length,
    wrong: all.filter(({ level }) => level === 'wrong').length,
    warnings: all.filter(({ level }) => level === 'warning').length,
  };
}
