import { Range, workspace, type TextDocument } from 'vscode';
import { looksLikeArm } from '../../server/src/syntax/arm/detect';
import { productId, templateLanguages, type Settings } from '../../server/src/protocol';

/**
 * Whether the server should see a document: Bicep always, JSON only where its head is that of an ARM template. Settings,
 * lock files and the like are never sent; nor are copies of a file that editors make (its versions in Git, for example).
 */
export function mayBeTemplate(document: TextDocument): boolean {
  if (!isTemplateLanguage(document.languageId) || !isOriginal(document) || !isEnabled(document)) return false;
  return document.languageId.startsWith('bicep') || looksLikeArm(headOf(document));
}

/** Whether the user wants templates in that folder to be checked. */
export function isEnabled(document: TextDocument): boolean {
  const settings = workspace.getConfiguration(productId, document.uri);
  return settings.get<Settings['enable']>('enable') ?? true;
}

function isTemplateLanguage(language: string): boolean {
  return templateLanguages.some((known) => known === language);
}

/** A virtual file system counts where it is one of the workspace's; VS Code's own settings may mention templates, but are none. */
function isOriginal({ uri }: TextDocument): boolean {
  if (/\/\.vscode\/|\.code-workspace$/.test(uri.path)) return false;
  return ['file', 'untitled'].includes(uri.scheme) || workspace.getWorkspaceFolder(uri) !== undefined;
}

/** The first lines: enough to tell a template from other JSON, and little enough to look at with every key stroke. */
function headOf(document: TextDocument): string {
  return document.getText(new Range(0, 0, headLines, 0)).slice(0, headLength);
}

const headLines = 200;
const headLength = 20_000;
