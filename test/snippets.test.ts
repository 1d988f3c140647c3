import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { snippets } from '../scripts/generate/snippets';
import { findTopology } from '../server/src/domain/topology/find-topology';
import { rules } from '../server/src/rules/index';
import { checkFiles } from './support/check-files';
import { repositoryRoot, repositoryText } from './support/repository';
import { expandedSnippet, expandedSnippets } from './support/snippets';

const { contributes } = JSON.parse(repositoryText('package.json')) as {
  readonly contributes: { readonly snippets: readonly { readonly language: string; readonly path: string }[] };
};
const levels = new Map(rules.map((rule) => [rule.id, rule.severity]));

for (const language of ['bicep', 'json'] as const)
  describe(`snippets for ${language}`, () => {
    for (const [what, text] of [
      ['alone', expandedSnippet(language, 'backup-private-endpoint')],
      ['with the paired region', expandedSnippets(language)],
    ] as const)
      it(`are right ${what}: no rule finds anything`, async () => {
        const { findings, problems, deployments } = await checkFiles(
          { [`main.${language}`]: text },
          { levels },
          { inFull: true },
        );
        assert.deepEqual(
          findings.map(({ ruleId, message }) => `${ruleId}: ${message}`),
          [],
        );
        assert.deepEqual(problems, []);
        const [only] = deployments;
        assert.ok(only?.deployment && only.complete);
        const { vaults, endpoints, zones, links } = findTopology(only.deployment);
        const isBoth = what !== 'alone';
        assert.deepEqual(
          [vaults.length, endpoints.length, zones.length, links.length],
          isBoth ? [1, 2, 4, 7] : [1, 1, 3, 3],
        );
        for (const { connections, zoneGroups } of endpoints) {
          assert.equal(connections[0]?.targetType, 'microsoft.recoveryservices/vaults');
          assert.equal(zoneGroups[0]?.bindings.length, 3);
        }
      });

    it('lead through each of their words once', () => {
      for (const [file, text] of snippets()) {
        if (!file.endsWith(`${language}.json`)) continue;
        for (const { body } of Object.values(
          JSON.parse(text) as Record<string, { readonly body: readonly string[] }>,
        )) {
          const words = [...body.join('\n').matchAll(/\$\{(\d+):([^}]*)\}/g)].map(([, number, word]) => [number, word]);
          const byNumber = new Map(words.map(([number, word]) => [number, word]));
          assert.deepEqual([...byNumber.keys()].sort(), ['1', '2', '3', '4', '5']);
          assert.deepEqual(
            words.filter(([number, word]) => byNumber.get(number) !== word),
            [],
          );
        }
      }
    });
  });

describe('snippets in the manifest', () => {
  it('are there for every language that a template may have', () => {
    assert.deepEqual(
      contributes.snippets.map(({ language }) => language),
      ['bicep', 'json', 'jsonc', 'arm-template'],
    );
    for (const { path: file } of contributes.snippets) assert.ok(existsSync(path.join(repositoryRoot, file)), file);
  });
});
