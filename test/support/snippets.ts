import type { Snippet } from '../../scripts/generate/snippets';
import { repositoryText } from './repository';

/** The text that a snippet of a file inserts when the user changes none of its words. */
export function expandedSnippet(language: 'bicep' | 'json', prefix: string): string {
  const all = JSON.parse(repositoryText(`snippets/${language}.json`)) as Readonly<Record<string, Snippet>>;
  const snippet = Object.values(all).find((it) => it.prefix === prefix);
  if (!snippet) throw new Error(`There is no snippet ${prefix} for ${language}`);
  return `${snippet.body.join('\n').replace(/\\([\\$}])|\$\{\d+:([^}]*)\}/g, '$1$2')}\n`;
}

/** All of a language together: what is for the paired region stands beside the vault. */
export function expandedSnippets(language: 'bicep' | 'json'): string {
  const vault = expandedSnippet(language, 'backup-private-endpoint');
  const secondary = expandedSnippet(language, 'backup-private-endpoint-secondary');
  return language === 'bicep' ? `${vault}\n${secondary}` : vault.replace(/\n {2}\]\n\}\n$/, `,\n${secondary}]\n}\n`);
}
