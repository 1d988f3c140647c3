import { tool } from '../../../base/product';
import type { Report, ReportedFinding, ReportedFix, ReportedRange, ReportedSuppression, Summary } from '../report';
import { MalformedReport, type Members } from './members';
import { readShard } from './read-shard';

/** Reads the document that `formatJson` writes. Throws a MalformedReport. */
export function readJsonReport(document: Members): Report {
  const maker = document.text('tool');
  if (maker !== tool) throw new MalformedReport(`it was written by ${maker}, and this is ${tool}`);
  const shard = document.has('shard') ? readShard(document.object('shard')) : undefined;
  return {
    tool,
    ...(shard === undefined ? {} : { shard }),
    findings: document.list('findings', findingOf),
    problems: document.list('problems', (it) => ({ file: it.text('file'), message: it.text('message') })),
    summary: summaryOf(document.object('summary')),
    ...(document.has('failed') ? { failed: document.flag('failed') } : {}),
  };
}

function findingOf(it: Members): ReportedFinding {
  return {
    ruleId: it.text('ruleId'),
    ruleName: it.text('ruleName'),
    severity: it.oneOf('severity', ['error', 'warning', 'info']),
    message: it.text('message'),
    ...rangeOf(it),
    docs: it.text('docs'),
    fingerprint: it.text('fingerprint'),
    related: it.list('related', (related) => ({ message: related.text('message'), ...rangeOf(related) })),
    fixes: it.list('fixes', fixOf),
    suppression: it.has('suppression') ? suppressionOf(it.object('suppression')) : null,
    deployments: it.texts('deployments'),
    partial: it.has('partial') && it.flag('partial'),
  };
}

function fixOf(it: Members): ReportedFix {
  const edits = it.list('edits', (edit) => ({ ...rangeOf(edit), newText: edit.text('newText') }));
  return { title: it.text('title'), safe: it.flag('safe'), edits };
}

function suppressionOf(it: Members): ReportedSuppression {
  const kind = it.oneOf('kind', ['inSource', 'external', 'baseline']);
  return { kind, reason: it.textOrNull('reason'), until: it.textOrNull('until'), ...rangeOf(it) };
}

function rangeOf(it: Members): ReportedRange {
  return {
    file: it.text('file'),
    startLine: it.count('startLine'),
    startColumn: it.count('startColumn'),
    endLine: it.count('endLine'),
    endColumn: it.count('endColumn'),
  };
}

function summaryOf(it: Members): Summary {
  return {
    files: it.count('files'),
    errors: it.count('errors'),
    warnings: it.count('warnings'),
    infos: it.count('infos'),
    suppressed: it.count('suppressed'),
    baseline: it.count('baseline'),
    durationMs: it.count('durationMs'),
  };
}
