import type { CheckedDocument } from '../../server/src/protocol';

/** What the status bar says of a template in as little room as it has, with VS Code's icons. */
export function statusText({ deployments, regions, errors, warnings }: CheckedDocument): string {
  const [region, ...others] = regions;
  const where = region === undefined || others.length === 0 ? region : counted(regions.length, 'region');
  const many = deployments.length > 1 ? counted(deployments.length, 'deployment') : undefined;
  const found = [...(errors > 0 ? [`$(error) ${errors}`] : []), ...(warnings > 0 ? [`$(warning) ${warnings}`] : [])];
  const parts = [
    '$(shield)',
    [where, many].filter(isThere).join(', '),
    found.length > 0 ? found.join(' ') : '$(check)',
  ];
  return parts.filter((part) => part !== '').join(' ');
}

/** The same in sentences, for those who hear it or want to know more. `nameOf` gives a file's name by its URI. */
export function statusSentences(document: CheckedDocument, nameOf: (uri: string) => string): readonly string[] {
  const { deployments, regions, errors, warnings } = document;
  const names = deployments.map(({ template, parameters }) =>
    parameters === undefined || parameters === template
      ? nameOf(template)
      : `${nameOf(template)} with ${nameOf(parameters)}`,
  );
  return [
    `${counted(errors, 'error')} and ${counted(warnings, 'warning')} in ${counted(names.length, 'deployment')}: ${names.join(', ')}.`,
    regions.length === 0 ? 'No vault whose region is known.' : `Vaults in ${regions.join(', ')}.`,
  ];
}

function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

function isThere(text: string | undefined): text is string {
  return text !== undefined;
}
