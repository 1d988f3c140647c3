import { strict as assert } from 'node:assert';
import { Range, ViewColumn, commands, env, window, workspace, type Uri } from 'vscode';
import { commandIds } from '../../../server/src/protocol';
import {
  accessibilityProblems,
  boxInView,
  clickInView,
  closeAll,
  dragInView,
  eventually,
  fileInWorkspace,
  focusInView,
  focusedInView,
  hasHands,
  openFile,
  output,
  press,
  replaceText,
  screenshot,
  textsInView,
  wheelInView,
} from './workbench';

const template = 'topology/main.bicep';
const module = 'topology/modules/dns.bicep';
const svg = '#canvas svg';
const part = (id: string): string => `[data-part="${id}"]`;

describe('Show Topology', () => {
  beforeEach(skipWithoutHands);
  beforeEach(() => setTheme('Default Light Modern'));
  afterEach(closeAll);
  after(() => setTheme('Default Light Modern'));

  it('draws the template in front beside it, with the findings on the parts that they concern', async () => {
    await showTopology();
    await screenshot('topology');
    assert.equal(window.activeTextEditor, undefined);
    assert.equal(window.tabGroups.activeTabGroup.activeTab?.label, 'Topology of main.bicep');
    assert.deepEqual(await textsInView(`${part('vault-1')} text`), [
      'Recovery Services vault',
      'rsv-backup',
      'West Europe',
      'PE109 warning',
    ]);
    assert.deepEqual(await textsInView(`${part('endpoint-1')} .finding`), ['PE102 error']);
    assert.deepEqual(await textsInView('#list summary'), ['As a list: 9 parts, 7 findings']);
  });

  it('leads with a click to where a part or a finding is written, in modules, too', async () => {
    await showTopology();
    await clickInView(`${part('vault-1')} .name`);
    await cursorIn(template, /^resource vault /);
    await clickInView(`${part('endpoint-1')} .finding`);
    await cursorIn(template, /'AzureBackups'/);
    await clickInView(`${part('zone-1')} .name`);
    await cursorIn(module, /^resource backupZone /);
    await clickInView('#list summary');
    await screenshot('topology-list');
    await clickInView('#list button:has-text("PE208")');
    await cursorIn(module, /registrationEnabled: true/);
  });

  it('can be used with the keyboard alone', async () => {
    await showTopology();
    await focusInView('#canvas');
    await press('Tab');
    assert.match(
      await focusedInView(svg),
      /^Recovery Services vault: rsv-backup\. West Europe\. Reached through Private/,
    );
    await press('Tab');
    assert.match(await focusedInView(svg), /^PE109 warning: /);
    await screenshot('topology-focus');
    await press('Enter');
    await cursorIn(template, /publicNetworkAccess/);

    await focusInView('#canvas');
    await press('0');
    assert.deepEqual(await textsInView('#scale'), ['100 %']);
    await press('+', '+');
    assert.deepEqual(await textsInView('#scale'), ['144 %']);
    const before = await boxInView(svg);
    await press('ArrowRight', 'ArrowDown');
    const after = await boxInView(svg);
    assert.ok(after.x < before.x, `${after.x} and ${before.x}`);
    await press('f');
    const [canvas, fitted] = [await boxInView('#canvas'), await boxInView(svg)];
    assert.ok(fitted.width <= canvas.width && fitted.height <= canvas.height, JSON.stringify([canvas, fitted]));
  });

  it('is zoomed with the wheel and moved with the pointer, which is no click', async () => {
    await showTopology();
    await focusInView('#canvas');
    await press('0');
    await wheelInView('#canvas');
    const [scale = ''] = await textsInView('#scale');
    assert.ok(Number.parseInt(scale) > 100, scale);
    const before = await boxInView(svg);
    await dragInView('#canvas');
    const after = await boxInView(svg);
    assert.ok(after.x < before.x, `${after.x} and ${before.x}`);
    assert.equal(window.activeTextEditor, undefined);
  });

  it('follows what is typed without losing the focus and the size', async () => {
    const document = await openFile(template);
    await commands.executeCommand(commandIds.showTopology);
    await focusInView(`${part('endpoint-1')} .box`);
    await press('0', '+');
    await replaceText(document, "'rsv-backup'", "'rsv-other'");
    await viewHas(`${part('vault-1')} .name`, ['rsv-other']);
    assert.match(await focusedInView(svg), /^Private endpoint: pep-backup\. .*rsv-other/);
    assert.deepEqual(await textsInView('#scale'), ['120 %']);
    await replaceText(document, "'AzureBackups'", "'AzureBackup'");
    await viewHas(`${part('endpoint-1')} .finding`, []);
  });

  it('has its size again when it was hidden', async () => {
    await showTopology();
    await press('0', '+');
    const column = window.tabGroups.activeTabGroup.viewColumn;
    await commands.executeCommand('vscode.open', fileInWorkspace('inventory.json'), column);
    await eventually(
      () => window.activeTextEditor?.viewColumn,
      (shown) => shown === column,
    );
    await commands.executeCommand('workbench.action.closeActiveEditor');
    await viewHas('#scale', ['120 %']);
    await viewHas(`${part('vault-1')} .name`, ['rsv-backup']);
  });

  it('marks the part in which the cursor is', async () => {
    const document = await openFile(template);
    await commands.executeCommand(commandIds.showTopology);
    await viewHas(`${part('vault-1')} .name`, ['rsv-backup']);
    const position = document.positionAt(document.getText().indexOf('publicNetworkAccess'));
    await window.showTextDocument(document, { selection: new Range(position, position), viewColumn: ViewColumn.One });
    await viewHas('.at-cursor .name', ['rsv-backup']);
  });

  it('says why there is nothing to draw', async () => {
    await openFile('main.bicep');
    await commands.executeCommand(commandIds.showTopology, fileInWorkspace('inventory.json'));
    await viewHas('#message', ['This file is no template, and no parameter file of one.']);
    await screenshot('topology-nothing');
  });

  it('shows every text as it is, whatever is in it', async () => {
    await showTopology();
    await viewHas('#canvas img, #list img, #canvas script', []);
    const names = await textsInView('#canvas .name');
    assert.ok(names.includes('pep-<img src=x onerror=alert(1)>&amp;"'), names.join());
  });

  for (const theme of [
    'Default Light Modern',
    'Default Dark Modern',
    'Default High Contrast',
    'Default High Contrast Light',
  ]) {
    it(`is accessible: ${theme}`, async () => {
      await setTheme(theme);
      await showTopology();
      await clickInView('#list summary');
      await focusInView(`${part('endpoint-1')} .box`);
      assert.deepEqual(await accessibilityProblems(svg), []);
      await screenshot(`topology-${theme.toLowerCase().replaceAll(' ', '-')}`);
    });
  }
});

