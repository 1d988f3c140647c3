import {
  Disposable,
  SemanticTokens,
  SemanticTokensLegend,
  extensions,
  languages,
  type DocumentSelector,
  type LanguageConfiguration,
  type TextDocument,
} from 'vscode';
import { semanticTokenTypes } from '../../server/src/protocol';
import type { Client } from './client';
import { hasOfficialBicep } from './official-bicep';

/**
 * Gives Bicep colours, brackets and comments as long as the official extension is absent. They are made when the extension runs: what the
 * manifest contributes would compete with the official one.
 */
export class BicepColours implements Disposable {
  private readonly subscription = extensions.onDidChange(() => this.follow());
  private registered: Disposable | undefined;

  constructor(private readonly client: Client) {
    this.follow();
  }

  dispose(): void {
    this.subscription.dispose();
    this.registered?.dispose();
  }

  private follow(): void {
    if (hasOfficialBicep()) {
      this.registered?.dispose();
      this.registered = undefined;
    } else this.registered ??= this.register();
  }

  private register(): Disposable {
    const provider = { provideDocumentSemanticTokens: (document: TextDocument) => this.tokensOf(document) };
    return Disposable.from(
      ...bicepLanguages.map((language) => languages.setLanguageConfiguration(language, configuration)),
      languages.registerDocumentSemanticTokensProvider(selector, provider, legend),
    );
  }

  private async tokensOf(document: TextDocument): Promise<SemanticTokens | undefined> {
    const data = await this.client.semanticTokens(document);
    return data && new SemanticTokens(new Uint32Array(data));
  }
}

const bicepLanguages = ['bicep', 'bicep-params'];
const selector: DocumentSelector = bicepLanguages.map((language) => ({ language }));
const legend = new SemanticTokensLegend([...semanticTokenTypes]);

const configuration: LanguageConfiguration = {
  comments: { lineComment: '//', blockComment: ['/*', '*/'] },
  brackets: [
    ['{', '}'],
    ['[', ']'],
    ['(', ')'],
  ],
  autoClosingPairs: [
    { open: '{', close: '}' },
    { open: '[', close: ']' },
    { open: '(', close: ')' },
    { open: "'", close: "'" },
    { open: "'''", close: "'''" },
    { open: '/*', close: ' */' },
  ],
  indentationRules: {
    increaseIndentPattern: /^(?!\s*\/\/).*[{[(]\s*(?:\/\/.*)?$/,
    decreaseIndentPattern: /^\s*[}\])]/,
  },
};
