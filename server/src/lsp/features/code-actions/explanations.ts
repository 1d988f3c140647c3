import { CodeActionKind, type Command } from 'vscode-languageserver';
import { commandIds } from '../../../protocol';
import type { ConnectedClient } from '../../client';
import { firstOfEachRule, type Offer, type Scene, type Touched } from './offer';

/** Opens the page of a rule, given its ID, on the web: for clients without a command of their own. */
export const openRulePageCommand = 'pelint.openRulePage';

/** The pages of the rules that findings are of, once each. */
export function explanationOffers(touched: readonly Touched[], { client }: Scene): readonly Offer[] {
  return firstOfEachRule(touched).flatMap((about) => {
    const { ruleId, ruleName } = about.finding;
    const title = `Explain ${ruleId} (${ruleName})`;
    const command = commandFor(ruleId, title, client);
    return command ? [{ title, kind: CodeActionKind.QuickFix, about, command }] : [];
  });
}

function commandFor(ruleId: string, title: string, client: ConnectedClient): Command | undefined {
  if (client.runs(commandIds.explainRule)) return { title, command: commandIds.explainRule, arguments: [ruleId] };
  return client.showsDocuments ? { title, command: openRulePageCommand, arguments: [ruleId] } : undefined;
}
