import type { Connection, ExecuteCommandParams, ServerCapabilities } from 'vscode-languageserver';
import { rulePage } from '../../../base/product';
import { levels } from '../../../lint/config/description';
import { commandIds, setRuleLevelRequest, type SetRuleLevelParams, type SetRuleLevelResult } from '../../../protocol';
import { rules } from '../../../rules/index';
import type { Rule } from '../../../rules/rule';
import type { ConnectedClient } from '../../client';
import { invalid } from '../../invalid';
import { safely, type Log } from '../../safely';
import type { CodeActionContext } from './code-actions';
import { configuringFor } from './configuring';
import { openRulePageCommand } from './explanations';
import { levelEdit } from './levels';

/** The commands that the server itself runs, for clients without our own. */
export function ruleCommandsFor(client: ConnectedClient): Pick<ServerCapabilities, 'executeCommandProvider'> {
  if (client.runs(commandIds.explainRule) || !client.showsDocuments) return {};
  return { executeCommandProvider: { commands: [openRulePageCommand] } };
}

/** Runs what code actions about rules ask for. */
export function serveRuleCommands(connection: Connection, log: Log, context: CodeActionContext): void {
  connection.onExecuteCommand(
    safely(log, 'Running a command', undefined, async ({ command, arguments: given }: ExecuteCommandParams) => {
      if (command !== openRulePageCommand) throw invalid(`There is no command '${command}'.`);
      const { id, name } = ruleOf(given?.[0]);
      await connection.window.showDocument({ uri: rulePage(id, name), external: true });
    }),
  );
  connection.onRequest(
    setRuleLevelRequest,
    safely(log, 'Setting a level', undefined, (params: SetRuleLevelParams) =>
      setRuleLevel(params, connection, context),
    ),
  );
}

async function setRuleLevel(
  { uri: clientUri, rule: id, level: wanted }: SetRuleLevelParams,
  connection: Connection,
  context: CodeActionContext,
): Promise<SetRuleLevelResult> {
  const { client, documents, name } = context;
  const level = levels.find((known) => known === wanted);
  if (level === undefined) throw invalid(`There is no level ${JSON.stringify(wanted)}.`);
  const uri = documents.uriOf(clientUri);
  const { id: ruleId, name: ruleName } = ruleOf(id);
  const made = levelEdit({ ruleId, ruleName }, level, {
    uri,
    configuring: await configuringFor(uri, context),
    client,
    name,
  });
  if (!made) throw invalid('The configuration file cannot be changed as it is now: see what is wrong in it.');
  const { applied, failureReason } = await connection.workspace.applyEdit(made.edit);
  if (!applied) throw invalid(failureReason ?? 'The editor did not change the configuration file.');
  return { uri: documents.clientUri(made.file) };
}

function ruleOf(id: unknown): Rule {
  const rule = rules.find((it) => it.id === id);
  if (!rule) throw invalid(`There is no rule ${JSON.stringify(id)}.`);
  return rule;
}
