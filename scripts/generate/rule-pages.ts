import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { formatRulePage, levelWords } from '../../server/src/formats/rule-page';
import type { Rule } from '../../server/src/rules/rule';
import { withGeneratedPart } from './between-marks';
import type { GeneratedFile } from './generated-file';
import { ruleFiles, rulesFolder, type RuleFile } from './rules-index';

/** A page for each rule, the list of the pages, and the table in the README. */
export async function rulePages(root: string): Promise<GeneratedFile[]> {
  const rules = await loadRules(root);
  const list = `# Rules\n\n<!-- Generated from the rules by \`npm run generate\`. -->\n\n${table(rules, '')}\n`;
  return [
    ...rules.map((rule): GeneratedFile => [`docs/rules/${pageName(rule)}`, page(rule)]),
    ['docs/rules/README.md', list],
    ['README.md', withGeneratedPart(root, 'README.md', 'rules', table(rules, 'docs/rules/'))],
  ];
}

/** The rules as their files are now, whatever the list of them says. */
export function loadRules(root: string): Promise<Rule[]> {
  return Promise.all(ruleFiles(root).map((file) => load(root, file)));
}

/** Loads a rule; throws where its file, export, ID and name do not agree. */
async function load(root: string, { file, exportName }: RuleFile): Promise<Rule> {
  const module = (await import(pathToFileURL(path.join(root, file)).href)) as Readonly<Record<string, Rule>>;
  const rule = module[exportName];
  if (rule === undefined) throw new Error(`${file} does not export '${exportName}'`);
  const expected = `${rulesFolder}/${rule.id.toLowerCase()}-${rule.name}.ts`;
  if (file !== expected) throw new Error(`${file} holds the rule ${rule.id} ${rule.name}: it should be ${expected}`);
  return rule;
}

function table(rules: readonly Rule[], folder: string): string {
  const rows = rules.map(
    (rule) => `| [${rule.id}](${folder}${pageName(rule)}) | ${rule.name} | ${levelWords(rule)} | ${rule.summary} |`,
  );
  return ['| ID | name | level | what is wrong |', '|---|---|---|---|', ...rows].join('\n');
}

function page(rule: Rule): string {
  return `<!-- Generated from the rule by \`npm run generate\`. -->\n\n${formatRulePage(rule)}`;
}

function pageName(rule: Rule): string {
  return `${rule.id.toLowerCase()}-${rule.name}.md`;
}
