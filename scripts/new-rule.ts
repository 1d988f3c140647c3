// Starts a new rule with its test and its page: npm run new-rule -- PE123 short-name
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import prettier from 'prettier';
import { writeStaleFiles } from './generate/generated-files';
import { camelCase, ruleFiles, rulesFolder } from './generate/rules-index';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const testsFolder = 'test/server/rules';

async function main([id = '', name = '']: readonly string[]): Promise<void> {
  if (!/^PE\d{3}$/.test(id) || !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) {
    fail('Give the ID and the name: npm run new-rule -- PE123 short-name');
    return;
  }
  const taken = ruleFiles(root).find(({ file }) => path.basename(file).startsWith(id.toLowerCase()));
  if (taken !== undefined) {
    fail(`${id} is taken by ${taken.file}`);
    return;
  }
  const module = `${id.toLowerCase()}-${name}`;
  await write(`${rulesFolder}/${module}.ts`, ruleText(id, name));
  await write(`${testsFolder}/${module}.test.ts`, testText(module, camelCase(name)));
  for (const file of await writeStaleFiles()) console.log(`Wrote ${file}`);
  console.log('The tests pass. Make them say what you want to find, then the rule, its page and `npm run generate`.');
}

/** Writes a file in the repository's style; one that is there already is somebody's work and stays. */
async function write(file: string, text: string): Promise<void> {
  const target = path.join(root, file);
  if (existsSync(target)) {
    console.log(`Kept ${file}, which is there already`);
    return;
  }
  const style = await prettier.resolveConfig(target);
  writeFileSync(target, await prettier.format(text, { ...style, filepath: target }));
  console.log(`Wrote ${file}`);
}

function ruleText(id: string, name: string): string {
  return `import { sources } from '../data/links';
import { isBackupEndpoint } from '../domain/backup-endpoints';
import { placeOfValue } from '../domain/trails';
import { mistake } from './examples/mistake';
import { vaultBehindEndpoint } from './examples/vault-behind-endpoint';
import { nameOf, relatedResource } from './related';
import type { Rule } from './rule';

export const ${camelCase(name)}: Rule = {
  id: '${id}',
  name: '${name}',
  about: 'backup',
  severity: 'warning',
  summary: 'What is wrong, in one sentence.',
  docs: {
    why: 'What goes wrong when the mistake is deployed.',
    howToFix: 'What to do.',
    sources: [sources.overview],
    examples: [
      mistake('bicep', vaultBehindEndpoint, ["'pep-rsv-backup'", "‹'wrong'›"]),
      mistake('json', vaultBehindEndpoint, ['"pep-rsv-backup"', '‹"wrong"›']),
    ],
  },
  *check({ topology }) {
    for (const { resource } of topology.endpoints.filter(isBackupEndpoint)) {
      if (nameOf(resource) !== "'wrong'") continue;
      yield {
        place: placeOfValue(resource.name) ?? resource.place,
        message: \`The private endpoint \${nameOf(resource)} is wrong, so that something does not work. Do something about it.\`,
        related: [relatedResource(resource, 'the private endpoint')],
      };
    }
  },
};
`;
}

function testText(module: string, exportName: string): string {
  return `import { ${exportName} } from '../../../server/src/rules/${module}';
import { armEndpoint, armTemplate, armVault } from '../../support/arm-parts';
import { endpoint, vault } from '../../support/bicep-parts';
import { testRule } from '../../support/rule-cases';

testRule(${exportName}, [
  { name: 'is silent for what is right', text: vault() + endpoint() },
  {
    name: 'is silent for what is not known',
    text: \`param name string\\n\${vault()}\${endpoint().replace("'pe-1'", 'name')}\`,
  },
  {
    name: 'says what is wrong, and why',
    text: vault() + endpoint().replace("'pe-1'", "‹'wrong'›"),
    message: /so that something does not work/,
  },
  {
    name: 'speaks in ARM JSON',
    text: armTemplate([armVault(), armEndpoint().replace('"pe-1"', '‹"wrong"›')]),
  },
]);
`;
}

function fail(message: string): void {
  console.error(message);
  process.exitCode = 1;
}

void main(process.argv.slice(2));
