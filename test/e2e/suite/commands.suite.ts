import { strict as assert } from 'node:assert';
import { Selection, commands, env, extensions, window, workspace, type TextDocument, type Uri } from 'vscode';
import { commandIds } from '../../../server/src/protocol';
import {
  brokenRules,
  click,
  closeAll,
  eventually,
  fileInWorkspace,
  findings,
  firstFinding,
  hasHands,
  notification,
  openFile,
  press,
  quickPick,
  replaceText,
  screenshot,
  typeText,
  viewShows,
  windowShows,
} from './workbench';

/** Where the vault of the workspace's main.bicep is. */
const region = { name: 'westeurope', geoCode: 'we' };
const rightZone = 'privatelink.we.backup.windowsazure.com';

describe('The commands', () => {
  it('are all registered', async () => {
    await extensions.getExtension('pelint.pelint')?.activate();
    const known = await commands.getCommands(true);
    assert.deepEqual(
      Object.values(commandIds).filter((id) => !known.includes(id)),
      [],
    );
  });
});

describe('Show Expected FQDNs for Region…', () => {
  beforeEach(skipWithoutHands);
  afterEach(closeAll);

  it('opens the list of the region that is typed, and remembers it', async () => {
    let ended = commands.executeCommand(commandIds.showExpectedFqdns);
    await windowShows(quickPick, /Australia/);
    await typeText(region.geoCode);
    await windowShows(`${quickPick}.focused`, /West Europe/);
    await screenshot('pick-region');
    await press('Enter');
    await ended;
    assert.match(listInFront().getText(), new RegExp(`privatelink\\.${region.geoCode}\\.backup`));
    assert.equal(listInFront().languageId, 'pelint-fqdns');
    await screenshot('fqdn-list');
    await closeAll();

    ended = commands.executeCommand(commandIds.showExpectedFqdns);
    await windowShows(`${quickPick}:first-child`, /West Europe[^]*last used/);
    await screenshot('pick-last-region');
    await press('Enter');
    await ended;
    assert.match(listInFront().getText(), new RegExp(`privatelink\\.${region.geoCode}\\.backup`));
  });

  it('opens one list of several regions', async () => {
    const ended = commands.executeCommand(commandIds.showExpectedFqdns);
    await windowShows(quickPick, /Australia/);
    await typeText('norway');
    await press('ArrowDown', 'Space', 'ArrowUp', 'Space');
    await screenshot('pick-regions');
    await press('Enter');
    await ended;
    for (const name of ['.nwe.backup', '.nww.backup']) assert.ok(listInFront().getText().includes(name), name);
  });

  it('refuses regions of two clouds with the reason', async () => {
    const ended = commands.executeCommand(commandIds.showExpectedFqdns);
    await windowShows(quickPick, /Australia/);
    await click('.quick-input-check-all');
    await press('Enter');
    await ended;
    await windowShows(notification, /two clouds share no names/);
    await screenshot('two-clouds');
    await commands.executeCommand('notifications.clearAll');
    assert.equal(window.activeTextEditor, undefined);
  });
});

describe('Show Expected FQDNs for This Template', () => {
  afterEach(closeAll);

  it('opens the list of the regions of its vaults, which follows what is typed', async () => {
    const template = await openFile('main.bicep');
    await commands.executeCommand(commandIds.showExpectedFqdnsForTemplate);
    const list = listInFront();
    const text = (): string => list.getText();
    assert.match(text(), new RegExp(`privatelink\\.${region.geoCode}\\.backup`));
    await screenshot('fqdn-list-of-template');
    await replaceText(template, `'${region.name}'`, "'eastus2'");
    await eventually(text, (shown) => /privatelink\.eus2\.backup/.test(shown));
  });

  it('takes the template that a menu passes, open or not', async () => {
    await commands.executeCommand(commandIds.showExpectedFqdnsForTemplate, fileInWorkspace('main.bicep'));
    const list = listInFront();
    await eventually(
      () => list.getText(),
      (shown) => shown.includes(`privatelink.${region.geoCode}.backup`),
    );
  });

  it('says why where there is no list, and opens nothing', async function () {
    if (!hasHands()) this.skip();
    await commands.executeCommand(commandIds.showExpectedFqdnsForTemplate, fileInWorkspace('zone.json'));
    await windowShows(notification, /deploys no Recovery Services vault/);
    await commands.executeCommand('notifications.clearAll');
    assert.equal(window.activeTextEditor, undefined);
  });
});

describe('Preview FQDNs as a Table', () => {
  afterEach(closeAll);

  it('shows the list in front as a table', async () => {
    await commands.executeCommand(commandIds.showExpectedFqdnsForTemplate, fileInWorkspace('main.bicep'));
    await commands.executeCommand(commandIds.previewFqdns, listInFront().uri);
    await previewOf(/FQDNs of main\.bicep\.md/, /privatelink\.we\.backup/);
    await screenshot('fqdn-preview');
  });
});

