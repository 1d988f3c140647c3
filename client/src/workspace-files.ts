import { FileSystemError, RelativePattern, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { listFilesRequest, readFileRequest, type FileParams, type ReadFileResult } from '../../server/src/protocol';

/** As for files on disk: Azure Resource Manager takes 4 MB; compiled modules in a repository may be larger. In bytes. */
const sizeLimit = 20_000_000;

/** Lets the server read what only VS Code can: virtual workspaces, and everything where the server is a web worker. */
export function serveWorkspaceFiles(client: BaseLanguageClient): void {
  client.onRequest<ReadFileResult, unknown>(readFileRequest, ({ uri }: FileParams) => readFile(Uri.parse(uri)));
  client.onRequest(listFilesRequest, ({ uri }: FileParams) => listFiles(Uri.parse(uri)));
}

async function readFile(uri: Uri): Promise<ReadFileResult> {
  try {
    const { size } = await workspace.fs.stat(uri);
    if (size > sizeLimit) return { problem: `it is too large (the limit is ${sizeLimit / 1e6} MB)` };
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(await workspace.fs.readFile(uri)) };
  } catch (error) {
    if (error instanceof FileSystemError && error.code === 'FileNotFound') return null;
    if (error instanceof TypeError) return { problem: 'it is binary, not text' };
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

async function listFiles(folder: Uri): Promise<readonly string[]> {
  const templates = new RelativePattern(folder, '**/*.{bicep,bicepparam,json,jsonc}');
  const files = await workspace.findFiles(templates, '**/{node_modules,.*}/**');
  return files.map((uri) => uri.toString());
}
