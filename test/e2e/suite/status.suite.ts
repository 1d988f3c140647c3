import { commands, workspace } from 'vscode';
import { commandIds } from '../../../server/src/protocol';
import {
  brokenRules,
  closeAll,
  eventually,
  hasHands,
  openFile,
  press,
  quickPick,
  replaceText,
  screenshot,
  windowHas,
  windowShows,
} from './workbench';

const item = '[id="pelint.pelint.status"]';

describe('The status bar', () => {
  beforeEach(function () {
    if (!hasHands()) this.skip();
  });
  afterEach(closeAll);

  it('tells what is known of the template in front, while it is edited', async () => {
    const document = await openFile('main.bicep');
    await windowShows(item, /West Europe\s+1$/);
    await windowHas(`${item} [role="button"][aria-label*="1 error and 0 warnings in 1 deployment: main.bicep."]`);
    await screenshot('status-bar');
    await replaceText(document, "'westeurope'", "'eastus2'");
    await windowShows(item, /East US 2/);
  });

  it('says nothing where no template is in front', async () => {
    await openFile('main.bicep');
    await windowShows(item, /West Europe/);
    await openFile('inventory.json');
    await windowHas(item, 0);
  });

  it('offers what can be done', async () => {
    await openFile('main.bicep');
    const ended = commands.executeCommand(commandIds.showActions);
    await windowShows(quickPick, /Show Expected FQDNs/);
    await screenshot('status-bar-actions');
    await press('Escape');
    await ended;
  });
});

describe('The setting pelint.rules', () => {
  afterEach(closeAll);

  it('changes levels at once', async () => {
    const document = await openFile('zone.json');
    const broken = (): string[] => brokenRules(document.uri);
    await eventually(broken, (rules) => rules.includes('PE202'));
    const settings = workspace.getConfiguration('pelint', document.uri);
    await settings.update('rules', { 'unknown-geo-code': 'off' });
    await eventually(broken, (rules) => rules.length === 0);
    await settings.update('rules', undefined);
    await eventually(broken, (rules) => rules.includes('PE202'));
  });
});
