import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { globSync } from 'tinyglobby';
import type { Uri } from '../../server/src/base/uri';
import { check, createSession } from '../../server/src/lint/check';
import type { CheckOptions, CheckResult } from '../../server/src/lint/check';
import { rules } from '../../server/src/rules/index';
import { diskHost } from '../support/judgement';
import { layOutModuleCache, publicModulesBelow } from '../support/module-cache';
import { repositoryRoot } from '../support/repository';
import { sharedPath } from '../support/shared';
import { temporaryFolder } from '../support/temporary-folder';
import type { TemporaryFolder } from '../support/temporary-folder';

/** Every finding in real templates, each looked at in its template. A change shows in review; `PELINT_RECORD=1` writes new rows to judge. */
const VERDICTS = path.join(repositoryRoot, 'test/corpus/verdicts.tsv');

/** Folders whose files belong together; and folders of files from many places, each a project of its own. */
const WHOLE = ['verified-modules', 'bicep-samples/user_submitted'];
const APART = ['endpoint-templates'];

/** Rules that are about reading, not about endpoints: other tests hold them to the compiler. */
const NOT_JUDGED = new Set(['PE001', 'PE002']);

describe('findings in real templates', () => {
  let corpus: string | undefined;
  let cache: TemporaryFolder | undefined;

  before(function () {
    corpus = sharedPath('corpus');
    if (corpus === undefined) return this.skip();
    cache = temporaryFolder();
    layOutModuleCache(path.join(corpus, 'verified-modules'), cache.path, publicModulesBelow(corpus));
  });

  after(() => cache?.remove());

  it('are those that were judged', async function () {
    this.timeout(300_000);
    assert.ok(corpus !== undefined && cache);
    const modules = { cache: pathToFileURL(cache.path).toString() };
    const found: string[] = [];
    for (const folder of WHOLE)
      found.push(...(await findingsOf(filesBelow(path.join(corpus, folder)), corpus, modules)));
    for (const folder of APART) {
      for (const file of filesBelow(path.join(corpus, folder)))
        found.push(...(await findingsOf([file], corpus, modules)));
    }
    const verdicts = readVerdicts();
    if (process.env['PELINT_RECORD'] === '1') record(found, verdicts);
    else assert.deepEqual(found.sort(), [...verdicts.keys()].sort());
  });

  it('are all right', () => {
    const others = [...readVerdicts()].filter(([, verdict]) => !/^right\t.+/.test(verdict));
    assert.deepEqual(others, []);
  });
});

function filesBelow(folder: string): readonly Uri[] {
  const files = globSync('**/*.{bicep,bicepparam,json,jsonc}', { cwd: folder, absolute: true });
  return files.sort().map((file) => pathToFileURL(file).toString());
}

async function findingsOf(
  project: readonly Uri[],
  corpus: string,
  modules: CheckOptions['modules'],
): Promise<readonly string[]> {
  const levels = new Map(rules.filter((rule) => rule.offByDefault).map(({ id, severity }) => [id, severity] as const));
  const options: CheckOptions = { levels, cloud: undefined, location: undefined, modules, syntaxErrors: () => false };
  const result = await check({ project, report: project, options }, diskHost, createSession());
  assert.deepEqual(result.failures, []);
  return result.findings
    .filter(({ ruleId }) => !NOT_JUDGED.has(ruleId))
    .map((finding) => keyOf(finding, result, corpus));
}

/** `file⇥line⇥rule⇥what is at the place`: what tells a finding from all others, and changes when it moves. */
function keyOf({ ruleId, place }: CheckResult['findings'][number], { texts }: CheckResult, corpus: string): string {
  const text = texts.get(place.uri) ?? '';
  const line = text.slice(0, place.start).split('\n').length;
  const file = path.relative(corpus, fileURLToPath(place.uri)).replaceAll(path.sep, '/');
  return [file, line, ruleId, text.slice(place.start, place.end).replace(/\s+/g, ' ')].join('\t');
}

/** Verdict and reason by the key of the finding. */
function readVerdicts(): ReadonlyMap<string, string> {
  const rows = readFileSync(VERDICTS, 'utf8').split('\n').slice(1).filter(Boolean);
  return new Map(rows.map((row) => [row.split('\t').slice(0, 4).join('\t'), row.split('\t').slice(4).join('\t')]));
}

function record(found: readonly string[], verdicts: ReadonlyMap<string, string>): void {
  const rows = [...new Set(found)].sort().map((key) => `${key}\t${verdicts.get(key) ?? 'to be judged\t'}`);
  writeFileSync(VERDICTS, ['file\tline\trule\tat\tverdict\twhy', ...rows, ''].join('\n'));
}
