import { MarkupKind, type Hover, type HoverParams } from 'vscode-languageserver';
import type { Span } from '../../../base/span';
import { baseName } from '../../../base/uri';
import type { Session } from '../../../deployment/session';
import { insightsAt, type InsightAt } from '../../../domain/insight/insights-of';
import { zoneInText } from '../../../domain/insight/zone-in-text';
import { markdown, plainText, type Markup } from '../../../formats/insight/markup';
import { ruleWords } from '../../../formats/insight/rule-words';
import { readingWords } from '../../../formats/insight/words';
import { configurationNames } from '../../../lint/config/description';
import { explainConfiguration } from '../../../lint/config/explain';
import { directivesOf, ruleOf } from '../../../lint/suppressions/directives';
import { commandIds } from '../../../protocol';
import type { Rule } from '../../../rules/rule';
import type { ReadingAids } from './reading-aids';
import { regionsOf, type DeploymentReading, type DocumentReading } from './readings';

/** A stretch of the document and the paragraphs about it. */
interface Said {
  readonly span: Span;
  readonly words: readonly string[];
}

/** What there is to say of the place under the mouse; null for nothing. */
export async function hover({ textDocument, position }: HoverParams, aids: ReadingAids): Promise<Hover | null> {
  const reading = await aids.readings.of(textDocument.uri);
  const offset = reading && aids.documents.offsetAt(reading.uri, position);
  if (!reading || offset === undefined) return null;
  const { takesMarkdown } = aids.client;
  const markup = takesMarkdown ? markdown : plainText;
  const session = aids.diagnostics.sessionOf(await aids.projects.of(reading.uri));
  const said =
    saidOfConfiguration(reading, offset, markup, aids) ??
    saidOfDirective(reading, offset, { session, markup, aids }) ??
    saidOfDeployments(reading, offset, markup, aids) ??
    saidOfText(reading, offset, markup);
  if (!said) return null;
  return {
    contents: {
      kind: takesMarkdown ? MarkupKind.Markdown : MarkupKind.PlainText,
      value: said.words.join('\n\n'),
    },
    range: reading.ranges.of({ uri: reading.uri, ...said.span }),
  };
}

function saidOfConfiguration(
  { uri, text }: DocumentReading,
  offset: number,
  markup: Markup,
  aids: ReadingAids,
): Said | undefined {
  if (!configurationNames.some((name) => name === baseName(uri))) return undefined;
  const explained = explainConfiguration(text, offset);
  if (!explained) return undefined;
  const { span } = explained;
  return 'rule' in explained
    ? { span, words: saidOfRule(explained.rule, markup, aids) }
    : { span, words: [explained.description] };
}

/** A rule that a suppression names, be it in a directive of the compiler, a comment or metadata. */
function saidOfDirective(
  { uri, text }: DocumentReading,
  offset: number,
  { session, markup, aids }: { readonly session: Session; readonly markup: Markup; readonly aids: ReadingAids },
): Said | undefined {
  const codes = directivesOf(uri, text, session).all.flatMap((directive) => directive.codes);
  const code = codes.find(({ span }) => span.start <= offset && offset <= span.end);
  const rule = code && ruleOf(code);
  return rule && { span: code.span, words: saidOfRule(rule, markup, aids) };
}

function saidOfRule(rule: Rule, markup: Markup, aids: ReadingAids): readonly string[] {
  return [...ruleWords(rule, markup), ...commandLink('Explain it here', commandIds.explainRule, rule.id, aids)];
}

function saidOfDeployments(
  { uri, projects }: DocumentReading,
  offset: number,
  markup: Markup,
  aids: ReadingAids,
): Said | undefined {
  const found: { readonly deployment: DeploymentReading; readonly at: InsightAt }[] = [];
  for (const deployment of projects.flatMap(({ deployments }) => deployments)) {
    const at = insightsAt(deployment.insights, uri, offset);
    if (at) found.push({ deployment, at });
  }
  const [first, ...others] = found.map(({ at }) => at.place);
  if (!first) return undefined;
  const span = others.reduce((best, it) => (it.end - it.start < best.end - best.start ? it : best), first);
  const meant = found.filter(({ at: { place } }) => place.start === span.start && place.end === span.end);
  const readings = meant.map(({ deployment, at }) => ({
    deployment: deployment.name,
    topics: at.insights.map(({ topic }) => topic),
  }));
  const roots = meant.filter(({ at }) =>
    at.insights.some(({ topic }) => 'fqdns' in topic && topic.fqdns !== undefined),
  );
  const [root] = roots.map(({ deployment }) => aids.name(deployment.root).uri);
  const links = root === undefined ? [] : commandLink('Show expected FQDNs', showFqdns, root, aids);
  return { span, words: [...readingWords(readings, markup), ...links] };
}

/** The name of a zone that no deployment makes use of says as much by itself. */
function saidOfText({ uri, text, projects }: DocumentReading, offset: number, markup: Markup): Said | undefined {
  const found = zoneInText(text, offset, regionsOf(uri, projects[0]?.configurations));
  return found && { span: found.span, words: readingWords([{ deployment: '', topics: [found.topic] }], markup) };
}

const showFqdns = commandIds.showExpectedFqdnsForTemplate;

/** Only Markdown has links to commands, and only a client that knows the command may be offered it. */
function commandLink(words: string, command: string, argument: string, { client }: ReadingAids): readonly string[] {
  if (!client.takesMarkdown || !client.runs(command)) return [];
  return [markdown.link(words, `command:${command}?${encodeURIComponent(JSON.stringify([argument]))}`)];
}
