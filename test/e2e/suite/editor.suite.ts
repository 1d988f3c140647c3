import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { DiagnosticSeverity, Selection, commands, extensions, window, workspace } from 'vscode';
import { mayBeTemplate } from '../../../client/src/template-documents';
import {
  brokenRules,
  closeAll,
  codeText,
  eventually,
  fileInWorkspace,
  findings,
  firstFinding,
  inBrowser,
  openFile,
  openText,
  quickFixes,
  quietTime,
  replaceText,
  screenshot,
} from './workbench';

const rightZone = 'privatelink.we.backup.windowsazure.com';
const wrongZone = 'privatelink.westeurope.backup.windowsazure.com';
const module = 'modules/storage-zones.bicep';

describe('Before the first template', () => {
  after(closeAll);

  it('opening other JSON starts no server, and loads nothing of what would', async function () {
    if (process.platform === 'win32' || inBrowser()) this.skip();
    const settings = await openFile('.vscode/settings.json');
    const inventory = await openFile('inventory.json');
    await eventually(isActive, (active) => active);
    await quietTime();
    assert.deepEqual(serverProcesses(), []);
    assert.deepEqual(loadedBundles(), ['client.js']);
    assert.deepEqual([mayBeTemplate(settings), mayBeTemplate(inventory)], [false, false]);
  });

  it('neither do settings that mention a template', async () => {
    const settings = await openFile('.vscode/settings.json');
    await replaceText(settings, '{', '{ "json.schemas": [{ "url": "https://example.org/deploymentTemplate.json#" }],');
    assert.equal(mayBeTemplate(settings), false);
  });

  it('a Bicep file starts it', async function () {
    if (process.platform === 'win32' || inBrowser()) this.skip();
    await openFile('main.bicep');
    await eventually(serverProcesses, (processes) => processes.length === 1);
    assert.deepEqual(loadedBundles(), ['client-server-process.js', 'client.js']);
  });
});

