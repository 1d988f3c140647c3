import {
  CodeLensRequest,
  DocumentLinkRequest,
  HoverRequest,
  InlayHintRequest,
  type CodeLens,
  type DocumentLink,
  type Hover,
  type InlayHint,
  type MarkupContent,
  type Range,
} from 'vscode-languageserver/node';
import { LineIndex, type Position } from '../../server/src/base/line-index';
import type { LanguageServer } from './language-server';
import { readMarks } from './marks';

/** A document that a test opens and asks about. Positions count as the server was told, in the text as it is now. */
export class AskedDocument {
  private text = '';

  constructor(
    private readonly server: LanguageServer,
    readonly uri: string,
    private readonly languageId = 'bicep',
  ) {}

  /** Opens it with a text, whose first mark is the place that is asked about. Returns that place. */
  async open(marked: string): Promise<Position> {
    const position = this.take(marked);
    await this.server.open(this.uri, this.languageId, this.text);
    return position;
  }

  /** Replaces its text as `open` sets it. */
  async change(marked: string): Promise<Position> {
    const position = this.take(marked);
    await this.server.change(this.uri, this.text);
    return position;
  }

  hover(position: Position): Promise<Hover | null> {
    return this.server.connection.sendRequest(HoverRequest.type, { textDocument: { uri: this.uri }, position });
  }

  /** The words of a hover and the text that they are about. */
  async said(position: Position): Promise<{ readonly kind: string; readonly words: string; readonly about: string }> {
    const hover = await this.hover(position);
    if (hover === null) return { kind: '', words: '', about: '' };
    const { kind, value } = hover.contents as MarkupContent;
    return { kind, words: value, about: hover.range ? this.textIn(hover.range) : '' };
  }

  async lenses(): Promise<CodeLens[]> {
    const params = { textDocument: { uri: this.uri } };
    return (await this.server.connection.sendRequest(CodeLensRequest.type, params)) ?? [];
  }

  /** The hints in the whole document, or in a range of it. */
  async hints(range = { start: { line: 0, character: 0 }, end: { line: 10_000, character: 0 } }): Promise<InlayHint[]> {
    const params = { textDocument: { uri: this.uri }, range };
    return (await this.server.connection.sendRequest(InlayHintRequest.type, params)) ?? [];
  }

  async links(): Promise<DocumentLink[]> {
    const params = { textDocument: { uri: this.uri } };
    return (await this.server.connection.sendRequest(DocumentLinkRequest.type, params)) ?? [];
  }

  /** The text in a range. */
  textIn({ start, end }: Range): string {
    const index = this.index();
    return this.text.slice(index.offsetAt(start), index.offsetAt(end));
  }

  /** The text with what hints show written where they stand. */
  textWith(hints: readonly InlayHint[]): string {
    const index = this.index();
    const sorted = [...hints].sort((a, b) => index.offsetAt(b.position) - index.offsetAt(a.position));
    return sorted.reduce((text, { position, label }) => {
      const at = index.offsetAt(position);
      const words = typeof label === 'string' ? label : label.map(({ value }) => value).join('');
      return `${text.slice(0, at)}«${words}»${text.slice(at)}`;
    }, this.text);
  }

  private take(marked: string): Position {
    const { text, spans } = readMarks(marked);
    this.text = text;
    return this.index().positionAt(spans[0]?.start ?? 0);
  }

  private index(): LineIndex {
    const encoding = this.server.capabilities.positionEncoding;
    return new LineIndex(this.text, encoding === 'utf-8' || encoding === 'utf-32' ? encoding : 'utf-16');
  }
}
