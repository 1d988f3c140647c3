import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/base/text-edit';
import type { CheckOptions } from '../../server/src/lint/check';
import type { Finding } from '../../server/src/lint/finding';
import type { Rule } from '../../server/src/rules/rule';
import { projectUri } from './check-files';
import type { ProjectFiles } from './check-files';
import { checkAlike } from './in-full';
import { readMarks } from './marks';

/**
 * A project whose marks `‹…›` stand where the rule under test must speak, and nowhere else. A file without a name is `main.bicep`, or
 * `main.json` where it begins with a brace. What other rules say is not looked at.
 */
export interface RuleCase {
  readonly name: string;
  readonly text?: string;
  readonly files?: ProjectFiles;
  /** The text of the first file once the preferred fix of its first finding is applied. */
  readonly fixed?: string;
  /** Whether there must be no fix. */
  readonly unfixable?: boolean;
  readonly message?: RegExp;
  readonly severity?: Finding['severity'];
  readonly options?: Partial<CheckOptions>;
}

/** Declares one mocha test for each case. */
export function testRule(rule: Rule, cases: readonly RuleCase[]): void {
  describe(`${rule.id} ${rule.name}`, () => {
    for (const ruleCase of cases) it(ruleCase.name, () => runCase(rule, ruleCase));
  });
}

async function runCase(rule: Rule, ruleCase: RuleCase): Promise<void> {
  const marked = filesOf(ruleCase);
  const files = Object.fromEntries(Object.entries(marked).map(([path, text]) => [path, readMarks(text).text]));
  const findings = await findingsOf(rule, files, ruleCase.options);
  assert.deepEqual(describeFound(findings, files), describeExpected(marked));
  for (const finding of findings) {
    // A page that does not tell of a level would surprise whoever meets it.
    const documented = [rule.severity, rule.otherSeverity?.severity];
    if (!ruleCase.options?.levels)
      assert.ok(documented.includes(finding.severity), `${finding.severity} is not documented`);
    if (ruleCase.unfixable) assert.deepEqual(finding.fixes, []);
    if (ruleCase.message) assert.match(finding.message, ruleCase.message);
    if (ruleCase.severity) assert.equal(finding.severity, ruleCase.severity);
  }
  if (ruleCase.fixed !== undefined) await assertFixed(rule, files, findings, ruleCase);
}

async function assertFixed(
  rule: Rule,
  files: ProjectFiles,
  findings: readonly Finding[],
  ruleCase: RuleCase,
): Promise<void> {
  const [path] = Object.keys(files);
  const fix = findings[0]?.fixes[0];
  assert.ok(path !== undefined && fix, 'there is no fix');
  const edits = fix.edits.filter(({ uri }) => uri === projectUri(path));
  const text = applyEdits(files[path] ?? '', edits);
  assert.equal(text, ruleCase.fixed);
  const remaining = await findingsOf(rule, { ...files, [path]: text }, ruleCase.options);
  const same = remaining.filter(({ message }) => message === findings[0]?.message);
  assert.deepEqual(describeFound(same, { ...files, [path]: text }), [], 'the finding is still there');
}

async function findingsOf(
  rule: Rule,
  files: ProjectFiles,
  options: Partial<CheckOptions> = {},
): Promise<readonly Finding[]> {
  const levels = new Map(options.levels ?? (rule.offByDefault ? [[rule.id, rule.severity]] : []));
  const result = await checkAlike(files, { ...options, levels });
  assert.deepEqual(result.failures, []);
  if (rule.id !== 'PE001') {
    const broken = result.findings.filter(({ ruleId }) => ruleId === 'PE001');
    assert.deepEqual(
      broken.map(({ message }) => message),
      [],
      'the case does not parse',
    );
  }
  return result.findings.filter(({ ruleId }) => ruleId === rule.id);
}

function filesOf({ text, files }: RuleCase): ProjectFiles {
  if (text === undefined) return files ?? {};
  return { [text.trimStart().startsWith('{') ? 'main.json' : 'main.bicep']: text, ...files };
}

function describeFound(findings: readonly Finding[], files: ProjectFiles): readonly string[] {
  return findings
    .map(({ place }) => {
      const path = Object.keys(files).find((candidate) => projectUri(candidate) === place.uri) ?? place.uri;
      return describePlace(path, files[path] ?? '', place);
    })
    .sort();
}

function describeExpected(marked: ProjectFiles): readonly string[] {
  return Object.entries(marked)
    .flatMap(([path, markedText]) => {
      const { text, spans } = readMarks(markedText);
      return spans.map((span) => describePlace(path, text, span));
    })
    .sort();
}

function describePlace(
  path: string,
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): string {
  const line = text.slice(0, start).split('\n').length;
  return `${path}:${line}: ${text.slice(start, end)} (from ${start})`;
}
