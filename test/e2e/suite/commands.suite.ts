import { strict as assert } from 'node:assert';
import { commands, extensions, window } from 'vscode';
import { commandIds } from '../../../server/src/protocol';
import { closeAll, eventually, screenshot } from './workbench';

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
