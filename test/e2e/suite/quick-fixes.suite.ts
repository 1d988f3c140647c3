import { strict as assert } from 'node:assert';
import { ConfigurationTarget, Selection, commands, window, workspace, type TextDocument } from 'vscode';
import {
  brokenRules,
  closeAll,
  codeText,
  eventually,
  fileInWorkspace,
  findings,
  hasHands,
  openFile,
  openText,
  press,
  quickFixes,
  replaceText,
  typeText,
  windowShows,
} from './workbench';

const zone = (
  symbol: string,
  code: string,
): string => `resource ${symbol} 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: 'privatelink.${code}.backup.windowsazure.com'
  location: 'global'
}
`;

const menu = '.action-widget .monaco-list-row';

describe('Each kind of quick fix', () => {
  let document: TextDocument;

  beforeEach(async () => {
    document = await openText('bicep', zone('one', 'westeurope') + zone('two', 'northeurope'));
    await eventually(
      () => findings(document.uri),
      (found) => found.length === 2,
    );
  });
  afterEach(closeAll);

  it('mends the one finding', async () => {
    await apply(document, /^Change 'westeurope' to 'we'/);
    assert.equal(document.getText(), zone('one', 'we') + zone('two', 'northeurope'));
    await brokenOnce(document);
  });

  it('mends all that the rule finds in the file', async () => {
    await apply(document, /^Fix all PE202 in this file$/);
    assert.equal(document.getText(), zone('one', 'we') + zone('two', 'ne'));
    await unbroken(document);
  });

  it('suppresses the one finding', async () => {
    await apply(document, /^Suppress PE202 for this line$/);
    assert.match(document.getText(), /#disable-next-line PE202 .*\n {2}name: 'privatelink\.westeurope/);
    await brokenOnce(document);
  });

  it('suppresses the rule in the file', async () => {
    await apply(document, /^Suppress PE202 for this file$/);
    await unbroken(document);
  });

  it('is picked in the menu, and the reason of a suppression can be typed at once', async function () {
    if (!hasHands()) this.skip();
    const editor = window.activeTextEditor;
    const [first] = findings(document.uri);
    assert.ok(editor && first);
    editor.selection = new Selection(first.range.start, first.range.start);
    await commands.executeCommand('editor.action.quickFix');
    await windowShows(`${menu}.focused`, /Change/);
    await press('ArrowDown', 'ArrowDown');
    await windowShows(`${menu}.focused`, /Suppress PE202 for this line/);
    await press('Enter');
    await eventually(
      () => document.getText(editor.selection),
      (selected) => selected === 'reason',
    );
    await typeText('as agreed');
    assert.match(document.getText(), /#disable-next-line PE202 \/\/ as agreed\n/);
  });
});

describe('Fixing on saving', () => {
  const settings = (): ReturnType<typeof workspace.getConfiguration> =>
    workspace.getConfiguration('editor', fileInWorkspace('zone.json'));
  let original: Uint8Array;

  before(async () => {
    original = await workspace.fs.readFile(fileInWorkspace('zone.json'));
    const onSave = { 'source.fixAll.pelint': 'explicit' };
    await settings().update('codeActionsOnSave', onSave, ConfigurationTarget.Workspace);
  });
  after(async () => {
    await settings().update('codeActionsOnSave', undefined, ConfigurationTarget.Workspace);
    await closeAll();
    await workspace.fs.writeFile(fileInWorkspace('zone.json'), original);
  });

  it('makes the safe fixes, and the file has them', async () => {
    const document = await openFile('zone.json');
    await eventually(
      () => brokenRules(document.uri),
      (rules) => rules.includes('PE202'),
    );
    await replaceText(document, '"1.0.0.0"', '"1.0.0.1"');
    await document.save();
    const saved = new TextDecoder().decode(await workspace.fs.readFile(document.uri));
    assert.match(saved, /privatelink\.we\.backup/);
    await unbroken(document);
  });
});

/** Makes the edit of the quick fix of that title at the first finding. */
async function apply(document: TextDocument, title: RegExp): Promise<void> {
  const [first] = findings(document.uri);
  assert.ok(first);
  assert.equal(codeText(first.code), 'PE202');
  const fixes = await quickFixes(document.uri, first.range);
  const fix = fixes.find((it) => title.test(it.title));
  assert.ok(fix?.edit, `${title.source} is not in ${JSON.stringify(fixes.map((it) => it.title))}`);
  assert.ok(await workspace.applyEdit(fix.edit));
}

async function brokenOnce(document: TextDocument): Promise<void> {
  const [left] = await eventually(
    () => findings(document.uri),
    (found) => found.length === 1,
  );
  assert.match(left?.message ?? '', /northeurope/);
}

async function unbroken(document: TextDocument): Promise<void> {
  await eventually(
    () => brokenRules(document.uri),
    (rules) => rules.length === 0,
  );
}