describe('Diagnostics', () => {
  afterEach(closeAll);

  it('appear while a wrong geo code is typed, and go when it is corrected', async () => {
    const document = await openFile('main.bicep');
    await eventually(
      () => brokenRules(fileInWorkspace(module)),
      (rules) => rules.length > 0,
    );
    assert.deepEqual(brokenRules(document.uri), []);

    await replaceText(document, rightZone, wrongZone);
    await eventually(
      () => brokenRules(document.uri),
      (rules) => rules.includes('PE202'),
    );
    const [finding] = findings(document.uri).filter(({ code }) => codeText(code) === 'PE202');
    assert.match(document.getText(finding?.range), /^.{0,13}westeurope.*$/);
    assert.equal(finding?.severity, DiagnosticSeverity.Error);
    assert.match(finding.message, /westeurope/);
    assert.match(typeof finding.code === 'object' ? String(finding.code.target) : '', /^https:.*pe202/i);
    await screenshot('wrong-geo-code');

    await replaceText(document, wrongZone, rightZone);
    await eventually(
      () => findings(document.uri),
      (found) => found.length === 0,
    );
  });

  it('stand in a module that is not open, and go when the template no longer uses it', async () => {
    const document = await openFile('main.bicep');
    const shown = await eventually(
      () => findings(fileInWorkspace(module)),
      (found) => found.length > 0,
    );
    assert.deepEqual(
      shown.map(({ code }) => codeText(code)),
      ['PE209'],
    );
    await commands.executeCommand('workbench.actions.view.problems');
    await screenshot('module-not-open');

    await replaceText(document, 'module storageZones', '// module storageZones');
    await eventually(
      () => findings(fileInWorkspace(module)),
      (found) => found.length === 0,
    );
    await commands.executeCommand('workbench.action.closePanel');
  });

  it('count what is typed in a module and not yet saved', async () => {
    await openFile('main.bicep');
    const storage = await openFile(module);
    await eventually(
      () => findings(storage.uri),
      (found) => found.length > 0,
    );
    await replaceText(storage, "location: 'westeurope'", "location: 'global'");
    await eventually(
      () => findings(storage.uri),
      (found) => found.length === 0,
    );
  });

  it('are cleared when the documents are closed', async () => {
    await openFile('main.bicep');
    await eventually(
      () => findings(fileInWorkspace(module)),
      (found) => found.length > 0,
    );
    await closeAll();
    await eventually(
      () => findings(fileInWorkspace(module)),
      (found) => found.length === 0,
    );
  });

  it('appear in ARM JSON', async () => {
    const document = await openFile('zone.json');
    const finding = await firstFinding(document.uri);
    assert.match(document.getText(finding.range), /^.{0,13}westeurope.*$/);
    await screenshot('arm-json');
  });

  it('appear when other JSON becomes a template', async () => {
    const untitled = await openText('json', '{}');
    const template = await workspace.fs.readFile(fileInWorkspace('zone.json'));
    await replaceText(untitled, '{}', new TextDecoder().decode(template));
    await eventually(
      () => brokenRules(untitled.uri),
      (rules) => rules.includes('PE202'),
    );
  });

  it('do not appear in other JSON', async () => {
    const inventory = await openFile('inventory.json');
    await quietTime();
    assert.deepEqual(findings(inventory.uri), []);
  });

  it('do not appear in settings, not even where those are a template: they are never sent', async () => {
    const settings = await openFile('.vscode/settings.json');
    const template = await workspace.fs.readFile(fileInWorkspace('zone.json'));
    await replaceText(settings, settings.getText(), new TextDecoder().decode(template));
    await quietTime();
    assert.deepEqual(findings(settings.uri), []);
  });

  it('go and come with the setting pelint.enable', async () => {
    const document = await openFile('zone.json');
    await eventually(
      () => findings(document.uri),
      (found) => found.length > 0,
    );
    const settings = workspace.getConfiguration('pelint', document.uri);
    await settings.update('enable', false);
    await eventually(
      () => findings(document.uri),
      (found) => found.length === 0,
    );
    await settings.update('enable', undefined);
    await eventually(
      () => findings(document.uri),
      (found) => found.length > 0,
    );
  });
});

describe('Quick fixes', () => {
  afterEach(closeAll);

  it('correct the text and clear the finding', async () => {
    const document = await openFile('zone.json');
    const finding = await firstFinding(document.uri);
    const fixes = await quickFixes(document.uri, finding.range);
    const [preferred] = fixes;
    assert.ok(preferred?.edit, `there is a quick fix with an edit in ${JSON.stringify(fixes)}`);
    assert.equal(preferred.isPreferred, true);
    assert.ok(await workspace.applyEdit(preferred.edit));
    assert.match(document.getText(), new RegExp(rightZone));
    await eventually(
      () => findings(document.uri),
      (found) => found.length === 0,
    );
  });

  it('are offered in the menu of the editor', async () => {
    const document = await openFile('zone.json');
    const finding = await firstFinding(document.uri);
    const editor = window.activeTextEditor;
    assert.ok(editor);
    editor.selection = new Selection(finding.range.start, finding.range.start);
    await commands.executeCommand('editor.action.quickFix');
    await screenshot('quick-fix');
    await commands.executeCommand('hideCodeActionWidget');
  });
});

function isActive(): boolean {
  return extensions.getExtension('pelint.pelint')?.isActive === true;
}

/** What this extension host has loaded of the extension. */
function loadedBundles(): string[] {
  return Object.keys(require.cache)
    .flatMap((file) => /[\\/]dist[\\/](client.*)$/.exec(file)?.[1] ?? [])
    .sort();
}

/** The command lines of the language servers that this extension host has started. */
function serverProcesses(): string[] {
  const children = execFileSync('ps', ['-eo', 'ppid=,args='], { encoding: 'utf8' }).split('\n');
  return children.filter((line) => Number.parseInt(line, 10) === process.pid && line.includes('server.js'));
}
