import { QuickPickItemKind, languages, window, type QuickPickItem } from 'vscode';
import { productId, rulePageRequest, rulesRequest, type RuleSummary } from '../../../server/src/protocol';
import type { Surroundings } from '../surroundings';

interface RuleItem extends QuickPickItem {
  /** None in a line between others. */
  readonly rule?: RuleSummary;
}

/** Shows the page of a rule: that of the given ID, else one that the user picks. */
export async function explainRule({ client, texts }: Surroundings, given: unknown): Promise<void> {
  const rules = client.request<RuleSummary[]>(rulesRequest);
  const rule = (await rules).find(({ id }) => id === given) ?? (await pickRule(rules));
  if (rule === undefined) return;
  await texts.preview(`${rule.id} ${rule.name}.md`, { request: rulePageRequest, params: { rule: rule.id } });
}

async function pickRule(rules: Promise<readonly RuleSummary[]>): Promise<RuleSummary | undefined> {
  const atCursor = rulesAtCursor();
  const options = { title: 'Explain Rule', matchOnDescription: true, matchOnDetail: true };
  const items = rules.then((all) => itemsOf(all, atCursor));
  return (await window.showQuickPick(items, { ...options, placeHolder: 'A rule, by ID, name or what it finds' }))?.rule;
}

function itemsOf(rules: readonly RuleSummary[], atCursor: ReadonlySet<string>): RuleItem[] {
  const first = rules.filter(({ id }) => atCursor.has(id));
  const others = rules.filter(({ id }) => !atCursor.has(id));
  if (first.length === 0) return others.map(toItem);
  return [separator('found at the cursor'), ...first.map(toItem), separator('all other rules'), ...others.map(toItem)];
}

function separator(label: string): RuleItem {
  return { label, kind: QuickPickItemKind.Separator };
}

function toItem(rule: RuleSummary): RuleItem {
  return { rule, label: `${rule.id} ${rule.name}`, description: rule.level, detail: rule.summary.replaceAll('`', '') };
}

/** The IDs of the rules whose findings stand where the cursor is. */
function rulesAtCursor(): ReadonlySet<string> {
  const editor = window.activeTextEditor;
  if (editor === undefined) return new Set();
  const found = languages
    .getDiagnostics(editor.document.uri)
    .filter(({ source, range }) => source === productId && range.intersection(editor.selection) !== undefined);
  return new Set(found.map(({ code }) => String(typeof code === 'object' ? code.value : code)));
}
