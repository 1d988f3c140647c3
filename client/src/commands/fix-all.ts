import { CodeActionKind, Range, commands, window, workspace, type CodeAction } from 'vscode';
import { productId } from '../../../server/src/protocol';
import type { Surroundings } from '../surroundings';
import { givenTemplate, noTemplate } from './given-template';

const kind = CodeActionKind.SourceFixAll.append(productId);

/** Makes all safe fixes in a template, as saving does where the user has set that, and shows what has become of it. */
export async function fixAll(surroundings: Surroundings, given: unknown): Promise<void> {
  const template = givenTemplate(given, surroundings);
  if (template === undefined) throw noTemplate();
  await surroundings.client.start();
  const document = await workspace.openTextDocument(template);
  const whole = new Range(0, 0, document.lineCount, 0);
  const command = 'vscode.executeCodeActionProvider';
  const actions = await commands.executeCommand<CodeAction[]>(command, template, whole, kind.value);
  const edit = actions.find((action) => action.kind?.value === kind.value)?.edit;
  if (edit === undefined) window.setStatusBarMessage('There is nothing that can be fixed safely.', 3000);
  else if (await workspace.applyEdit(edit)) await window.showTextDocument(document, { preview: false });
}
