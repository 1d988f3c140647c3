import { Uri, window, workspace } from 'vscode';
import {
  setRuleLevelRequest,
  type RuleLevelChoice,
  type SetRuleLevelParams,
  type SetRuleLevelResult,
} from '../../../server/src/protocol';
import type { Surroundings } from '../surroundings';
import { nameOf } from './given-template';

/** Sets a rule's level in the configuration file, and saves that: only what is saved counts. Quick fixes say of which rule. */
export async function setRuleLevel({ client }: Surroundings, given: unknown): Promise<void> {
  const { uri, rule, file, levels } = given as RuleLevelChoice;
  const name = nameOf(Uri.parse(file));
  const [first, ...others] = levels;
  const placeHolder = `The level of ${rule} in ${name}`;
  const level = others.length === 0 ? first : await window.showQuickPick(levels, { placeHolder });
  if (level === undefined) return;
  // The server reads the file from disk: its changes would miss their places in a text that is not saved.
  const isUnsaved = workspace.textDocuments.some((open) => open.isDirty && open.uri.toString() === file);
  if (isUnsaved) throw new Error(`Save ${name} first.`);
  const params: SetRuleLevelParams = { uri, rule, level };
  const changed = await client.request<SetRuleLevelResult>(setRuleLevelRequest, params);
  const document = await workspace.openTextDocument(Uri.parse(changed.uri));
  if (!(await document.save())) throw new Error(`${name} could not be saved: ${rule} keeps its level until it is.`);
  const said = level === 'off' ? `${rule} is off in ${name} now.` : `${rule} is at the level ${level} in ${name} now.`;
  if ((await window.showInformationMessage(said, 'Open')) === 'Open') await window.showTextDocument(document);
}
