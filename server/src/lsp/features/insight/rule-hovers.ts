import { rulePage } from '../../../base/product';
import { baseName } from '../../../base/uri';
import type { Session } from '../../../deployment/project/session';
import type { Markup } from '../../../formats/insight/markup';
import { ruleWords } from '../../../formats/insight/rule-words';
import { configurationNames } from '../../../lint/config/description';
import { explainConfiguration } from '../../../lint/config/explain';
import { directivesOf, ruleOf } from '../../../lint/suppressions/directives';
import { commandIds } from '../../../protocol';
import type { Rule } from '../../../rules/rule';
import { commandLink, type HoverContext, type Said } from './hover-context';
import type { DocumentReading } from './readings';

/** A key, a value or a rule in one of our configuration files. */
export function saidOfConfiguration(
  { uri, text }: DocumentReading,
  offset: number,
  markup: Markup,
  context: HoverContext,
): Said | undefined {
  if (!configurationNames.some((name) => name === baseName(uri))) return undefined;
  const explained = explainConfiguration(text, offset);
  if (!explained) return undefined;
  const { span } = explained;
  return 'rule' in explained
    ? { span, words: saidOfRule(explained.rule, markup, context) }
    : { span, words: [explained.description] };
}

/** A rule that a suppression names, be it in a directive of the compiler, a comment or metadata. */
export function saidOfDirective(
  { uri, text }: DocumentReading,
  offset: number,
  { session, markup, context }: { readonly session: Session; readonly markup: Markup; readonly context: HoverContext },
): Said | undefined {
  const codes = directivesOf(uri, text, session).all.flatMap((directive) => directive.codes);
  const code = codes.find(({ span }) => span.start <= offset && offset <= span.end);
  const rule = code && ruleOf(code);
  return rule && { span: code.span, words: saidOfRule(rule, markup, context) };
}

function saidOfRule(rule: Rule, markup: Markup, context: HoverContext): readonly string[] {
  const words = `Explain ${rule.id}`;
  const here = commandLink(words, commandIds.explainRule, rule.id, context);
  return [...ruleWords(rule, markup), ...(here.length > 0 ? here : [markup.link(words, rulePage(rule.id, rule.name))])];
}
