import type { Address, Alias } from '../../domain/verify/follow-aliases';
import type { NameVerdict } from '../../domain/verify/judge-name';
import type { ZoneVerdict } from '../../domain/verify/judge-zone';
import { countsOf, type VerifyCounts, type VerifyReport } from './report';

/** The JSON document of `pelint verify --format json`. Times to live are in seconds; `null` stands for nothing. */
export interface VerifyDocument {
  readonly version: 1;
  readonly tool: string;
  readonly resolvers: readonly string[];
  readonly regions: readonly {
    readonly region: string;
    readonly displayName: string;
    readonly geoCode: string;
    readonly cloud: string;
  }[];
  readonly prefixes: readonly string[];
  readonly zones: readonly (Omit<ZoneVerdict, 'advice'> & { readonly advice: string | null })[];
  readonly names: readonly VerifiedName[];
  readonly summary: VerifyCounts & { readonly questions: number; readonly durationMs: number };
}

export interface VerifiedName extends Pick<NameVerdict, 'fqdn' | 'origin' | 'level' | 'state' | 'message'> {
  readonly zone: string | null;
  readonly advice: string | null;
  readonly addresses: readonly Address[];
  readonly aliases: readonly Alias[];
}

/** Writes the report as JSON, with a line break at the end. */
export function formatVerifyJson(report: VerifyReport): string {
  const { tool, resolvers, regions, prefixes, zones, names, questions, durationMs } = report;
  const document: VerifyDocument = {
    version: 1,
    tool,
    resolvers,
    regions: regions.map(({ name, displayName, geoCode, cloud }) => ({ region: name, displayName, geoCode, cloud })),
    prefixes,
    zones: zones.map((zone) => ({ ...zone, advice: zone.advice ?? null })),
    names: names.map(verifiedName),
    summary: { ...countsOf(report), questions, durationMs },
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

function verifiedName({
  fqdn,
  origin,
  zone,
  level,
  state,
  message,
  advice,
  addresses,
  aliases,
}: NameVerdict): VerifiedName {
  return { fqdn, origin, zone: zone ?? null, level, state, message, advice: advice ?? null, addresses, aliases };
}
