import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { BicepCompiler } from '../support/bicep-compiler';
import { compileBeside, fileSets, filesOf, layOutCorpus, type CompiledCorpus } from '../support/compiled-corpus';
import { compiledFixtures, fixtureFile, mistaken, mistakes, type Mistake } from '../support/compiled-fixtures';
import { differences, diskHost, judge } from '../support/judgement';
import { randomNumbers } from '../support/random';
import { sharedPath } from '../support/shared';
import { temporaryFolder, type TemporaryFolder } from '../support/temporary-folder';

/** So many files of a set are compared; all of them with PELINT_FULL=1 in the environment. */
const SAMPLE = 40;
const isFull = process.env['PELINT_FULL'] === '1';

/** Files whose templates are compared with every mistake in them as well. */
const WITH_MISTAKES = /^endpoint-templates|recovery-services|private-endpoint|private-dns-zone/;

/** Differences that must be, each with its reason. */
const EXPLAINED: readonly { readonly file: string; readonly difference: RegExp; readonly why: string }[] = [
  {
    file: 'bicep-samples/user_submitted/101/sqlmi-new-vnet/main.bicep',
    difference: /"microsoft\.sql\/managedinstances" properties subnetid/,
    why: 'The sample names a subnet without its network. Of such a name the compiler makes a resourceId() that Azure refuses.',
  },
];

/** Bicep and the JSON that the real compiler makes of it must come to the same resources and the same findings. */
describe('Bicep and the JSON of the real compiler', () => {
  let folder: TemporaryFolder | undefined;
  let compiler: BicepCompiler | undefined;
  let corpus: CompiledCorpus | undefined;

  before(function () {
    this.timeout(120_000);
    const shared = sharedPath('corpus');
    compiler = BicepCompiler.find();
    if (!compiler || shared === undefined) return this.skip();
    folder = temporaryFolder();
    corpus = layOutCorpus(shared, folder.path);
  });

  after(() => {
    compiler?.close();
    folder?.remove();
  });

  for (const [title, glob] of Object.entries(fileSets)) {
    it(title, async function () {
      assert(compiler && corpus);
      this.timeout(3_600_000);
      const tally = { files: 0, resources: 0, findings: 0, mistakes: 0, explained: 0 };
      const open: string[] = [];
      for (const file of chosen(filesOf(glob, corpus))) {
        const bicep = path.join(corpus.folder, file);
        if ((await judgeFile(bicep, corpus, undefined)).unread > 0) continue;
        const json = await compileBeside(bicep, compiler);
        if (json === undefined) continue;
        tally.files++;
        for (const mistake of [undefined, ...(WITH_MISTAKES.test(file) ? mistakes : [])]) {
          const [one, other] = [await judgeFile(bicep, corpus, mistake), await judgeFile(json, corpus, mistake)];
          tally.resources += mistake ? 0 : one.resources.length;
          tally.mistakes += mistake ? 1 : 0;
          tally.findings += one.findings.length;
          for (const difference of differences(one, other)) {
            if (EXPLAINED.some((it) => it.file === file && it.difference.test(difference))) tally.explained++;
            else open.push(`${file}${mistake ? ` with ${mistake.name}` : ''}: ${difference}`);
          }
        }
      }
      console.log(`      ${Object.entries(tally).map((entry) => entry.join(' ')).join(', ')}`); // prettier-ignore
      assert.deepEqual(open, []);
      assert.ok(tally.files > 0, 'nothing was compared');
    });
  }

  describe('kept with the fixtures is the compiler’s own', () => {
    for (const name of compiledFixtures()) {
      it(name, async () => {
        assert(compiler);
        const contents = await compiler.compile(fixtureFile(name, 'bicep'));
        const compiled = `${JSON.stringify(withoutGenerator(JSON.parse(contents ?? 'null')), undefined, 2)}\n`;
        const file = fixtureFile(name, 'json');
        if (!existsSync(file) && process.env['PELINT_RECORD'] === '1') writeFileSync(file, compiled);
        assert.equal(compiled, readFileSync(file, 'utf8'));
      });
    }
  });
});

function judgeFile(file: string, { cache }: CompiledCorpus, mistake: Mistake | undefined): ReturnType<typeof judge> {
  return judge(pathToFileURL(file).toString(), mistaken(diskHost, mistake), { cache });
}

/** The same files in every run. */
function chosen(files: readonly string[]): readonly string[] {
  if (isFull) return files;
  const random = randomNumbers(5);
  return files
    .map((file) => ({ file, order: random() }))
    .sort((a, b) => a.order - b.order)
    .slice(0, SAMPLE)
    .map(({ file }) => file);
}

/** What the compiler says of itself differs from version to version. */
function withoutGenerator(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutGenerator);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([name]) => name !== '_generator');
  return Object.fromEntries(entries.map(([name, inner]) => [name, withoutGenerator(inner)]));
}
