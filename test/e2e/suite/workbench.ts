import type { CodeAction } from 'vscode';
import {
  Range,
  Uri,
  WorkspaceEdit,
  commands,
  languages,
  window,
  workspace,
  type Diagnostic,
  type TextDocument,
} from 'vscode';

/** A file of the workspace; of several folders, of the one that is named. */
export function fileInWorkspace(name: string, folderName?: string): Uri {
  const folder = workspace.workspaceFolders?.find((it) => folderName === undefined || it.name === folderName);
  if (folder === undefined) throw new Error('No folder is open');
  return Uri.joinPath(folder.uri, name);
}

/** Opens a file as a click does. (`openTextDocument` would keep it open for minutes after its editor is closed.) */
export async function openFile(name: string | Uri): Promise<TextDocument> {
  const uri = typeof name === 'string' ? fileInWorkspace(name) : name;
  await commands.executeCommand('vscode.open', uri);
  const isShown = (): boolean => window.activeTextEditor?.document.uri.toString() === uri.toString();
  await eventually(isShown, (shown) => shown);
  const document = workspace.textDocuments.find((open) => open.uri.toString() === uri.toString());
  if (document === undefined) throw new Error(`${uri.path} did not open`);
  return document;
}

/** Our diagnostics of a document. */
export function findings(uri: Uri): Diagnostic[] {
  return languages.getDiagnostics(uri).filter(({ source }) => source === 'pelint');
}

/** The first of them, as soon as there is one. */
export async function firstFinding(uri: Uri): Promise<Diagnostic> {
  const [first] = await eventually(
    () => findings(uri),
    (found) => found.length > 0,
  );
  if (first === undefined) throw new Error('Nothing was found');
  return first;
}

/** The rules that a document breaks, each once, sorted. */
export function brokenRules(uri: Uri): string[] {
  return [...new Set(findings(uri).map(({ code }) => codeText(code)))].sort();
}

export function codeText(code: Diagnostic['code']): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** Waits until something holds; fails with what there is if it does not within ten seconds. */
export async function eventually<Value>(read: () => Value, holds: (value: Value) => boolean): Promise<Value> {
  const end = Date.now() + 10_000;
  for (;;) {
    const value = read();
    if (holds(value)) return value;
    if (Date.now() > end) throw new Error(`After ten seconds still ${JSON.stringify(value)}`);
    await wait(20);
  }
}

/** Waits long enough that the server would have said something. */
export async function quietTime(): Promise<void> {
  await wait(700);
}

/** Opens a text that is on no disk. */
export async function openText(language: string, content: string): Promise<TextDocument> {
  const document = await workspace.openTextDocument({ language, content });
  await window.showTextDocument(document);
  return document;
}

/** Replaces a text that occurs once in a document, as typing would. */
export async function replaceText(document: TextDocument, found: string, replacement: string): Promise<void> {
  const start = document.getText().indexOf(found);
  if (start < 0) throw new Error(`${JSON.stringify(found)} is not in ${document.uri.path}`);
  const range = new Range(document.positionAt(start), document.positionAt(start + found.length));
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, range, replacement);
  if (!(await workspace.applyEdit(edit))) throw new Error('VS Code refused the edit');
}

/** The quick fixes at a place. (VS Code does not say here which finding each is for.) */
export async function quickFixes(uri: Uri, range: Range): Promise<CodeAction[]> {
  // The server makes edits when an action is picked; the last argument says of how many VS Code asks for them at once.
  return commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', uri, range, 'quickfix', 20);
}

