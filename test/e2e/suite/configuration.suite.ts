import { DiagnosticSeverity, commands, workspace, type TextDocument } from 'vscode';
import { closeAll, eventually, fileInWorkspace, findings, openFile, replaceText } from './workbench';

const { Error, Warning } = DiagnosticSeverity;

describe('A configuration file', () => {
  const file = () => fileInWorkspace('pelint.config.json');
  let template: TextDocument;

  beforeEach(async () => {
    template = await openFile('zone.json');
    await severityIs(template, Error);
  });
  afterEach(async () => {
    await closeAll();
    await workspace.fs.delete(file());
  });

  it('changes levels at once when it comes, changes and goes', async () => {
    await write('{ "rules": { "PE202": "warning" } }');
    await severityIs(template, Warning);
    await write('{ "rules": { "PE202": "off" } }');
    await severityIs(template, undefined);
    await workspace.fs.delete(file());
    await severityIs(template, Error);
    await write('{}');
  });

  it('counts while it is edited, saved or not', async () => {
    await write('{ "rules": { "PE202": "warning" } }');
    await severityIs(template, Warning);
    const configuration = await openFile('pelint.config.json');
    await replaceText(configuration, 'warning', 'off');
    await configuration.save();
    await severityIs(template, undefined);
  });

  it('is told of with its mistake in place', async () => {
    await write('{ "rules": { "PE999": "off" } }');
    await openFile('pelint.config.json');
    await eventually(
      () => findings(file()).map(({ message }) => message),
      (messages) => messages.some((message) => message.includes('PE999')),
    );
    await commands.executeCommand('workbench.action.closeActiveEditor');
  });

  async function write(text: string): Promise<void> {
    await workspace.fs.writeFile(file(), new TextEncoder().encode(text));
  }
});

/** Waits until the one finding of a template has a severity, or there is none. */
async function severityIs(template: TextDocument, severity: DiagnosticSeverity | undefined): Promise<void> {
  await eventually(
    () => findings(template.uri).map((finding) => finding.severity),
    (severities) => severities.length < 2 && severities[0] === severity,
  );
}
