import type { FixDocs, Rule, RuleExample } from '../rules/rule';

/** The page of a rule as Markdown: what it finds, why that matters, how to fix it or live with it, and where that is written. */
export function formatRulePage(rule: Rule): string {
  const { why, howToFix, fixes = [], examples, sources } = rule.docs;
  const parts = [
    `# ${rule.id}: ${rule.name}`,
    rule.summary,
    levels(rule),
    '## Why it matters',
    why,
    '## How to fix it',
    howToFix,
    ...fixes.map(fixText),
    ...examples.flatMap(exampleParts),
    '## How to silence it',
    ...silencing(rule.id),
    '## Sources',
    sources.map(({ title, url, edition }) => `- [${title}](${url}), edition ${edition}`).join('\n'),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** The levels of a rule as a list shows them. */
export function levelWords({ severity, otherSeverity, offByDefault }: Rule): string {
  const both = otherSeverity ? `${severity} or ${otherSeverity.severity}` : severity;
  return offByDefault ? `${both}, off by default` : both;
}

/** A rule's template as users see it. */
export function withoutMarks(template: string): string {
  return template.replace(/[‹›]/g, '');
}

function levels({ id, severity, otherSeverity, offByDefault }: Rule): string {
  const other = otherSeverity ? `; ${otherSeverity.severity} ${otherSeverity.when}` : '';
  const off = offByDefault ? ` The rule is off by default: \`--severity ${id}=${severity}\` turns it on.` : '';
  return `Level: ${severity}${other}.${off}`;
}

function fixText({ does, safe }: FixDocs): string {
  return safe
    ? `A quick fix ${does}. \`pelint check --fix\` does that, too.`
    : `A quick fix ${does}. \`pelint check --fix\` does that only with \`--unsafe-fixes\`, since it may change what can be reached.`;
}

function exampleParts({ language, title, wrong, right, modules = {} }: RuleExample): readonly string[] {
  const block = (template: string): string => `\`\`\`${language}\n${withoutMarks(template).trim()}\n\`\`\``;
  const name = language === 'bicep' ? 'Bicep' : 'ARM JSON';
  return [
    title === undefined ? `## Example in ${name}` : `## Example in ${name}: ${title}`,
    `Wrong, in line ${lineOfMark(wrong)}:`,
    block(wrong),
    'Right:',
    block(right),
    ...Object.entries(modules).flatMap(([path, text]) => [`Both use \`${path}\`:`, block(text)]),
  ];
}

/** The line of the first mark, from 1. */
function lineOfMark(template: string): number {
  return template.slice(0, template.indexOf('‹')).split('\n').length;
}

/** The directives of the compiler for Bicep; for JSON, where there are none, those of pelint. */
function silencing(id: string): readonly string[] {
  const reason = 'why it is right here';
  return [
    `In Bicep, write a directive on the line before the finding. For several lines, put \`#disable-diagnostics ${id}\` before them and \`#restore-diagnostics ${id}\` after them.`,
    `\`\`\`bicep\n#disable-next-line ${id} // ${reason}\n\`\`\``,
    'In JSON, write a comment on the line before the finding.',
    `\`\`\`jsonc\n// pelint-disable-next-line ${id} -- ${reason}\n\`\`\``,
    'Where JSON must do without comments, name the rule in the `metadata` of the template or of the resource.',
    `\`\`\`json\n"metadata": { "pelint": { "disable": [{ "rule": "${id}", "reason": "${reason}" }] } }\n\`\`\``,
    `To turn the rule off altogether, run \`pelint check --ignore ${id}\`, or write \`"rules": { "${id}": "off" }\` into \`pelint.config.json\`.`,
  ];
}
