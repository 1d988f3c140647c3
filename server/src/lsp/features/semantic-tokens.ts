import {
  SemanticTokensBuilder,
  type SemanticTokens,
  type SemanticTokensOptions,
  type SemanticTokensParams,
  type SemanticTokensRangeParams,
} from 'vscode-languageserver';
import { LineIndex } from '../../base/line-index';
import { semanticTokenTypes } from '../../protocol';
import { highlightsOf, type Highlight } from '../../syntax/bicep/highlight';
import type { ConnectedClient } from '../client';
import type { Documents } from '../documents';
import type { Projects } from '../projects';
import type { Diagnostics } from './diagnostics';

export const semanticTokensProvider: SemanticTokensOptions = {
  legend: { tokenTypes: [...semanticTokenTypes], tokenModifiers: [] },
  full: true,
  range: true,
};

export interface SemanticTokensScene {
  readonly client: Pick<ConnectedClient, 'positionEncoding'>;
  readonly documents: Documents;
  readonly projects: Projects;
  readonly diagnostics: Diagnostics;
}

/** The colours of a Bicep document, or of a range of it; none of any other document. */
export async function semanticTokens(
  params: SemanticTokensParams | SemanticTokensRangeParams,
  { client, documents, projects, diagnostics }: SemanticTokensScene,
): Promise<SemanticTokens> {
  const uri = documents.uriOf(params.textDocument.uri);
  const text = documents.get(uri)?.getText();
  if (text === undefined) return { data: [] };
  const tree = diagnostics.sessionOf(await projects.of(uri)).read(uri, text)?.tree;
  if (tree?.kind !== 'file') return { data: [] };
  const lines = new LineIndex(text, client.positionEncoding);
  const range = 'range' in params ? params.range : undefined;
  const start = range ? lines.offsetAt(range.start) : 0;
  const end = range ? lines.offsetAt(range.end) : text.length;
  return encode(
    highlightsOf(tree).filter((it) => it.start < end && start < it.end),
    text,
    lines,
  );
}

/** Few editors take tokens of several lines, so that each line of one is a token of its own. */
function encode(highlights: readonly Highlight[], text: string, lines: LineIndex): SemanticTokens {
  const builder = new SemanticTokensBuilder();
  for (const { start, end, kind } of highlights) {
    const type = semanticTokenTypes.indexOf(kind);
    for (const { 0: piece, index } of text.slice(start, end).matchAll(/[^\r\n]+/g)) {
      const from = lines.positionAt(start + index);
      const to = lines.positionAt(start + index + piece.length);
      builder.push(from.line, from.character, to.character - from.character, type, 0);
    }
  }
  return builder.build();
}
