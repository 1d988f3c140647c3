import { strict as assert } from 'node:assert';
import { DiagnosticSeverity, commands, extensions } from 'vscode';
import { commandIds } from '../../../server/src/protocol';
import { closeAll, fileInWorkspace, firstFinding, openFile } from './workbench';

/** Generous: a busy machine is no mistake. In milliseconds. */
const startLimit = 10_000;

describe('The start', () => {
  it('takes little time to load the extension, and then to run the server', async () => {
    const extension = extensions.getExtension('pelint.pelint');
    assert.ok(extension);
    const begin = performance.now();
    await extension.activate();
    const active = performance.now();
    await commands.executeCommand(commandIds.restartServer);
    const running = performance.now();
    console.log(`      activated in ${toText(active - begin)}, the server answers after ${toText(running - active)}`);
    assert.ok(running - begin < startLimit);
  });
});

describe('Several folders', () => {
  afterEach(closeAll);

  it('have each the configuration that is nearest to the template', async () => {
    const severities = new Map<string, DiagnosticSeverity | undefined>();
    for (const folder of ['quiet', 'strict']) {
      const document = await openFile(fileInWorkspace('zone.bicep', folder));
      const finding = await firstFinding(document.uri);
      severities.set(folder, finding.severity);
    }
    assert.equal(severities.get('quiet'), DiagnosticSeverity.Information);
    assert.equal(severities.get('strict'), DiagnosticSeverity.Error);
  });
});

function toText(milliseconds: number): string {
  return `${milliseconds.toFixed(0)} ms`;
}
