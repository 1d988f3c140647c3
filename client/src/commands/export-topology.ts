import { Uri, env, window, workspace, type QuickPickItem } from 'vscode';
import { topologyRequest, type Topology } from '../../../server/src/protocol';
import type { Surroundings } from '../surroundings';
import { givenDocument, givenTemplate, nameOf, noTemplate } from './given-template';

interface Form extends QuickPickItem {
  readonly id: string;
  /** The extension of its files; none for what is copied. */
  readonly extension?: string;
}

const forms: readonly Form[] = [
  { id: 'svg', label: 'Save as SVG…', description: 'pelint graph --as svg', extension: 'svg' },
  { id: 'png', label: 'Save as PNG…', extension: 'png' },
  { id: 'mermaid', label: 'Save as Mermaid…', description: 'pelint graph --as mermaid', extension: 'mmd' },
  { id: 'copy', label: 'Copy as Mermaid', description: 'for Markdown, in a block with the language mermaid' },
];

/** Saves or copies the drawing of a template: of the one that was given, else of the view in front, else of the template in front. */
export async function exportTopology(
  surroundings: Surroundings,
  given: unknown,
  form?: unknown,
  file?: unknown,
): Promise<void> {
  const template = chosenTemplate(surroundings, given);
  if (template === undefined) throw noTemplate();
  const chosen =
    forms.find(({ id }) => id === form) ?? (await window.showQuickPick(forms, { title: 'Export Topology' }));
  if (chosen === undefined) return;
  const topology = await surroundings.client.request<Topology | null>(topologyRequest, {
    template: template.toString(),
  });
  if (topology === null) throw new Error('Drawing failed; the output of pelint says why.');
  if (chosen.extension === undefined) {
    await env.clipboard.writeText(topology.mermaid);
    window.setStatusBarMessage('Copied the topology as Mermaid', 3000);
    return;
  }
  const target = file instanceof Uri ? file : await askForFile(template, chosen.extension);
  if (target === undefined) return;
  await workspace.fs.writeFile(target, await contentOf(chosen, topology, template, surroundings));
  window.setStatusBarMessage(`Saved ${nameOf(target)}`, 3000);
}

/** The title of a view passes the view itself, which is no document. */
function chosenTemplate(surroundings: Surroundings, given: unknown): Uri | undefined {
  const document = givenDocument(given);
  if (document !== undefined && document.scheme !== 'webview-panel') return document;
  return surroundings.topologies.active ?? givenTemplate(undefined, surroundings);
}

function askForFile(template: Uri, extension: string): Thenable<Uri | undefined> {
  const name = `${nameOf(template).replace(/\.[^.]*$/, '')}.topology.${extension}`;
  const isSaved = template.scheme !== 'untitled';
  const folder = isSaved ? Uri.joinPath(template, '..') : workspace.workspaceFolders?.[0]?.uri;
  return window.showSaveDialog({
    filters: { [extension.toUpperCase()]: [extension] },
    ...(folder && { defaultUri: Uri.joinPath(folder, name) }),
  });
}

async function contentOf(
  { id }: Form,
  topology: Topology,
  template: Uri,
  { topologies }: Surroundings,
): Promise<Uint8Array> {
  if (id === 'png') return topologies.show(template, nameOf(template)).picture(topology.svg);
  return new TextEncoder().encode(id === 'svg' ? topology.svg : topology.mermaid);
}
