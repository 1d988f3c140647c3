import { strict as assert } from 'node:assert';
import { commands, workspace, type Uri } from 'vscode';
import { brokenRules, click, closeAll, eventually, fileInWorkspace, hasHands, openFile, quietTime } from './workbench';

describe('A folder that is not trusted', () => {
  const inside = (): Uri => fileInWorkspace('modules/zone.bicep');
  /** What a module outside the folder breaks stands at the statement that uses it. */
  const outside = (): Uri => fileInWorkspace('main.bicep');
  afterEach(closeAll);

  it('is checked, but no module is read that lies outside it', async () => {
    assert.equal(workspace.isTrusted, false);
    await openFile('main.bicep');
    await broken(inside());
    await quietTime();
    assert.deepEqual(brokenRules(outside()), []);
  });

  it('has the modules outside it read as soon as it is trusted', async function () {
    if (!hasHands()) this.skip();
    await openFile('main.bicep');
    await broken(inside());
    await commands.executeCommand('workbench.trust.manage');
    await click('.workspace-trust-editor .monaco-button:has-text("Trust")');
    await eventually(
      () => workspace.isTrusted,
      (trusted) => trusted,
    );
    await openFile('main.bicep');
    await broken(outside());
  });
});

async function broken(uri: Uri): Promise<void> {
  await eventually(
    () => brokenRules(uri),
    (rules) => rules.includes('PE209'),
  );
}