describe('Copy FQDNs as…', () => {
  afterEach(closeAll);

  it('copies the names of the template in front in the form that is picked', async () => {
    await openFile('main.bicep');
    await env.clipboard.writeText('');
    const ended = commands.executeCommand(commandIds.copyFqdnsAs);
    await screenshot('copy-fqdns-as');
    await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await ended;
    assert.match(await env.clipboard.readText(), new RegExp(`privatelink\\.${region.geoCode}\\.backup`));
  });
});

describe('Show Readiness Checklist', () => {
  afterEach(closeAll);

  it('shows the list with the names of the template in front', async () => {
    await openFile('main.bicep');
    await commands.executeCommand(commandIds.showReadinessChecklist);
    await previewOf(/Readiness of main\.bicep\.md/, /rsv-backup, in West Europe/);
    await screenshot('checklist');
  });

  it('shows the list for any template where none is in front', async () => {
    await commands.executeCommand(commandIds.showReadinessChecklist);
    await previewOf(/Readiness\.md/, /Readiness for private endpoints/);
  });
});

describe('Explain Rule…', () => {
  beforeEach(skipWithoutHands);
  afterEach(closeAll);

  it('offers the rule that spoke at the cursor first, and shows its page', async () => {
    const document = await openFile('zone.json');
    const finding = await firstFinding(document.uri);
    const editor = window.activeTextEditor;
    assert.ok(editor && finding);
    editor.selection = new Selection(finding.range.start, finding.range.start);
    const ended = commands.executeCommand(commandIds.explainRule);
    await windowShows(`${quickPick}:first-child`, /PE202[^]*found at the cursor/);
    await screenshot('explain-rule');
    await press('Enter');
    await ended;
    await previewOf(/PE202 unknown-geo-code\.md/, /Why it matters/);
    await screenshot('rule-page');
  });
});

describe('Fix All', () => {
  afterEach(closeAll);

  it('makes the safe fixes in the template in front', async () => {
    const document = await openFile('zone.json');
    await commands.executeCommand(commandIds.fixAll);
    assert.match(document.getText(), new RegExp(rightZone));
    await eventually(
      () => brokenRules(document.uri),
      (rules) => rules.length === 0,
    );
  });
});

describe('Create Configuration', () => {
  const file = (): Uri => fileInWorkspace('pelint.config.json');
  afterEach(async () => {
    await closeAll();
    await workspace.fs.delete(file());
  });

  it('writes a file that says nothing wrong, and opens the one that is there', async () => {
    await commands.executeCommand(commandIds.createConfiguration);
    const document = await eventually(
      () => window.activeTextEditor?.document,
      (shown) => shown?.uri.toString() === file().toString(),
    );
    assert.equal(document?.languageId, 'jsonc');
    assert.deepEqual(findings(file()), []);
    await screenshot('new-configuration');

    const edited = '{ "rules": { "PE202": "off" } }';
    await workspace.fs.writeFile(file(), new TextEncoder().encode(edited));
    await closeAll();
    await commands.executeCommand(commandIds.createConfiguration);
    await eventually(
      () => window.activeTextEditor?.document.getText(),
      (text) => text === edited,
    );
  });
});

describe('Restart Server', () => {
  afterEach(closeAll);

  it('has the findings again', async () => {
    const document = await openFile('zone.json');
    await eventually(
      () => brokenRules(document.uri),
      (rules) => rules.includes('PE202'),
    );
    const ended = commands.executeCommand(commandIds.restartServer);
    await eventually(
      () => brokenRules(document.uri),
      (rules) => rules.length === 0,
    );
    await ended;
    await eventually(
      () => brokenRules(document.uri),
      (rules) => rules.includes('PE202'),
    );
  });
});

describe('Show Output', () => {
  it('shows the log of the server', async () => {
    await commands.executeCommand(commandIds.showOutput);
    if (hasHands()) await windowShows('.part.panel .title-actions', /Azure Private Endpoints/);
    await screenshot('output');
    await commands.executeCommand('workbench.action.closePanel');
  });
});

function listInFront(): TextDocument {
  const document = window.activeTextEditor?.document;
  assert.equal(document?.uri.scheme, 'pelint');
  return document;
}

async function previewOf(name: RegExp, text: RegExp): Promise<void> {
  await eventually(
    () => window.tabGroups.activeTabGroup.activeTab?.label ?? '',
    (label) => name.test(label) && label.startsWith('Preview'),
  );
  if (hasHands()) await viewShows(text);
}

function skipWithoutHands(this: Mocha.Context): void {
  if (!hasHands()) this.skip();
}
