import { strict as assert } from 'node:assert';
import {
  MarkdownString,
  Range,
  Selection,
  commands,
  window,
  workspace,
  type CodeLens,
  type DocumentLink,
  type Hover,
  type InlayHint,
  type Position,
  type TextDocument,
} from 'vscode';
import { closeAll, findings, fileInWorkspace, openFile, replaceText, screenshot, windowShows, wait } from './workbench';

const zoneName = 'privatelink.we.backup.windowsazure.com';

describe('What helps to read a template', () => {
  afterEach(closeAll);

  it('is said of a zone in a hover, and links to nothing but commands of ours', async () => {
    const document = await openFile('main.bicep');
    const zone = await hoverAt(document, placeOf(document, zoneName, 3));
    assert.match(zone.value, /for West Europe/);
    const vault = await hoverAt(document, placeOf(document, 'vault '));
    assert.match(vault.value, /\(command:pelint\.showExpectedFqdnsForTemplate\?/);
    assert.deepEqual(vault.isTrusted, {
      enabledCommands: ['pelint.showExpectedFqdnsForTemplate', 'pelint.explainRule'],
    });
    const editor = window.activeTextEditor;
    assert.ok(editor);
    const at = placeOf(document, zoneName);
    editor.selection = new Selection(at, at);
    await commands.executeCommand('editor.action.showHover');
    await windowShows('.monaco-hover', /for West.Europe/);
    await screenshot('reading-aids');
  });

  it('stands above a vault as a lens that shows the FQDNs of its template', async () => {
    const document = await openFile('main.bicep');
    const [lens] = await lensesIn(document);
    assert.equal(lens?.command?.title, 'no private endpoint for Azure Backup seen here · show FQDNs');
    await commands.executeCommand(lens.command.command, ...((lens.command.arguments as unknown[] | undefined) ?? []));
    assert.match(window.activeTextEditor?.document.uri.path ?? '', /FQDNs of main\.bicep\.fqdns$/);
    assert.match(window.activeTextEditor?.document.getText() ?? '', /we\.backup\.windowsazure\.com/);
  });

  it('is text alone where nothing can be listed, and still shown', async () => {
    const document = await openFile('main.bicep');
    await replaceText(document, "param location string = 'westeurope'", 'param location string');
    await windowShows('.monaco-editor .codelens-decoration', /^no private endpoint for Azure Backup seen here$/);
  });

  it('stands behind geo codes once the user wants that', async () => {
    const document = await openFile('main.bicep');
    assert.deepEqual(await hintsIn(document), []);
    const settings = workspace.getConfiguration('pelint', document.uri);
    await settings.update('inlayHints.enable', true);
    try {
      await windowShows('.monaco-editor .view-lines', /West.Europe/);
      const [hint] = await hintsIn(document);
      assert.equal(hint?.label, 'West Europe');
    } finally {
      await settings.update('inlayHints.enable', undefined);
    }
  });

  it('leads to a module', async () => {
    const document = await openFile('main.bicep');
    await hoverAt(document, placeOf(document, zoneName, 3));
    const links = await commands.executeCommand<DocumentLink[]>('vscode.executeLinkProvider', document.uri);
    const targets = links.map(({ target }) => target?.toString());
    assert.deepEqual(targets, [fileInWorkspace('modules/storage-zones.bicep').toString()]);
  });

  it('is silent where the user has turned pelint off', async () => {
    const document = await openFile('main.bicep');
    assert.equal((await lensesIn(document)).length, 1);
    const settings = workspace.getConfiguration('pelint', document.uri);
    await settings.update('enable', false);
    try {
      assert.deepEqual(findings(document.uri), []);
      assert.deepEqual(await lensesIn(document), []);
      assert.deepEqual(await hintsIn(document), []);
      const hovers = await hoversAt(document, placeOf(document, zoneName, 3));
      assert.deepEqual(hovers, []);
    } finally {
      await settings.update('enable', undefined);
    }
  });
});

function hoversAt(document: TextDocument, position: Position): Thenable<Hover[]> {
  return commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, position);
}

/** The first document may start the server, and only a server that runs says anything. */
async function hoverAt(document: TextDocument, position: Position): Promise<MarkdownString> {
  const end = Date.now() + 10_000;
  let [hover] = await hoversAt(document, position);
  for (; hover === undefined && Date.now() < end; [hover] = await hoversAt(document, position)) await wait(50);
  const content = hover?.contents[0];
  assert.ok(content instanceof MarkdownString, `there is a hover at ${JSON.stringify(position)}`);
  return content;
}

/** All of them as they are shown. */
function lensesIn(document: TextDocument): Thenable<CodeLens[]> {
  return commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 20);
}

function hintsIn(document: TextDocument): Thenable<InlayHint[]> {
  const all = new Range(0, 0, document.lineCount, 0);
  return commands.executeCommand<InlayHint[]>('vscode.executeInlayHintProvider', document.uri, all);
}

function placeOf(document: TextDocument, text: string, within = 1): Position {
  return document.positionAt(document.getText().indexOf(text) + within);
}
