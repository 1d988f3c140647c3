import { commands, window, type QuickPickItem } from 'vscode';
import { commandIds } from '../../../server/src/protocol';
import { heading } from '../heading';

interface Action extends QuickPickItem {
  readonly command: string;
}

/** What can be done with the template in front. */
const actions: readonly Action[] = [
  { label: '$(list-flat) Show Expected FQDNs', command: commandIds.showExpectedFqdnsForTemplate },
  { label: '$(checklist) Show Readiness Checklist', command: commandIds.showReadinessChecklist },
  { label: '$(type-hierarchy) Show Topology', command: commandIds.showTopology },
  { label: '$(copy) Copy FQDNs as…', command: commandIds.copyFqdnsAs },
  { label: '$(wand) Fix All', command: commandIds.fixAll },
  { label: '$(warning) Show Problems', command: 'workbench.actions.view.problems' },
  { label: '$(output) Show Output', command: commandIds.showOutput },
];

/** Lets the user choose what to do with the template in front: what a click on the status bar leads to. */
export async function showActions(): Promise<void> {
  const picked = await window.showQuickPick(actions, { title: heading });
  if (picked !== undefined) await commands.executeCommand(picked.command);
}
