import { strict as assert } from 'node:assert';
import {
  DiagnosticSeverity,
  Range,
  Selection,
  commands,
  languages,
  window,
  workspace,
  type SemanticTokens,
  type TextDocument,
} from 'vscode';
import {
  brokenRules,
  closeAll,
  eventually,
  fileInWorkspace,
  findings,
  firstFinding,
  hasHands,
  notification,
  openFile,
  press,
  quickFixes,
  quickPick,
  replaceText,
  screenshot,
  typeText,
  windowShows,
} from './workbench';

const rightZone = 'privatelink.we.backup.windowsazure.com';

describe('Completion', () => {
  afterEach(closeAll);

  it('shows the zone of the vault’s region while its name is typed, and puts it there', async function () {
    if (!hasHands()) this.skip();
    const document = await openFile('main.bicep');
    await replaceText(document, `'${rightZone}'`, "'privatelink'");
    const offset = document.getText().indexOf("'privatelink'") + "'privatelink".length;
    const cursor = document.positionAt(offset);
    await serverKnows();
    await window.showTextDocument(document, { selection: new Range(cursor, cursor), preview: false });
    await eventually(
      () => window.activeTextEditor?.selection.active.line,
      (line) => line === cursor.line,
    );
    await typeText('.');
    await windowShows('.suggest-widget .monaco-list-row', new RegExp(rightZone));
    await screenshot('completion');
    await press('Enter');
    await eventually(
      () => document.getText(),
      (text) => text.includes(`name: '${rightZone}'\n`),
    );
  });
});

describe('Bicep without the official extension', () => {
  afterEach(closeAll);

  it('is coloured by what is typed', async () => {
    const document = await openFile('main.bicep');
    const tokens = await eventuallyTokens(document);
    assert.ok(tokens.data.length > 100, `${tokens.data.length} of ${JSON.stringify(document.getText())}`);
    await screenshot('bicep-colours');
  });

  it('knows how comments are written', async () => {
    const document = await openFile('main.bicep');
    const editor = window.activeTextEditor;
    assert.ok(editor);
    editor.selection = new Selection(0, 0, 0, 0);
    await commands.executeCommand('editor.action.commentLine');
    await eventually(
      () => document.lineAt(0).text,
      (line) => line.startsWith('// param location'),
    );
  });
});

describe('The level of a rule', () => {
  const configuration = fileInWorkspace('pelint.config.json');

  afterEach(async () => {
    await closeAll();
    await workspace.fs.delete(configuration);
  });

  it('is set by a quick fix, in a configuration file that is made and saved', async () => {
    const document = await openFile('zone.json');
    const finding = await firstFinding(document.uri);
    const fixes = await quickFixes(document.uri, finding.range);
    const off = fixes.find(({ title }) => title === 'Turn PE202 off in pelint.config.json');
    assert.ok(off?.command, JSON.stringify(fixes.map(({ title }) => title)));
    void commands.executeCommand(off.command.command, ...(off.command.arguments as unknown[]));
    await eventually(
      () => findings(document.uri),
      (found) => found.length === 0,
    );
    const written = new TextDecoder().decode(await workspace.fs.readFile(configuration));
    assert.match(written, /"PE202": "off"/);
    await eventually(
      () => languages.getDiagnostics(configuration).map(({ source, message, severity }) => [source, message, severity]),
      (problems) => problems.length === 0,
    );
    if (hasHands()) await windowShows(notification, /PE202 is off in pelint\.config\.json now/);
    await screenshot('rule-off');
  });

  it('is not said to be set where the file cannot be saved', async function () {
    if (!hasHands()) this.skip();
    const files = workspace.getConfiguration('files');
    await workspace.fs.writeFile(configuration, new TextEncoder().encode('{}'));
    await files.update('readonlyInclude', { '**/pelint.config.json': true });
    try {
      const document = await openFile('zone.json');
      const finding = await firstFinding(document.uri);
      const fixes = await quickFixes(document.uri, finding.range);
      const off = fixes.find(({ title }) => title === 'Turn PE202 off in pelint.config.json');
      assert.ok(off?.command);
      await commands.executeCommand(off.command.command, ...(off.command.arguments as unknown[]));
      await windowShows(notification, /pelint\.config\.json could not be saved/);
      assert.deepEqual(brokenRules(document.uri), ['PE202']);
    } finally {
      await files.update('readonlyInclude', undefined);
    }
  });

  it('is picked from a list', async function () {
    if (!hasHands()) this.skip();
    const document = await openFile('zone.json');
    const finding = await firstFinding(document.uri);
    const fixes = await quickFixes(document.uri, finding.range);
    const choice = fixes.find(({ title }) => title.startsWith('Set the level of PE202'));
    assert.ok(choice?.command);
    void commands.executeCommand(choice.command.command, ...(choice.command.arguments as unknown[]));
    await windowShows(quickPick, /info/);
    await typeText('info');
    await press('Enter');
    await eventually(
      () => findings(document.uri).map(({ severity }) => severity),
      (severities) => severities.length === 1 && severities[0] === DiagnosticSeverity.Information,
    );
  });
});

/** Waits until the server has seen the template, whose module has something wrong. */
async function serverKnows(): Promise<void> {
  await eventually(
    () => findings(fileInWorkspace('modules/storage-zones.bicep')),
    (found) => found.length > 0,
  );
}

async function eventuallyTokens(document: TextDocument): Promise<SemanticTokens> {
  const end = Date.now() + 10_000;
  for (;;) {
    const tokens = await commands.executeCommand<SemanticTokens | undefined>(
      'vscode.provideDocumentSemanticTokens',
      document.uri,
    );
    if (tokens) return tokens;
    if (Date.now() > end) throw new Error('After ten seconds there are still no colours');
  }
}
