import type { Engine, KnownRule } from '../../server/src/cli/engine';
import { resolveUri, type Uri } from '../../server/src/base/uri';
import type { CheckHost, CheckRequest, CheckResult, ReadProblem } from '../../server/src/lint/check';
import type { Finding, Fix } from '../../server/src/lint/finding';

interface ToyRule extends KnownRule {
  /** What each word that the rule finds is to become, if it knows. */
  readonly fix?: { readonly newText: string; readonly safe: boolean };
}

/** Each rule finds the word that is its name. */
const toyRules: readonly ToyRule[] = [
  { id: 'PE901', name: 'wrong', severity: 'error', fix: { newText: 'right', safe: true } },
  { id: 'PE902', name: 'risky', severity: 'warning', fix: { newText: 'safe', safe: false } },
  { id: 'PE903', name: 'odd', severity: 'info' },
  // Its fix is another mistake, which the next pass finds.
  { id: 'PE904', name: 'worse', severity: 'error', fix: { newText: 'wrong', safe: true } },
  { id: 'PE905', name: 'shy', severity: 'warning', offByDefault: true },
  // Its fix never comes to an end.
  { id: 'PE811', name: 'loop', severity: 'error', fix: { newText: 'a loop', safe: true } },
];

/**
 * A linter of words, so that the command can be tested without what templates mean. A word after `#` is suppressed; at the
 * word `crash` a rule throws, and `module PATH` makes use of another file.
 */
export function toyEngine(): Engine & { readonly requests: CheckRequest[] } {
  const requests: CheckRequest[] = [];
  return {
    rules: toyRules,
    requests,
    check: async (request, host) => {
      requests.push(request);
      return checkWords(request, host);
    },
  };
}

async function checkWords(request: CheckRequest, host: CheckHost): Promise<CheckResult> {
  const findings: Finding[] = [];
  const problems: ReadProblem[] = [];
  const texts = new Map<Uri, string>();
  for (const uri of new Set([...request.project, ...request.report])) {
    const text = await host.read(uri);
    if (typeof text === 'object') problems.push(text);
    if (!request.report.includes(uri)) continue;
    if (typeof text !== 'string' || (uri.endsWith('.json') && !text.includes('$schema'))) continue;
    texts.set(uri, text);
    for (const rule of toyRules) findings.push(...wordFindings(rule, uri, text, request));
  }
  const crashing = [...texts].filter(([, text]) => text.includes('crash'));
  const failures = crashing.map(([uri]) => ({ ruleId: 'PE901', uri, message: 'Oh no.' }));
  const deployments = [...texts].map(([root, text]) => {
    const modules = [...text.matchAll(/module (\S+)/g)].map((match) => resolveUri(root, match[1] ?? ''));
    return {
      root,
      parameters: undefined,
      deployment: undefined,
      files: [root, ...modules],
      findings: [],
      failures: [],
      complete: true,
    };
  });
  return {
    deployments,
    joints: [],
    times: new Map(),
    findings,
    elsewhere: [],
    problems,
    configurationProblems: [],
    ignored: new Set(),
    failures,
    checked: [...texts.keys()],
    texts,
  };
}

function wordFindings(rule: ToyRule, uri: Uri, text: string, { options }: CheckRequest): Finding[] {
  const isOff = rule.offByDefault && !options.selected?.has(rule.id);
  const severity = options.levels.get(rule.id) ?? (isOff ? 'off' : rule.severity);
  if (severity === 'off') return [];
  return [...text.matchAll(new RegExp(`(#?)\\b${rule.name}\\b`, 'g'))].map((match) => {
    const start = match.index + (match[1] ?? '').length;
    const place = { uri, start, end: start + rule.name.length };
    const fixes: Fix[] =
      rule.fix === undefined
        ? []
        : [
            {
              title: `Write ${rule.fix.newText}`,
              safe: rule.fix.safe,
              edits: [{ ...place, newText: rule.fix.newText }],
            },
          ];
    return {
      ruleId: rule.id,
      ruleName: rule.name,
      severity,
      message: `The word '${rule.name}' stands here.`,
      place,
      related: [],
      fixes,
      deployments: [],
      partial: false,
      suppression: match[1] === '#' ? { kind: 'inSource', reason: 'known', place, until: undefined } : undefined,
    };
  });
}