describe('Export Topology…', () => {
  afterEach(closeAll);

  it('saves what the command draws', async function () {
    if (!hasHands()) this.skip();
    const drawnByCommand = (form: string): Promise<string> =>
      output(['graph', 'main.bicep', '--as', form], fileInWorkspace('topology').fsPath);
    await exportAs('svg', 'topology.svg');
    assert.equal(await textOf(fileInWorkspace('topology.svg')), await drawnByCommand('svg'));
    await exportAs('mermaid', 'topology.mmd');
    assert.equal(await textOf(fileInWorkspace('topology.mmd')), await drawnByCommand('mermaid'));
  });

  it('copies the drawing as Mermaid', async () => {
    await commands.executeCommand(commandIds.exportTopology, fileInWorkspace(template).toString(), 'copy');
    assert.match(await env.clipboard.readText(), /^flowchart LR\n/);
  });

  it('saves a picture of it', async function () {
    if (!hasHands()) this.skip();
    await showTopology();
    await exportAs('png', 'topology.png');
    const bytes = await workspace.fs.readFile(fileInWorkspace('topology.png'));
    assert.equal(String.fromCharCode(...bytes.slice(1, 4)), 'PNG');
    assert.ok(bytes.length > 10_000, String(bytes.length));
  });
});

async function showTopology(): Promise<void> {
  await openFile(template);
  await commands.executeCommand(commandIds.showTopology);
  await viewHas(`${part('vault-1')} .name`, ['rsv-backup']);
}

async function exportAs(form: string, file: string): Promise<void> {
  const source = fileInWorkspace(template).toString();
  await commands.executeCommand(commandIds.exportTopology, source, form, fileInWorkspace(file));
}

async function textOf(file: Uri): Promise<string> {
  return new TextDecoder().decode(await workspace.fs.readFile(file));
}

/** Waits until a line of a file, which is as wanted, has the cursor. */
async function cursorIn(file: string, line: RegExp): Promise<void> {
  const at = (): string => {
    const editor = window.activeTextEditor;
    if (editor?.document.uri.toString() !== fileInWorkspace(file).toString()) return '';
    return editor.document.lineAt(editor.selection.active.line).text;
  };
  await eventually(at, (text) => line.test(text));
}

async function viewHas(selector: string, wanted: readonly string[]): Promise<void> {
  const end = Date.now() + 10_000;
  for (;;) {
    const texts = await textsInView(wanted.length === 0 ? `${svg}, ${selector}` : selector);
    const found = wanted.length === 0 ? texts.slice(1) : texts;
    if (JSON.stringify(found) === JSON.stringify(wanted)) return;
    if (Date.now() > end) throw new Error(`After ten seconds ${selector} still shows ${JSON.stringify(found)}`);
  }
}

async function setTheme(theme: string): Promise<void> {
  await workspace.getConfiguration('workbench').update('colorTheme', theme);
}

function skipWithoutHands(this: Mocha.Context): void {
  if (!hasHands()) this.skip();
}
