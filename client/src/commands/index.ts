import { Disposable, commands, window } from 'vscode';
import { commandIds } from '../../../server/src/protocol';
import type { Surroundings } from '../surroundings';
import { copyFqdnsAs } from './copy-fqdns-as';
import { createConfiguration } from './create-configuration';
import { explainRule } from './explain-rule';
import { exportTopology } from './export-topology';
import { fixAll } from './fix-all';
import { previewFqdns, showExpectedFqdns, showExpectedFqdnsForTemplate } from './show-expected-fqdns';
import { setRuleLevel } from './set-rule-level';
import { showActions } from './show-actions';
import { showReadinessChecklist } from './show-readiness-checklist';
import { showTopology } from './show-topology';

/** A command's work. What it rejects with is shown to the user; menus and code lenses pass it what it is about. */
type Work = (surroundings: Surroundings, given: unknown, ...more: readonly unknown[]) => Promise<void> | void;

const work: Readonly<Record<keyof typeof commandIds, Work>> = {
  showExpectedFqdns,
  showExpectedFqdnsForTemplate,
  previewFqdns,
  copyFqdnsAs,
  showReadinessChecklist,
  showTopology,
  exportTopology,
  explainRule,
  fixAll,
  setRuleLevel,
  createConfiguration,
  restartServer: ({ client }) => client.restart(),
  showOutput: ({ client }) => client.showOutput(),
  showActions,
};

/** Registers every command that the manifest declares. */
export function registerCommands(surroundings: Surroundings): Disposable {
  const names = Object.keys(work) as (keyof typeof work)[];
  const run = async (name: keyof typeof work, given: unknown, more: readonly unknown[]): Promise<void> => {
    try {
      await work[name](surroundings, given, ...more);
    } catch (error) {
      void window.showWarningMessage(error instanceof Error ? error.message : String(error));
    }
  };
  return Disposable.from(
    ...names.map((name) =>
      commands.registerCommand(commandIds[name], (given: unknown, ...more: unknown[]) => run(name, given, more)),
    ),
  );
}
