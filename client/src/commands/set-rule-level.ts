import { Uri, window, workspace } from 'vscode';
import {
  setRuleLevelRequest,
  type RuleLevelChoice,
  type SetRuleLevelParams,
  type SetRuleLevelResult,
} from '../../../server/src/protocol';
import type { Surroundings } from '../surroundings';

/** Sets a rule's level in the configuration file, and saves that: only what is saved counts. Quick fixes say of which rule. */
export async function setRuleLevel({ client }: Surroundings, given: unknown): Promise<void> {
  const { uri, rule, file, levels } = given as RuleLevelChoice;
  const [first, ...others] = levels;
  const placeHolder = `The level of ${rule} in ${file}`;
  const level = others.length === 0 ? first : await window.showQuickPick(levels, { placeHolder });
  if (level === undefined) return;
  // The server reads the file from disk: its changes would miss their places in a text that is not saved.
  const isUnsaved = workspace.textDocuments.some((open) => open.isDirty && open.uri.path.endsWith(`/${file}`));
  if (isUnsaved) throw new Error(`Save ${file} first.`);
  const params: SetRuleLevelParams = { uri, rule, level };
  const changed = await client.request<SetRuleLevelResult>(setRuleLevelRequest, params);
  const document = await workspace.openTextDocument(Uri.parse(changed.uri));
  await document.save();
  const said = level === 'off' ? `${rule} is off in ${file} now.` : `${rule} is at the level ${level} in ${file} now.`;
  if ((await window.showInformationMessage(said, 'Open')) === 'Open') await window.showTextDocument(document);
}
