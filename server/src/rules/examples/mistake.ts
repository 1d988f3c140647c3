import type { RuleExample } from '../rule';

/** One right template, said in both languages. */
export type TemplatePair = Readonly<Record<RuleExample['language'], string>> & {
  /** What the Bicep one uses. */
  readonly modules?: Readonly<Record<string, string>>;
};

/** A text of the right template and, with its marks `‹…›`, what stands wherever it does in the wrong one. */
export type Change = readonly [right: string, wrong: string];

/** An example whose wrong template is the right one with a few changes, made one after the other. */
export function mistake(language: RuleExample['language'], templates: TemplatePair, ...changes: Change[]): RuleExample {
  const right = templates[language];
  const wrong = changes.reduce((text, [from, to]) => text.split(from).join(to), right);
  const { modules } = templates;
  return { language, wrong, right, ...(language === 'bicep' && modules ? { modules } : {}) };
}
