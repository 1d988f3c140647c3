import type { GeneratedFile } from './generated-file';
import { secondaryRegion, vaultInNetwork } from './snippets/templates';

/** What VS Code reads of a snippet. */
export interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

const kinds = {
  vault: {
    prefix: 'backup-private-endpoint',
    template: vaultInNetwork,
    title: 'Vault behind a private endpoint',
    description:
      'A Recovery Services vault that is reached only through its private endpoint in a network that exists, with the DNS zones of Azure Backup, their links and the zone group.',
    words: ['westeurope', 'we', 'vnet-backup', 'endpoints', 'rsv-backup'],
  },
  secondary: {
    prefix: 'backup-private-endpoint-secondary',
    template: secondaryRegion,
    title: 'Private endpoint in the paired region',
    description:
      'What the vault of the snippet backup-private-endpoint needs for cross-region restore: a private endpoint in the paired region, with zone, links and zone group.',
    words: ['northeurope', 'ne', 'vnet-backup-secondary', 'endpoints', 'rsv-backup'],
  },
} as const;

/** Snippets for both languages, made of templates that are right. */
export function snippets(): GeneratedFile[] {
  return (['bicep', 'json'] as const).map((language): GeneratedFile => {
    const all = Object.values(kinds).map(({ prefix, template, title, description, words }) => {
      const snippet: Snippet = { prefix, description, body: bodyOf(template[language], words) };
      return [title, snippet] as const;
    });
    return [`snippets/${language}.json`, JSON.stringify(Object.fromEntries(all))];
  });
}

/** The lines of a snippet: of the words that users replace, each has one number wherever it stands by itself. */
function bodyOf(template: string, words: readonly string[]): readonly string[] {
  const placeholders = words.reduce(
    (text, word, index) => text.replace(wholeWord(word), `\u0001${index + 1}:${word}\u0002`),
    template.trimEnd().replace(/[\\$]/g, '\\$&'),
  );
  for (const [index, word] of words.entries())
    if (!placeholders.includes(`\u0001${index + 1}:`)) throw new Error(`No part of the snippet is '${word}'.`);
  return placeholders.replaceAll('\u0001', '${').replaceAll('\u0002', '}').split('\n');
}

/** Words that users replace are whole values and keys, labels of zones, and parts of names; nothing is found in what is replaced already. */
function wholeWord(word: string): RegExp {
  return new RegExp(`(?<=['"/]|privatelink\\.|pep-|^ {2})${word}(?=['"/:]|\\.backup|-secondary['"/])`, 'gm');
}
