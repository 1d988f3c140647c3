import type { Uri } from '../../base/uri';
import type { Session } from '../../deployment/project/session';
import type { ConfiguredSuppression } from '../config/config-file';
import type { Configurations } from '../config/configurations';
import type { Finding, Suppression } from '../finding';
import { directivesOf, placeOf, type FileDirectives, type SuppressedCode } from './directives';

export interface SuppressionSources {
  readonly texts: ReadonlyMap<Uri, string>;
  readonly session: Session;
  readonly configurations: Configurations;
  /** The day as `2027-06-30`; without it nothing that is limited in time has ended. */
  readonly today: string | undefined;
}

/** Hides what the files and the configuration suppress, and remembers which directives were of use. */
export class Suppressions {
  private readonly files = new Map<Uri, FileDirectives>();
  private readonly used = new Set<SuppressedCode>();

  constructor(private readonly sources: SuppressionSources) {}

  /** The findings, each with what hides it, if anything does: what stands in the file before what the configuration says. */
  apply(findings: readonly Finding[]): readonly Finding[] {
    return findings.map((finding) => {
      const own = this.inFile(finding);
      return own ? { ...finding, suppression: own } : this.byConfiguration(finding);
    });
  }

  directivesOf(uri: Uri): FileDirectives {
    const { texts, session } = this.sources;
    const known = this.files.get(uri) ?? directivesOf(uri, texts.get(uri), session);
    this.files.set(uri, known);
    return known;
  }

  /** Whether a code in a directive has hidden anything. */
  isUsed(code: SuppressedCode): boolean {
    return this.used.has(code);
  }

  private inFile(finding: Finding): Suppression | undefined {
    const { uri } = finding.place;
    const file = this.directivesOf(uri);
    if (file.all.length === 0) return undefined;
    const hiding = file.hiding(finding);
    // Where two hide the same, either could go, but which one is not ours to say.
    for (const { code } of hiding) this.used.add(code);
    const [nearest] = hiding;
    return (
      nearest && { kind: 'inSource', reason: nearest.directive.reason, place: placeOf(uri, nearest), until: undefined }
    );
  }

  private byConfiguration(finding: Finding): Finding {
    const { configurations, today } = this.sources;
    const all = configurations.of(finding.place.uri).suppressions.filter((it) => it.ruleIds.has(finding.ruleId));
    const isOver = ({ until }: ConfiguredSuppression): boolean =>
      until !== undefined && today !== undefined && until < today;
    const current = all.findLast((it) => !isOver(it));
    if (current) {
      const { reason, place, until } = current;
      return { ...finding, suppression: { kind: 'external', reason, place, until } };
    }
    const ended = all.map(({ place, until = '' }) => ({ place, message: `the suppression ended with ${until}` }));
    return ended.length === 0 ? finding : { ...finding, related: [...finding.related, ...ended] };
  }
}
