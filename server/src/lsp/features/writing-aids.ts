import { CodeActionKind, type Connection, type SemanticTokens, type ServerCapabilities } from 'vscode-languageserver';
import type { ConnectedClient } from '../client';
import { safely, type Log } from '../safely';
import { codeActions, resolveCodeAction, type CodeActionContext } from './code-actions/code-actions';
import { fixAllKind } from './code-actions/fixes';
import { ruleCommandsFor, serveRuleCommands } from './code-actions/rule-commands';
import { completion, completionOptions, type CompletionScene } from './completion';
import { semanticTokens, semanticTokensProvider } from './semantic-tokens';

/** Answers requests of those who write: code actions, completion and colours. */
export function serveWritingAids(connection: Connection, log: Log, context: CodeActionContext & CompletionScene): void {
  connection.onCodeAction(safely(log, 'Finding quick fixes', [], (params) => codeActions(params, context)));
  connection.onCodeActionResolve((action, token) =>
    safely(log, 'Making an edit', action, () => resolveCodeAction(action, context))(action, token),
  );
  serveRuleCommands(connection, log, context);
  const noTokens: SemanticTokens = { data: [] };
  const { semanticTokens: colours } = connection.languages;
  colours.on(safely(log, 'Colouring', noTokens, (params) => semanticTokens(params, context)));
  colours.onRange(safely(log, 'Colouring', noTokens, (params) => semanticTokens(params, context)));
  connection.onCompletion(safely(log, 'Completing', [], (params) => completion(params, context)));
}

/** What of that a client is told of. */
export function writingCapabilities(client: ConnectedClient): ServerCapabilities {
  return {
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind], resolveProvider: true },
    completionProvider: completionOptions,
    ...ruleCommandsFor(client),
    ...(client.options.semanticTokens === true && { semanticTokensProvider }),
  };
}
