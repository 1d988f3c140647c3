import type { Report } from '../../../../server/src/formats/findings/report';
import type { Severity } from '../../../../server/src/lint/finding';
import { findingAt, reportOf, type ReportedText } from './reports';

/** A message with all that the grammars of reports give a meaning to. */
export const awkwardMessage = 'say "no" & <b>, it\'s 100 %25::error]]>;\r\nsecond line, ##vso[x]é 😀';

/** A path with blanks, letters beyond ASCII, and what separates properties. */
export const awkwardFile = 'mon dépôt, 1;2/a [b]: c%.bicep';

/** A finding of each level, and a suppressed one, in a file with an awkward name. */
export function awkwardReport(): Report {
  const text: ReportedText = {
    uri: `file:///p/${awkwardFile}`,
    text: 'line1\n      error1\n   warning1\ninfo1 hidden1\n',
  };
  const finding = (part: string, severity: Severity): ReturnType<typeof findingAt> =>
    findingAt(text, part, { severity, message: awkwardMessage });
  const suppression = {
    kind: 'inSource',
    reason: 'known',
    place: finding('line1', 'info').place,
    until: undefined,
  } as const;
  const hidden = { ...finding('hidden1', 'error'), suppression };
  return reportOf(
    [text],
    [finding('error1', 'error'), finding('warning1', 'warning'), finding('info1', 'info'), hidden],
    {
      showSuppressed: true,
      pathOf: (uri) => uri.replace('file:///p/', ''),
    },
  );
}
