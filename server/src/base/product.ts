// Generated from package.json by `npm run generate`.

/** The program's name and version, as `pelint 1.2.3`. */
export const tool = 'pelint 0.1.0';

export const version = '0.1.0';

/** The web address of the project. */
export const repository = 'https://github.com/pelint/pelint';

/** The web address of a rule's page. */
export function rulePage(ruleId: string, ruleName: string): string {
  return `${repository}/blob/main/docs/rules/${ruleId.toLowerCase()}-${ruleName}.md`;
}
