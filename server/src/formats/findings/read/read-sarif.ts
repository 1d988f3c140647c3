import { rulePage, tool, version } from '../../../base/product';
import type { Severity } from '../../../lint/finding';
import { rules } from '../../../rules/index';
import type { Report, ReportedFinding, ReportedFix, ReportedRange, ReportedSuppression } from '../report';
import { fileOf } from '../sarif-location';
import { sarifLevels } from '../sarif-rules';
import { MalformedReport, type Members } from './members';
import { readShard } from './read-shard';

/**
 * Reads the log that `formatSarif` writes, and no other: another program's, and another version's, may mean other things by the same
 * members. How many files were checked, and for how long, it does not tell. Throws a MalformedReport.
 */
export function readSarifReport(log: Members): Report {
  const [run, ...others] = log.list('runs', (it) => it);
  if (run === undefined || others.length > 0)
    throw new MalformedReport('it does not have one run, as pelint writes it');
  const driver = run.object('tool').object('driver');
  const maker = [driver.text('name'), driver.textOrNull('version')].filter((part) => part !== null).join(' ');
  if (maker !== `pelint ${version}`) throw new MalformedReport(`it was written by ${maker}, and this is ${tool}`);
  const properties = run.has('properties') ? run.object('properties') : undefined;
  const findings = run.list('results', findingOf);
  const [invocation] = run.list('invocations', (it) => it);
  return {
    tool,
    ...(properties?.has('shard') ? { shard: readShard(properties.object('shard')) } : {}),
    findings,
    problems: invocation?.list('toolExecutionNotifications', problemOf) ?? [],
    ...(invocation?.has('exitCode') ? { failed: true } : {}),
    summary: { files: 0, errors: 0, warnings: 0, infos: 0, suppressed: 0, baseline: 0, durationMs: 0 },
  };
}

const levels = Object.values(sarifLevels);
const severities = Object.keys(sarifLevels) as readonly Severity[];

function findingOf(it: Members): ReportedFinding {
  const ruleId = it.text('ruleId');
  const rule = rules.find(({ id }) => id === ruleId);
  if (rule === undefined) throw new MalformedReport(`it has a finding of the rule ${ruleId}, which does not exist`);
  const level = it.oneOf('level', levels);
  const properties = it.has('properties') ? it.object('properties') : undefined;
  const [suppression] = it.listIfAny('suppressions', suppressionOf);
  const [range] = it.list('locations', (location) => rangeOf(location.object('physicalLocation')));
  if (range === undefined) throw new MalformedReport('one of its results has no place');
  return {
    ruleId,
    ruleName: rule.name,
    severity: severities.find((severity) => sarifLevels[severity] === level) ?? 'error',
    message: messageOf(it),
    ...range,
    docs: rulePage(ruleId, rule.name),
    fingerprint: it.object('partialFingerprints').text('pelint/v1'),
    related: it.listIfAny('relatedLocations', (related) => ({
      message: messageOf(related),
      ...rangeOf(related.object('physicalLocation')),
    })),
    fixes: it.listIfAny('fixes', fixOf),
    suppression: suppression ?? null,
    deployments: properties?.texts('deployments') ?? [],
    partial: properties?.flag('partial') ?? false,
  };
}

function fixOf(it: Members): ReportedFix {
  const edits = it.list('artifactChanges', (change) => {
    const file = artifactOf(change);
    return change.list('replacements', (replacement) => ({
      file,
      ...regionOf(replacement.object('deletedRegion')),
      newText: replacement.has('insertedContent') ? replacement.object('insertedContent').text('text') : '',
    }));
  });
  return {
    title: it.object('description').text('text'),
    safe: it.object('properties').flag('safe'),
    edits: edits.flat(),
  };
}

function suppressionOf(it: Members): ReportedSuppression {
  const kind = it.oneOf('kind', ['inSource', 'external']);
  const properties = it.object('properties');
  return {
    kind: properties.has('baseline') ? 'baseline' : kind,
    reason: it.textOrNull('justification'),
    until: properties.textOrNull('until'),
    ...rangeOf(it.object('location').object('physicalLocation')),
  };
}

function problemOf(it: Members): Report['problems'][number] {
  const [file = ''] = it.list('locations', (location) => artifactOf(location.object('physicalLocation')));
  return { file, message: messageOf(it) };
}

function messageOf(it: Members): string {
  return it.object('message').text('text');
}

function rangeOf(it: Members): ReportedRange {
  return { file: artifactOf(it), ...regionOf(it.object('region')) };
}

function artifactOf(it: Members): string {
  const uri = it.object('artifactLocation').text('uri');
  const file = fileOf(uri);
  if (file === undefined) throw new MalformedReport(`it names a file by '${uri}', which is no address`);
  return file;
}

function regionOf(it: Members): Omit<ReportedRange, 'file'> {
  return {
    startLine: it.count('startLine'),
    startColumn: it.count('startColumn'),
    endLine: it.count('endLine'),
    endColumn: it.count('endColumn'),
  };
}
