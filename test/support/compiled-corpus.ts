import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { globSync } from 'tinyglobby';
import { rules } from '../../server/src/rules/index';
import type { BicepCompiler } from './bicep-compiler';
import { readMarks } from './marks';
import { layOutModuleCache, publicModulesBelow } from './module-cache';
import { repositoryRoot } from './repository';

/** A copy of templates that the compiler and pelint read alike, with a module cache, and room for what the compiler makes. */
export interface CompiledCorpus {
  readonly folder: string;
  /** The module cache's URI. */
  readonly cache: string;
}

/** Folders of the corpus, by the names that they have in the copy. */
const CORPUS = ['verified-modules', 'bicep-samples', 'endpoint-templates'] as const;
/** Folders of the project. */
const OWN = ['test/fixtures/evaluate', 'test/fixtures/compiled', 'examples'] as const;

/** Sets of files to compare, as globs in the copy. */
export const fileSets: Readonly<Record<string, string>> = {
  'verified modules': 'verified-modules/**/main.bicep',
  'tests of verified modules': 'verified-modules/**/main.test.bicep',
  'samples of the compiler': 'bicep-samples/**/*.bicep',
  'templates around endpoints': 'endpoint-templates/**/*.bicep',
  'fixtures and examples of the project': '{test/fixtures,examples}/**/*.bicep',
  'examples of the rules': 'rules/*.bicep',
};

export function layOutCorpus(corpus: string, folder: string): CompiledCorpus {
  for (const name of CORPUS) cpSync(path.join(corpus, name), path.join(folder, name), { recursive: true });
  for (const name of OWN.filter((it) => existsSync(path.join(repositoryRoot, it)))) {
    cpSync(path.join(repositoryRoot, name), path.join(folder, name), { recursive: true });
  }
  layOutAbsent(folder);
  layOutRuleExamples(path.join(folder, 'rules'));
  const cache = path.join(folder, 'cache');
  layOutModuleCache(path.join(corpus, 'verified-modules'), cache, publicModulesBelow(folder));
  writeFileSync(path.join(folder, 'bicepconfig.json'), JSON.stringify({ cacheRootDirectory: cache }));
  return { folder, cache: pathToFileURL(cache).toString() };
}

/** The files of a set that the compiler need not ask a registry about: it would wait for a network that is not there. */
export function filesOf(glob: string, { folder }: CompiledCorpus): readonly string[] {
  const remote = globSync('**/bicepconfig.json', { cwd: folder, absolute: true }).filter((file) =>
    readFileSync(file, 'utf8').includes('"br:'),
  );
  return globSync(glob, { cwd: folder })
    .filter((file) => !remote.some((config) => path.join(folder, file).startsWith(path.dirname(config))))
    .sort();
}

/** Compiles a file of the copy into one beside it; undefined where the compiler refuses it. */
export async function compileBeside(file: string, compiler: BicepCompiler): Promise<string | undefined> {
  const compiled = `${file}.compiled.json`;
  const json = existsSync(compiled) ? '' : await compiler.compile(file);
  if (json === undefined) return undefined;
  if (json !== '') writeFileSync(compiled, json);
  return compiled;
}

/** What the tests of the verified modules use and the corpus does not hold. */
function layOutAbsent(folder: string): void {
  const templates = path.join(folder, 'verified-modules/utilities/e2e-template-assets/templates');
  const name = 'diagnostic.dependencies.bicep';
  mkdirSync(templates, { recursive: true });
  cpSync(path.join(repositoryRoot, 'test/fixtures/snapshots', name), path.join(templates, name));
}

function layOutRuleExamples(folder: string): void {
  mkdirSync(folder);
  for (const { id, docs } of rules) {
    const examples = docs.examples.filter(({ language }) => language === 'bicep');
    for (const [index, { wrong, right, modules = {} }] of examples.entries()) {
      for (const [name, text] of Object.entries(modules)) writeFileSync(path.join(folder, name), text);
      writeFileSync(path.join(folder, `${id}-${index}-wrong.bicep`), readMarks(wrong).text);
      writeFileSync(path.join(folder, `${id}-${index}-right.bicep`), right);
    }
  }
}