/** Throws away what was typed and closes all editors. */
export async function closeAll(): Promise<void> {
  while (window.tabGroups.activeTabGroup.tabs.length > 0) {
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
}

/** Keeps a picture of the window where the runner can take one. */
export async function screenshot(name: string): Promise<void> {
  if (!hasHands()) return;
  await wait(500); // The picture should show what the editor does with the last change, not the way there.
  await inWindow('screenshot', name);
}

/** Whether the runner can press keys in the window and read what it shows; the API of extensions can do neither. */
export function hasHands(): boolean {
  return process.env['PELINT_HANDS'] !== undefined;
}

/** Tells the runner what was counted, where there is one. */
export async function tellCounts(counts: unknown): Promise<void> {
  if (hasHands()) await inWindow('counts', JSON.stringify(counts));
}

/** Whether the extension runs in a browser, where there are no processes. */
export function inBrowser(): boolean {
  return process.env['PELINT_LAUNCH'] === 'web';
}

/** Presses keys one after the other, as `Enter` or `Control+A`. */
export async function press(...keys: string[]): Promise<void> {
  for (const key of keys) await inWindow('press', key);
}

export async function typeText(text: string): Promise<void> {
  await inWindow('type', text);
  await wait(300); // Lists are filtered some time after the last letter.
}

/** Clicks what a CSS selector finds first, waiting for it to come. */
export async function click(selector: string): Promise<void> {
  await inWindow('click', selector);
}

/** Waits for a text in what a CSS selector finds in the window. */
export async function windowShows(selector: string, wanted: RegExp): Promise<void> {
  await shows('text', selector, wanted);
}

/** Waits until a CSS selector finds something in the window, or as many things as are wanted. */
export async function windowHas(selector: string, wanted?: number): Promise<void> {
  const end = Date.now() + 10_000;
  for (;;) {
    const { length } = (await inWindow('text', selector)) as readonly string[];
    if (wanted === undefined ? length > 0 : length === wanted) return;
    if (Date.now() > end) throw new Error(`After ten seconds there are still ${length} of ${selector}`);
    await wait(50);
  }
}

/** Waits for a text in a page within the window, such as a preview or another extension's view. */
export async function viewShows(wanted: RegExp): Promise<void> {
  await shows('frames', '', wanted);
}

/** Clicks what a CSS selector finds first in a page within the window, waiting for it to come. */
export async function clickInView(selector: string): Promise<void> {
  await inWindow('viewClick', selector);
}

/** Gives the focus to it. */
export async function focusInView(selector: string): Promise<void> {
  await inWindow('viewFocus', selector);
}

/** Zooms with the wheel above it. */
export async function wheelInView(selector: string): Promise<void> {
  await inWindow('viewWheel', selector);
}

/** Drags it with the pointer to the left and up. */
export async function dragInView(selector: string): Promise<void> {
  await inWindow('viewDrag', selector);
}

/** The texts of all that a CSS selector finds in a page within the window, seen or not. */
export async function textsInView(selector: string): Promise<readonly string[]> {
  return (await inWindow('viewTexts', selector)) as readonly string[];
}

/** What has the focus, by its name, in the page in which a CSS selector finds something. */
export async function focusedInView(selector: string): Promise<string> {
  return String(await inWindow('viewFocused', selector));
}

/** Where something stands in a page within the window, and how large it is, in pixels. */
export async function boxInView(
  selector: string,
): Promise<{ readonly x: number; readonly y: number; readonly width: number; readonly height: number }> {
  return (await inWindow('viewBox', selector)) as Awaited<ReturnType<typeof boxInView>>;
}

/** What people with disabilities would trip over in the page in which a CSS selector finds something. */
export async function accessibilityProblems(selector: string): Promise<readonly string[]> {
  return (await inWindow('axe', selector)) as readonly string[];
}

/** What the command prints to standard output in a folder. */
export async function output(args: readonly string[], folder: string): Promise<string> {
  return String(await inWindow('output', JSON.stringify({ args, folder })));
}

/** The toast in the corner. */
export const notification = '.notification-toast';

/** Where one picks something: the list that is shown below the input. */
export const quickPick = '.quick-input-widget .quick-input-list .monaco-list-row';

async function shows(action: string, of: string, wanted: RegExp): Promise<void> {
  const end = Date.now() + 10_000;
  for (;;) {
    const texts = (await inWindow(action, of)) as readonly string[];
    if (texts.some((text) => wanted.test(text))) return;
    if (Date.now() > end) throw new Error(`After ten seconds ${of} still shows ${JSON.stringify(texts)}`);
    await wait(50);
  }
}

async function inWindow(action: string, of: string): Promise<unknown> {
  const answer = await fetch(
    `${process.env['PELINT_HANDS'] ?? ''}/${action}?${new URLSearchParams({ of }).toString()}`,
  );
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${action} ${of}: ${text}`);
  return JSON.parse(text);
}

/** Resolves after some time; for what nothing tells the end of. */
export function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
