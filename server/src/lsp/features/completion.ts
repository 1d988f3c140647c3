import {
  CompletionItemKind,
  MarkupKind,
  type CompletionItem,
  type CompletionOptions,
  type CompletionParams,
  type Range,
} from 'vscode-languageserver';
import { baseName, type Uri } from '../../base/uri';
import { createRegionTable } from '../../domain/names/regions';
import { completionsAt } from '../../lint/completion/complete';
import type { Completion } from '../../lint/completion/completion';
import { configurationCompletions } from '../../lint/completion/configuration';
import { placeAt } from '../../lint/completion/place';
import { configurationNames } from '../../lint/config/description';
import { Ranges } from '../convert';
import type { ConnectedClient } from '../client';
import { evaluateAny, type TemplateReader } from '../template-reader';

export interface CompletionScene extends TemplateReader {
  readonly client: Pick<
    ConnectedClient,
    'positionEncoding' | 'completesWithMarkdown' | 'showsLabelDetails' | 'knowsNewerCompletionKinds'
  >;
}

/** A module that more templates use than this is written for no single region. */
const mostRoots = 5;

/** Quotes begin a text, and a dot a label in a name; more would ask us at places that are the official extensions' alone. */
export const completionOptions: CompletionOptions = { triggerCharacters: ["'", '"', '.'] };

/** What may stand at a position: nothing at all but in the places that are about private endpoints, suppressions or our configuration. */
export async function completion(
  { textDocument, position }: CompletionParams,
  scene: CompletionScene,
): Promise<CompletionItem[]> {
  const { documents } = scene;
  const uri = documents.uriOf(textDocument.uri);
  const text = documents.get(uri)?.getText();
  const offset = documents.offsetAt(uri, position);
  if (text === undefined || offset === undefined) return [];
  const isConfiguration = configurationNames.some((name) => name === baseName(uri));
  const found = isConfiguration ? configurationCompletions(text, offset) : await inTemplate(uri, text, offset, scene);
  const ranges = new Ranges(new Map([[uri, text]]), scene.client.positionEncoding);
  return found.map(({ span, ...it }, index) => toItem(it, ranges.of({ uri, ...span }), scene.client, index));
}

async function inTemplate(
  uri: Uri,
  text: string,
  offset: number,
  scene: CompletionScene,
): Promise<readonly Completion[]> {
  const { projects, diagnostics } = scene;
  const file = diagnostics.sessionOf(await projects.of(uri)).read(uri, text);
  const place = file && placeAt(file, offset);
  if (!place) return [];
  await diagnostics.settled(uri);
  const { store } = diagnostics;
  const roots = place.kind === 'rule' ? [] : store.rootsOf(uri).slice(0, mostRoots);
  const evaluated = await Promise.all(roots.map((root) => evaluateAny(root, scene)));
  return completionsAt(place, {
    uri,
    language: file.tree.kind === 'file' ? 'bicep' : 'json',
    deployments: evaluated.flatMap(({ deployments }) => deployments),
    regions: evaluated[0]?.regions ?? createRegionTable(),
    broken: new Set(store.at(uri).map(({ finding }) => finding.ruleId)),
  });
}

function toItem(
  { kind, label, detail, documentation, newText, filter }: Omit<Completion, 'span'>,
  range: Range,
  client: CompletionScene['client'],
  index: number,
): CompletionItem {
  const value = client.knowsNewerCompletionKinds ? CompletionItemKind.EnumMember : CompletionItemKind.Value;
  const markup = client.completesWithMarkdown ? MarkupKind.Markdown : MarkupKind.PlainText;
  return {
    label,
    kind: kind === 'property' ? CompletionItemKind.Property : value,
    ...(detail !== undefined && (client.showsLabelDetails ? { labelDetails: { description: detail } } : { detail })),
    ...(documentation !== undefined && { documentation: { kind: markup, value: documentation } }),
    textEdit: { range, newText },
    filterText: filter,
    // Editors sort by this text, and the likeliest comes first.
    sortText: String(index).padStart(4, '0'),
  };
}
