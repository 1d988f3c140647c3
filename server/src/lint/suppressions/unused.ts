import type { TextEdit } from '../../base/text-edit';
import type { Uri } from '../../base/uri';
import type { Editor } from '../../model/edit/editor';
import type { SourceFile } from '../../model/source-file';
import type { SuppressionDirective } from '../../model/template';
import { unusedSuppression } from '../../rules/pe003-unused-suppression';
import type { Report } from '../../rules/report';
import { toFinding, type DeploymentResult } from '../check-deployment';
import type { Finding } from '../finding';
import type { Levels } from '../levels';
import type { Suppressions } from './apply';
import { ruleOf, type FileDirectives, type SuppressedCode } from './directives';
import { removeCodes } from './remove';

export interface UnusedRequest {
  /** The files to look at. All that is found in them has been shown to `suppressions` before. */
  readonly checked: readonly Uri[];
  /** Every deployment that one of them is a part of. */
  readonly deployments: readonly DeploymentResult[];
  readonly suppressions: Suppressions;
  readonly levels: Levels;
  readonly editor: Editor;
  readonly read: (uri: Uri) => SourceFile | undefined;
}

/**
 * PE003: directives that hide nothing. It is said only where everything was seen that could be hidden: the file and all that it is deployed
 * with could be read, nothing is deployed that was not looked into, and the rule is on and has not failed.
 */
export function unusedSuppressions(request: UnusedRequest): readonly Finding[] {
  const { checked, suppressions, levels } = request;
  return checked.flatMap((uri) => {
    const level = levels.of(unusedSuppression, uri);
    const directives = suppressions.directivesOf(uri);
    if (level === 'off' || directives.all.length === 0) return [];
    const isUnused = unusedIn(uri, request);
    return directives.all.flatMap((directive) => {
      const unused = directive.effect === 'restore' ? [] : directive.codes.filter(isUnused);
      return reportsOf(uri, directive, unused, directives, request).map((report) =>
        toFinding(unusedSuppression, report, level, undefined),
      );
    });
  });
}

/** Tells of the codes in a file which of them are known to be of no use. */
function unusedIn(
  uri: Uri,
  { deployments, suppressions, levels, read }: UnusedRequest,
): (code: SuppressedCode) => boolean {
  const own = deployments.filter(({ files }) => files.includes(uri));
  const isReadable = (file: Uri): boolean => problemsOf(read(file)) === 0;
  const isSeen =
    own.length > 0 && own.every(({ complete, files }) => complete && files.every(isReadable)) && isReadable(uri);
  const failed = new Set(own.flatMap(({ failures }) => failures.map(({ ruleId }) => ruleId)));
  return (code) => {
    const rule = isSeen && !suppressions.isUsed(code) ? ruleOf(code) : undefined;
    if (!rule || rule.id === unusedSuppression.id || failed.has(rule.id)) return false;
    return levels.of(rule, uri) !== 'off';
  };
}

/** One report where the whole directive is of no use, else one for each code. */
function reportsOf(
  uri: Uri,
  directive: SuppressionDirective,
  unused: readonly SuppressedCode[],
  directives: FileDirectives,
  { editor, read }: UnusedRequest,
): readonly Report[] {
  const file = read(uri);
  if (!file || unused.length === 0) return [];
  const isWhole = unused.length === directive.codes.length;
  const groups = isWhole ? [unused] : unused.map((code) => [code]);
  return groups.map((codes) => {
    const { start, end } = isWhole ? directive.span : (codes[0]?.span ?? directive.span);
    const edits = withRestores(directive, codes, directives, (from, those) =>
      removeCodes(uri, file, from, those, editor),
    );
    const title = isWhole ? 'Remove the suppression' : `Remove ${codes.map(({ code }) => code).join(', ')} from it`;
    const fixes = edits ? [{ title, safe: true, edits }] : [];
    return { place: { uri, start, end }, message: messageOf(codes), fixes };
  });
}

/** With a `disable` goes what restores the same. */
function withRestores(
  directive: SuppressionDirective,
  codes: readonly SuppressedCode[],
  directives: FileDirectives,
  remove: (from: SuppressionDirective, codes: readonly SuppressedCode[]) => readonly TextEdit[] | undefined,
): readonly TextEdit[] | undefined {
  const own = remove(directive, codes);
  if (!own || directive.effect !== 'disable') return own;
  const byDirective = new Map<SuppressionDirective, SuppressedCode[]>();
  for (const code of codes) {
    const restoring = directives.restoring({ directive, code });
    if (!restoring) continue;
    const list = byDirective.get(restoring.directive) ?? [];
    byDirective.set(restoring.directive, list);
    list.push(restoring.code);
  }
  return [...own, ...[...byDirective].flatMap(([from, those]) => remove(from, those) ?? [])];
}

function messageOf(codes: readonly SuppressedCode[]): string {
  const described = codes.map((code) => {
    const rule = ruleOf(code);
    return rule ? `${rule.id} (${rule.name})` : code.code;
  });
  return `There is no finding of ${described.join(' or ')} here to suppress, and one that comes later would stay hidden. Remove the suppression.`;
}

function problemsOf(file: SourceFile | undefined): number {
  if (!file) return 0;
  return (file.kind === 'template' ? file.template : file.parameters).problems.length;
}
