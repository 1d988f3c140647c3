// Starts a new rule: npm run new-rule -- PE123 short-name
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { camelCase, ruleFiles, rulesFolder } from './generate/rules-index';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

function main([id = '', name = '']: readonly string[]): void {
  if (!/^PE\d{3}$/.test(id) || !/^[a-z]+(-[a-z0-9]+)*$/.test(name)) {
    fail('Give the ID and the name: npm run new-rule -- PE123 short-name');
    return;
  }
  const taken = ruleFiles(root).find(({ file }) => path.basename(file).startsWith(id.toLowerCase()));
  if (taken !== undefined) {
    fail(`${id} is taken by ${taken.file}`);
    return;
  }
  const file = `${rulesFolder}/${id.toLowerCase()}-${name}.ts`;
  writeFileSync(path.join(root, file), ruleText(id, name));
  console.log(`Wrote ${file}. Write its test under test/server/rules, then run \`npm run generate\`.`);
}

function ruleText(id: string, name: string): string {
  return `import { sources } from '../data/links';
import type { Rule } from './rule';

export const ${camelCase(name)}: Rule = {
  id: '${id}',
  name: '${name}',
  severity: 'warning',
  summary: 'What is wrong, in one sentence.',
  docs: {
    why: 'What goes wrong when the mistake is deployed.',
    howToFix: 'What to do.',
    sources: [sources.overview],
    examples: [],
  },
  *check({ topology }) {
    for (const endpoint of topology.endpoints) {
      yield { place: endpoint.resource.place, message: 'What is wrong here, why it matters, and what to do.' };
    }
  },
};
`;
}

function fail(message: string): void {
  console.error(message);
  process.exitCode = 1;
}

main(process.argv.slice(2));
