import { strict as assert } from 'node:assert';
import { commands, env, extensions, window } from 'vscode';
import { commandIds } from '../../../server/src/protocol';
import { closeAll, eventually, openFile, replaceText, screenshot } from './workbench';

/** Where the vault of the workspace's main.bicep is. */
const region = { name: 'westeurope', geoCode: 'we' };

describe('Show Expected FQDNs for Region…', () => {
  afterEach(closeAll);

  it('is a command of the extension', async () => {
    await extensions.getExtension('pelint.pelint')?.activate();
    assert.ok((await commands.getCommands(true)).includes(commandIds.showExpectedFqdns));
  });

  it('opens the list of the region that is picked', async () => {
    const ended = commands.executeCommand(commandIds.showExpectedFqdns);
    await screenshot('pick-region');
    await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await ended;
    const editor = await eventually(
      () => window.activeTextEditor,
      (active) => active?.document.uri.scheme === 'pelint-fqdn',
    );
    assert.match(editor?.document.getText() ?? '', /privatelink\.\w+\.backup\.windowsazure\.com/);
    await screenshot('fqdn-list');
  });
});

describe('Show Expected FQDNs for This Template', () => {
  afterEach(closeAll);

  it('opens the list of the regions of its vaults, which follows what is typed', async () => {
    const template = await openFile('main.bicep');
    await commands.executeCommand(commandIds.showExpectedFqdnsForTemplate);
    const list = await eventually(
      () => window.activeTextEditor?.document,
      (document) => document?.uri.scheme === 'pelint-fqdn',
    );
    const text = (): string => list?.getText() ?? '';
    assert.match(text(), new RegExp(`privatelink\\.${region.geoCode}\\.backup`));
    await screenshot('fqdn-list-of-template');
    await replaceText(template, `'${region.name}'`, "'eastus2'");
    await eventually(text, (shown) => /privatelink\.eus2\.backup/.test(shown));
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
