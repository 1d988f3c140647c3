import { createReport, type ReportInput } from '../../../../server/src/formats/findings/create-report';
import type { Report } from '../../../../server/src/formats/findings/report';
import type { Finding } from '../../../../server/src/lint/finding';

export interface ReportedText {
  readonly uri: string;
  readonly text: string;
}

/** The span of a part of a text, which must occur once. */
export function placeOf({ uri, text }: ReportedText, part: string): Finding['place'] {
  const start = text.indexOf(part);
  if (start < 0 || text.includes(part, start + 1)) throw new Error(`'${part}' does not occur once`);
  return { uri, start, end: start + part.length };
}

/** A finding at a part of a text, with what a test says otherwise. */
export function findingAt(text: ReportedText, part: string, rest: Partial<Finding> = {}): Finding {
  return {
    ruleId: 'PE103',
    ruleName: 'static-ip',
    severity: 'error',
    message: `'${part}' is wrong.`,
    place: placeOf(text, part),
    related: [],
    fixes: [],
    deployments: [],
    partial: false,
    suppression: undefined,
    ...rest,
  };
}

/** A report whose paths are the last segments of the URIs. */
export function reportOf(
  texts: readonly ReportedText[],
  findings: readonly Finding[],
  rest: Partial<ReportInput> = {},
): Report {
  const pathOf = (uri: string): string => uri.slice(uri.lastIndexOf('/') + 1);
  return createReport({
    findings,
    problems: [],
    texts: new Map(texts.map(({ uri, text }) => [uri, text])),
    files: texts.length,
    durationMs: 41,
    showSuppressed: false,
    pathOf,
    projectPathOf: pathOf,
    ...rest,
  });
}
