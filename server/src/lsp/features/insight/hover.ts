import { MarkupKind, type Hover, type HoverParams } from 'vscode-languageserver';
import { insightsAt } from '../../../domain/insight/insights-at';
import { zoneInText } from '../../../domain/insight/zone-in-text';
import { markdown, plainText, type Markup } from '../../../formats/insight/markup';
import { readingWords } from '../../../formats/insight/words';
import { commandIds } from '../../../protocol';
import { regionsOf } from '../configured-regions';
import { commandLink, type HoverContext, type Said } from './hover-context';
import type { DocumentReading } from './readings';
import { saidOfConfiguration, saidOfDirective } from './rule-hovers';

/** What there is to say of the place under the mouse; null for nothing. */
export async function hover({ textDocument, position }: HoverParams, context: HoverContext): Promise<Hover | null> {
  const reading = await context.readings.of(textDocument.uri);
  const offset = reading && context.documents.offsetAt(reading.uri, position);
  if (!reading || offset === undefined) return null;
  const { takesMarkdown } = context.client;
  const markup = takesMarkdown ? markdown : plainText;
  const session = context.diagnostics.sessionOf(await context.projects.of(reading.uri));
  const said =
    saidOfConfiguration(reading, offset, markup, context) ??
    saidOfDirective(reading, offset, { session, markup, context }) ??
    saidOfDeployments(reading, offset, markup, context) ??
    saidOfText(reading, offset, markup);
  if (!said) return null;
  return {
    contents: {
      kind: takesMarkdown ? MarkupKind.Markdown : MarkupKind.PlainText,
      value: said.words.join('\n\n'),
    },
    range: reading.ranges.of({ ...said.span, uri: reading.uri }),
  };
}

function saidOfDeployments(
  { uri, projects }: DocumentReading,
  offset: number,
  markup: Markup,
  context: HoverContext,
): Said | undefined {
  const deployments = projects.flatMap((project) => project.deployments);
  const at = insightsAt(deployments, uri, offset);
  if (!at) return undefined;
  const readings = at.found.map(({ deployment, insights }) => ({
    deployment: deployment.name,
    topics: insights.map(({ topic }) => topic),
  }));
  const listed = at.found.find(({ insights }) =>
    insights.some(({ topic }) => 'fqdns' in topic && topic.fqdns !== undefined),
  );
  const root = listed && context.name(listed.deployment.root).uri;
  const links =
    root === undefined
      ? []
      : commandLink('Show expected FQDNs', commandIds.showExpectedFqdnsForTemplate, root, context);
  return { span: at.place, words: [...readingWords(readings, markup), ...links] };
}

/** The name of a zone that no deployment makes use of says as much by itself. */
function saidOfText({ uri, text, projects }: DocumentReading, offset: number, markup: Markup): Said | undefined {
  const found = zoneInText(text, offset, regionsOf(uri, projects[0]?.configurations));
  return found && { span: found.span, words: readingWords([{ deployment: '', topics: [found.topic] }], markup) };
}
