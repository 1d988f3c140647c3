import type { ArtifactChange, Fix, Invocation, Log, Location, Result, Suppression } from 'sarif';
import { repository, version } from '../../base/product';
import { rules } from '../../rules/index';
import type { Report, ReportedFinding, ReportedFix, ReportedProblem, ReportedSuppression } from './report';
import { artifactLocation, baseId, physicalLocation, regionOf } from './sarif-location';
import { ruleDescriptor, sarifLevels } from './sarif-rules';

/**
 * SARIF 2.1.0 (docs.oasis-open.org/sarif/sarif/v2.1.0), which security tabs and many viewers read. A report has all
 * rules, so that a reader can tell those that found nothing from those that did not run.
 */
export function formatSarif({ shard, findings, problems, failed = false }: Report): string {
  const indexes = new Map<string, number>(rules.map(({ id }, index) => [id, index]));
  // Where one result tells of suppressions, all have to (section 3.27.23).
  const tellsSuppressions = findings.some(({ suppression }) => suppression !== null);
  const log: Log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'pelint',
            version,
            semanticVersion: version,
            informationUri: repository,
            rules: rules.map(ruleDescriptor),
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [baseId]: { description: { text: 'The folder that pelint ran in.' } } },
        invocations: [invocation(problems, failed)],
        ...(shard === undefined ? {} : { properties: { shard } }),
        results: findings.map((finding) => result(finding, indexes.get(finding.ruleId), tellsSuppressions)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function result(finding: ReportedFinding, ruleIndex: number | undefined, tellsSuppressions: boolean): Result {
  const { ruleId, severity, message, fingerprint, related, fixes, suppression, deployments, partial } = finding;
  return {
    ruleId,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level: sarifLevels[severity],
    message: { text: message },
    locations: [{ physicalLocation: physicalLocation(finding) }],
    partialFingerprints: { 'pelint/v1': fingerprint },
    ...(related.length === 0 ? {} : { relatedLocations: related.map(relatedLocation) }),
    ...(fixes.length === 0 ? {} : { fixes: fixes.map(sarifFix) }),
    ...(tellsSuppressions ? { suppressions: suppression === null ? [] : [sarifSuppression(suppression)] } : {}),
    ...(deployments.length === 0 ? {} : { properties: { deployments: [...deployments], partial } }),
  };
}

function relatedLocation(related: ReportedFinding['related'][number], index: number): Location {
  return { id: index, message: { text: related.message }, physicalLocation: physicalLocation(related) };
}

function sarifFix({ title, safe, edits }: ReportedFix): Fix {
  const changes = new Map<string, ArtifactChange>();
  for (const edit of edits) {
    const change = changes.get(edit.file) ?? { artifactLocation: artifactLocation(edit.file), replacements: [] };
    changes.set(edit.file, change);
    const insertedContent = edit.newText === '' ? {} : { insertedContent: { text: edit.newText } };
    change.replacements.push({ deletedRegion: regionOf(edit), ...insertedContent });
  }
  return { description: { text: title }, artifactChanges: [...changes.values()], properties: { safe } };
}

/** SARIF knows no baseline among suppressions: like what a configuration hides, it stands outside of the source. */
function sarifSuppression(suppression: ReportedSuppression): Suppression {
  const { kind, reason, until } = suppression;
  return {
    kind: kind === 'inSource' ? 'inSource' : 'external',
    ...(reason === null ? {} : { justification: reason }),
    location: { physicalLocation: physicalLocation(suppression) },
    properties: { ...(kind === 'baseline' ? { baseline: true } : {}), ...(until === null ? {} : { until }) },
  };
}

/** A run that could not read all of its files is not a success, though its findings hold. */
function invocation(problems: readonly ReportedProblem[], failed: boolean): Invocation {
  return {
    executionSuccessful: problems.length === 0 && !failed,
    ...(failed ? { exitCode: 2 } : {}),
    toolExecutionNotifications: problems.map(({ file, message }) => ({
      level: 'error',
      message: { text: message },
      locations: [{ physicalLocation: { artifactLocation: artifactLocation(file) } }],
    })),
  };
}
