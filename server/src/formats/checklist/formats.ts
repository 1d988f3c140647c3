import type { SourceReference } from '../../data/links';
import type { ReadinessItem } from '../../domain/readiness/items';
import { describeVault } from './document';
import type { Checklist } from './document';

/** The formats of the readiness list, the one for reading first. */
export const checklistFormatNames = ['list', 'markdown', 'json'] as const;
export type ChecklistFormatName = (typeof checklistFormatNames)[number];

/** Each writes the list with a line break at its end. `tool` is the name and version. */
export const checklistFormats: Readonly<Record<ChecklistFormatName, (list: Checklist, tool: string) => string>> = {
  list: formatList,
  markdown: formatMarkdown,
  json: formatJson,
};

function formatList({ template, vaults, items }: Checklist): string {
  const lines = [title(template), ...vaults.map((vault) => `  ${describeVault(vault)}`), ''];
  for (const { text, why, commands } of items) {
    lines.push(`[ ] ${text}`, `    ${why}`, ...commands.map((command) => `      ${command}`));
  }
  return `${[...lines, '', 'Sources:', ...sourcesOf(items).map(({ url }) => `  ${url}`)].join('\n')}\n`;
}

function formatMarkdown({ template, vaults, items }: Checklist): string {
  const lines = [`# ${title(template)}`, ''];
  if (vaults.length > 0) lines.push(...vaults.map((vault) => `- ${escaped(describeVault(vault))}`), '');
  for (const { text, why, commands } of items) {
    lines.push(`- [ ] **${escaped(text)}** ${escaped(why)}`);
    if (commands.length > 0) lines.push('', '  ```sh', ...commands.map((command) => `  ${command}`), '  ```', '');
  }
  const sources = sourcesOf(items).map(({ title: name, url }) => `- [${escaped(name)}](${url})`);
  return `${[...lines, '', 'Sources:', '', ...sources].join('\n').replace(/\n{3,}/g, '\n\n')}\n`;
}

function formatJson({ template, vaults, items }: Checklist, tool: string): string {
  const document = {
    version: 1,
    tool,
    template: template ?? null,
    vaults: vaults.map((vault) => ({
      ...vault,
      name: vault.name ?? null,
      region: vault.region ?? null,
      geoCode: vault.geoCode ?? null,
    })),
    items: items.map(({ source, ...item }) => ({ ...item, source: source.url })),
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

function title(template: string | undefined): string {
  return `Readiness for private endpoints of Azure Backup${template === undefined ? '' : `: ${template}`}`;
}

function sourcesOf(items: readonly ReadinessItem[]): readonly SourceReference[] {
  return [...new Set(items.map(({ source }) => source))];
}

/** A star or an underline would be taken for emphasis. */
function escaped(text: string): string {
  return text.replace(/[\\`*_|<>[\]]/g, '\\$&');
}
