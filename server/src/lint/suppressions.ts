import { contains } from '../base/span';
import { LineIndex } from '../base/line-index';
import type { Uri } from '../base/uri';
import type { Session } from '../deployment/session';
import type { SuppressionDirective } from '../model/template';
import type { Finding } from './finding';

/** The findings, each with the directive in its file that hides it, if one does. */
export function suppressed(
  findings: readonly Finding[],
  texts: ReadonlyMap<Uri, string>,
  session: Session,
): readonly Finding[] {
  const files = new Map<Uri, FileDirectives>();
  return findings.map((finding) => {
    const { uri } = finding.place;
    const file = files.get(uri) ?? directivesOf(uri, texts.get(uri), session);
    files.set(uri, file);
    if (file.directives.length === 0) return finding;
    const directive = hidingDirective(finding, file.directives, file.lines);
    return directive
      ? { ...finding, suppression: { reason: directive.reason, place: { uri, ...directive.span } } }
      : finding;
  });
}

interface FileDirectives {
  readonly directives: readonly SuppressionDirective[];
  readonly lines: LineIndex;
}

function directivesOf(uri: Uri, text: string | undefined, session: Session): FileDirectives {
  const file = text === undefined ? undefined : session.read(uri, text);
  const directives = file?.kind === 'template' ? file.template.directives : (file?.parameters.directives ?? []);
  // Most files have no directive, and then nobody asks for lines.
  return { directives, lines: new LineIndex(directives.length > 0 ? (text ?? '') : '') };
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
