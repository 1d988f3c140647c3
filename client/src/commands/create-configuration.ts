import { FileSystemError, Uri, window, workspace, type WorkspaceFolder } from 'vscode';
import { newConfigurationRequest, type TextResult } from '../../../server/src/protocol';
import type { Surroundings } from '../surroundings';

/** Opens the configuration file of a folder of the workspace; writes one if the folder has none. */
export async function createConfiguration({ client }: Surroundings): Promise<void> {
  const folder = await chosenFolder();
  if (folder === undefined) return;
  const names = ['pelint.config.json', 'pelint.config.jsonc'].map((name) => Uri.joinPath(folder.uri, name));
  for (const file of names) {
    if (await exists(file)) return open(file);
  }
  const [file = folder.uri] = names;
  const { text } = await client.request<TextResult>(newConfigurationRequest);
  await workspace.fs.writeFile(file, new TextEncoder().encode(text));
  await open(file);
}

/** The user is asked only where there are several. */
async function chosenFolder(): Promise<WorkspaceFolder | undefined> {
  const [first, ...others] = workspace.workspaceFolders ?? [];
  if (first === undefined) throw new Error('Open a folder first: the configuration is a file in it.');
  if (others.length === 0) return first;
  return window.showWorkspaceFolderPick({ placeHolder: 'The folder that is to be configured' });
}

async function exists(file: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(file);
    return true;
  } catch (error) {
    if (error instanceof FileSystemError && error.code === 'FileNotFound') return false;
    throw error;
  }
}

async function open(file: Uri): Promise<void> {
  await window.showTextDocument(file, { preview: false });
}
