import { contains } from '../base/span';
import { LineIndex } from '../base/line-index';
import type { Uri } from '../base/uri';
import type { Session } from '../deployment/session';
import type { SuppressionDirective } from '../model/template';
import type { Finding } from './finding';

/** The finding, with the directive in its file that hides it, if one does. */
export function suppressed(finding: Finding, texts: ReadonlyMap<Uri, string>, session: Session): Finding {
  const { uri } = finding.place;
  const text = texts.get(uri);
  const file = text === undefined ? undefined : session.read(uri, text);
  const directives = file?.kind === 'template' ? file.template.directives : (file?.parameters.directives ?? []);
  if (text === undefined || directives.length === 0) return finding;
  const directive = hidingDirective(finding, directives, new LineIndex(text));
  return directive
    ? { ...finding, suppression: { reason: directive.reason, place: { uri, ...directive.span } } }
    : finding;
}

/** What counts is the line of the finding itself. */
function hidingDirective(
  finding: Finding,
  directives: readonly SuppressionDirective[],
  lines: LineIndex,
): SuppressionDirective | undefined {
  const { line } = lines.positionAt(finding.place.start);
  let range: SuppressionDirective | undefined;
  for (const directive of directives) {
    if (!names(directive, finding)) continue;
    const own = lines.positionAt(directive.span.end).line;
    switch (directive.effect) {
      case 'next-line':
        if (own + 1 === line) return directive;
        break;
      case 'node':
        if (directive.scope && contains(directive.scope, finding.place)) return directive;
        break;
      case 'disable':
        if (own < line) range = directive;
        break;
      case 'restore':
        if (own < line) range = undefined;
        break;
    }
  }
  return range;
}

function names({ codes }: SuppressionDirective, { ruleId, ruleName }: Finding): boolean {
  return codes.some(({ code }) => code.toUpperCase() === ruleId || code.toLowerCase() === ruleName);
}
