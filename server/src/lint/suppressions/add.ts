import { contains, type Span } from '../../base/span';
import type { TextEdit } from '../../base/text-edit';
import type { Uri } from '../../base/uri';
import type { SourceFile } from '../../model/source-file';
import type { ResourceDefinition, Template } from '../../model/template';
import { findValue } from '../../model/edit/find-node';
import { layoutAt, lineStart } from '../../model/edit/layout';
import type { ObjectExpression } from '../../syntax/expression';
import type { Finding } from '../finding';
import { addToMetadata } from './add-to-metadata';
import { names, type FileDirectives } from './directives';
import { isBetweenTokens } from './free-line';
import { topOfBicep } from './top-of-bicep';

/** Stands where the user says why a finding is suppressed: the last word of what is written. */
export const reasonPlaceholder = 'reason';

/** A file in which findings can be suppressed. */
export interface SuppressionSite {
  readonly uri: Uri;
  readonly file: SourceFile;
  readonly directives: FileDirectives;
  /** Whether comments are at home in the file: they are no part of JSON, and many who read it stumble over them. */
  readonly comments: boolean;
}

/** What hides a finding: edits of its file. */
export interface AddedSuppression {
  /** How much else it hides: what the same rule finds in the line, in the resource or in the file. */
  readonly reach: 'line' | 'resource' | 'file';
  readonly edits: readonly TextEdit[];
}

/** The ways to suppress a finding in its file, the narrowest first. What is written is read as a suppression there, and hides it. */
export function suppressionsFor(finding: Finding, site: SuppressionSite): readonly AddedSuppression[] {
  const narrow = suppressLine(finding, site) ?? suppressResource(finding, site);
  return [narrow, suppressFile(finding, site)].filter((it) => it !== undefined);
}

/**
 * A directive on the line above the finding, or its rule in the one that is there: a directive hides the line below it, so that another
 * one in between would take from it what it hides. None where no directive can stand, as within a text of several lines.
 */
function suppressLine({ place, ruleId }: Finding, site: SuppressionSite): AddedSuppression | undefined {
  const { uri, file, directives, comments } = site;
  const above = directives.directlyAbove(place.start);
  if (above !== undefined) {
    const { end } = above.codes.at(-1)?.span ?? above.span;
    return { reach: 'line', edits: [{ uri, start: end, end, newText: ` ${ruleId}` }] };
  }
  const isBicep = file.tree.kind === 'file';
  const start = lineStart(file.text, place.start);
  if (!(isBicep || comments) || !isBetweenTokens(file, start)) return undefined;
  const { indent, lineBreak } = layoutAt(file.text, place.start);
  const directive = isBicep
    ? `#disable-next-line ${ruleId} // ${reasonPlaceholder}`
    : `// pelint-disable-next-line ${ruleId} -- ${reasonPlaceholder}`;
  return { reach: 'line', edits: [{ uri, start, end: start, newText: indent + directive + lineBreak }] };
}

/** An entry in the metadata of the innermost resource around the finding, in JSON. */
function suppressResource({ place, ruleId }: Finding, { uri, file }: SuppressionSite): AddedSuppression | undefined {
  if (file.kind !== 'template' || file.tree.kind === 'file') return undefined;
  const around = resourceSpans(file.template).filter((it) => contains(it, place));
  const [innermost] = around.sort((a, b) => a.end - a.start - (b.end - b.start));
  const owner = innermost && findValue(file.tree, innermost)?.node;
  return owner?.kind === 'object' ? inMetadata(owner, 'name', 'resource', { uri, file, ruleId }) : undefined;
}

/** A directive at the top of a Bicep file, an entry in the metadata of a JSON file. */
function suppressFile(finding: Finding, { uri, file, directives }: SuppressionSite): AddedSuppression | undefined {
  const { place, ruleId } = finding;
  const { tree, text } = file;
  if (tree.kind !== 'file') return inMetadata(tree, 'contentVersion', 'file', { uri, file, ruleId });
  const isRestored = directives.all.some(
    ({ effect, span, codes }) =>
      effect === 'restore' && span.start < place.start && codes.some((code) => names(code, finding)),
  );
  if (isRestored) return undefined;
  const { lineBreak } = layoutAt(text, 0);
  const { offset, before, after } = topOfBicep(tree, text, directives.all, place.start);
  const directive = `#disable-diagnostics ${ruleId} // ${reasonPlaceholder}`;
  const newText = lineBreak.repeat(before) + directive + lineBreak.repeat(after);
  return { reach: 'file', edits: [{ uri, start: offset, end: offset, newText }] };
}

/** `behind` is the property that metadata are written behind where there are none yet. */
function inMetadata(
  owner: ObjectExpression,
  behind: string,
  reach: AddedSuppression['reach'],
  { uri, file, ruleId }: Pick<SuppressionSite, 'uri' | 'file'> & Pick<Finding, 'ruleId'>,
): AddedSuppression | undefined {
  const changes = addToMetadata(owner, behind, { rule: ruleId, reason: reasonPlaceholder }, file);
  return changes && { reach, edits: changes.map((change) => ({ uri, ...change })) };
}

/** The resources and deployments of a template with those within them. */
function resourceSpans({ resources, modules }: Template): readonly Span[] {
  return [
    ...modules.flatMap(({ span, source }) => [
      span,
      ...(source.kind === 'inline' ? resourceSpans(source.template) : []),
    ]),
    ...resources.flatMap(withChildren),
  ];
}

function withChildren({ span, children }: ResourceDefinition): readonly Span[] {
  return [span, ...children.flatMap(withChildren)];
}
