import { escapeAttribute, escapeText } from '../xml';
import { countedFindings } from './counted';
import type { Report, ReportedFinding, ReportedProblem } from './report';

/**
 * The XML of JUnit as Ant writes it and Jenkins, GitLab and Azure Pipelines read it: a suite for each file, a test for
 * each finding. A file that could not be read is a test with an error. Warnings are failures, as the command can be told
 * to fail for them. It never fails for information, which is therefore a test that passes and says something.
 */
export function formatJunit(report: Report): string {
  const suites = new Map<string, TestCase[]>();
  const add = (file: string, test: TestCase): void => {
    const ofFile = suites.get(file);
    if (ofFile === undefined) suites.set(file, [test]);
    else ofFile.push(test);
  };
  for (const problem of report.problems) add(problem.file, problemCase(problem));
  for (const finding of countedFindings(report)) add(finding.file, findingCase(finding));
  // Servers take a report without tests for a broken run, which it is only where nothing was checked.
  if (suites.size === 0 && report.summary.files > 0)
    add('pelint', { outcome: 'passed', lines: testElement('pelint', 'no findings', []) });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="pelint" ${counts([...suites.values()].flat())}>`,
    ...[...suites].flatMap(([file, tests]) => suiteElement(file, tests)),
    '</testsuites>',
    '',
  ].join('\n');
}

interface TestCase {
  readonly outcome: 'passed' | 'failed' | 'broken';
  readonly lines: readonly string[];
}

function findingCase(finding: ReportedFinding): TestCase {
  const { file, startLine, startColumn, severity, message, ruleId, ruleName, docs } = finding;
  const name = `${ruleId} ${ruleName} (${startLine}:${startColumn})`;
  const text = escapeText(`${file}:${startLine}:${startColumn}: ${message}\n${docs}`);
  if (severity === 'info')
    return { outcome: 'passed', lines: testElement(file, name, [`<system-out>${text}</system-out>`]) };
  const failure = `<failure message="${escapeAttribute(message)}" type="${severity}">${text}</failure>`;
  return { outcome: 'failed', lines: testElement(file, name, [failure]) };
}

function problemCase({ file, message }: ReportedProblem): TestCase {
  const error = `<error message="${escapeAttribute(message)}" type="problem">${escapeText(`${file}: ${message}`)}</error>`;
  return { outcome: 'broken', lines: testElement(file, 'can be checked', [error]) };
}

function testElement(file: string, name: string, children: readonly string[]): string[] {
  const start = `    <testcase classname="${escapeAttribute(file)}" name="${escapeAttribute(name)}"`;
  if (children.length === 0) return [`${start}/>`];
  return [`${start}>`, ...children.map((child) => `      ${child}`), '    </testcase>'];
}

function suiteElement(file: string, tests: readonly TestCase[]): string[] {
  const start = `  <testsuite name="${escapeAttribute(file)}" ${counts(tests)}>`;
  return [start, ...tests.flatMap(({ lines }) => lines), '  </testsuite>'];
}

function counts(tests: readonly TestCase[]): string {
  const count = (outcome: TestCase['outcome']): number => tests.filter((test) => test.outcome === outcome).length;
  return `tests="${tests.length}" failures="${count('failed')}" errors="${count('broken')}"`;
}
