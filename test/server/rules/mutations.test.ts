import assert from 'node:assert/strict';
import path from 'node:path';
import { rules } from '../../../server/src/rules/index';
import { checkFiles, projectUri } from '../../support/check-files';
import type { ProjectFiles } from '../../support/check-files';
import { judge } from '../../support/judgement';
import { readMarks } from '../../support/marks';
import { mutants, mutations } from '../../support/mutations';
import type { Mutation } from '../../support/mutations';
import { repositoryFiles, repositoryText } from '../../support/repository';

const FOLDER = 'test/fixtures/right';

/** So many of the mistakes must be found, in the right line. */
const SHARE = 0.98;

/** Mistakes that these templates have no place for; the rules' own tests show them. */
const ELSEWHERE = new Set(['PE002', 'PE104', 'PE105', 'PE112', 'PE113', 'PE306']);

/** Every mistake that people are known to make, made in every place of right templates where it fits. */
describe('Mistakes in right templates', () => {
  const roots = repositoryFiles(`${FOLDER}/*.bicep`, `${FOLDER}/compiled/*.json`);
  const made = new Map<string, number>();
  const missed: string[] = [];

  for (const root of roots) {
    const files = filesOf(root);
    const name = path.relative(FOLDER, root);

    it(`${name} is right`, async () => {
      const { findings, failures } = await checkFiles(files);
      assert.deepEqual(failures, []);
      assert.deepEqual(
        findings.map(({ ruleId, message }) => `${ruleId}: ${message}`),
        [],
      );
    });

    it(`${name} with each mistake`, async function () {
      this.timeout(60_000);
      const deployed = await deployedBy(files, root);
      for (const mutation of mutations.filter(({ ruleId }) => rules.some(({ id }) => id === ruleId))) {
        for (const marked of mutants(files, mutation)) {
          const mutated = Object.fromEntries(
            Object.entries(marked).map(([file, text]) => [file, readMarks(text).text]),
          );
          // A change that Azure would not see is no mistake.
          if (!mutation.unseen && (await deployedBy(mutated, root)) === deployed) continue;
          made.set(mutation.ruleId, (made.get(mutation.ruleId) ?? 0) + 1);
          const problem = await whyMissed(mutation, marked, mutated);
          if (problem !== undefined) missed.push(`${name}: ${mutation.ruleId} ${mutation.name}: ${problem}`);
        }
      }
    });
  }

  it('are found in the right line', () => {
    const total = [...made.values()].reduce((sum, count) => sum + count, 0);
    const share = 1 - missed.length / total;
    console.log(`      ${total - missed.length} of ${total} mistakes found, ${(100 * share).toFixed(1)} %`);
    for (const line of missed) console.log(`      missed: ${line}`);
    assert.ok(share >= SHARE, missed.join('\n'));
  });

  it('are of every rule', () => {
    const silent = rules.filter(({ id, check }) => check && !made.has(id) && !ELSEWHERE.has(id));
    assert.deepEqual(
      silent.map(({ id }) => id),
      [],
    );
  });
});

/** A template with the files that it is made of. */
function filesOf(root: string): ProjectFiles {
  if (root.endsWith('.json')) return { [path.basename(root)]: repositoryText(root) };
  const parameters = repositoryFiles(root.replace(/\.bicep$/, '.bicepparam'));
  const others = [...repositoryFiles(`${FOLDER}/parts/*`), ...parameters];
  const own = others.filter(
    (file) => repositoryText(root).includes(path.relative(FOLDER, file)) || parameters.includes(file),
  );
  return Object.fromEntries([root, ...own].map((file) => [path.relative(FOLDER, file), repositoryText(file)]));
}

/** What Azure would get, as one text. */
async function deployedBy(files: ProjectFiles, root: string): Promise<string> {
  const texts = new Map(Object.entries(files).map(([file, text]) => [projectUri(file), text]));
  const parameters = Object.keys(files).find((file) => file.endsWith('.bicepparam'));
  const file = root.endsWith('.json') ? path.basename(root) : (parameters ?? path.basename(root));
  const host = { read: (uri: string) => Promise.resolve(texts.get(uri)) };
  return JSON.stringify((await judge(projectUri(file), host)).resources);
}

async function whyMissed(
  { ruleId }: Mutation,
  marked: ProjectFiles,
  mutated: ProjectFiles,
): Promise<string | undefined> {
  const { findings, failures } = await checkFiles(mutated);
  assert.deepEqual(failures, []);
  const lines = findings
    .filter((finding) => finding.ruleId === ruleId)
    .map(({ place }) => lineOf(mutated, place.uri, place.start));
  const expected = Object.entries(marked).flatMap(([file, text]) =>
    readMarks(text).spans.map(({ start }) => lineOf(mutated, projectUri(file), start)),
  );
  assert.ok(expected.length > 0, `nothing is marked for ${ruleId}`);
  if (expected.some((line) => lines.includes(line))) return undefined;
  const others = findings.map((it) => `${it.ruleId} at ${lineOf(mutated, it.place.uri, it.place.start)}`);
  return `expected at ${expected.join()}, found ${others.join(', ') || 'nothing'}`;
}

function lineOf(files: ProjectFiles, uri: string, offset: number): string {
  const file = Object.keys(files).find((candidate) => projectUri(candidate) === uri) ?? uri;
  return `${file}:${(files[file] ?? '').slice(0, offset).split('\n').length}`;
}
