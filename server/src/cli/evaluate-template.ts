import path from 'node:path';
import type { Uri } from '../base/uri';
import type { Cloud } from '../data/clouds';
import type { KnownScope } from '../deployment/identity/locations';
import { createDiskHost } from '../host/check-host';
import { moduleLocations } from '../host/module-locations';
import { uriOfPath } from '../host/paths';
import { projectRoot } from '../host/project-root';
import { walkTemplates } from '../host/walk';
import { createSession } from '../lint/check';
import { evaluateFile, type EvaluateResult } from '../lint/evaluate';
import { configurationChoice, configurationLines, type ConfigurationOption } from './configuration';
import type { Io } from './io';
import { UsageError } from './usage-error';

/** The clouds that an option can name. */
export const cloudNames = ['public', 'usgov', 'china', 'germany'] as const satisfies readonly Cloud[];

export interface TemplateQuestion {
  /** A template or a parameter file, as on the command line. */
  readonly file: string;
  /** Parameter files, as on the command line. */
  readonly parameters: readonly string[];
  readonly known: KnownScope;
  readonly deploymentName?: string | undefined;
  readonly cloud: Cloud | undefined;
  /** That of the template where it is not said. */
  readonly configuration?: ConfigurationOption;
  /** Absolute; undefined for the cache that Bicep uses. */
  readonly moduleCache: string | undefined;
}

export interface EvaluatedTemplate extends EvaluateResult {
  /** What to say of each named file that could not be read. */
  readonly unread: readonly string[];
}

/** Works out what a template of the disk deploys, with the project around it. Throws a UsageError where the configuration is wrong. */
export async function evaluateTemplate(question: TemplateQuestion, io: Io): Promise<EvaluatedTemplate> {
  const { file, parameters, known, deploymentName, cloud, moduleCache } = question;
  const configuration = question.configuration ?? { kind: 'nearest' };
  const uriOf = (name: string): string => uriOfPath(path.resolve(io.cwd, name));
  const { root, files } = await filesAround(question, io);
  const result = await evaluateFile(
    {
      project: files,
      file: uriOf(file),
      parameters: parameters.map(uriOf),
      known,
      deploymentName,
      cloud,
      configuration: configurationChoice(configuration, root),
      modules: moduleLocations(moduleCache),
    },
    createDiskHost(),
    createSession(),
  );
  const mistakes = configurationLines(result.configurationProblems, result.texts, io.cwd);
  if (mistakes.length > 0) throw new UsageError(mistakes.join('\npelint: '));
  const unread = [file, ...parameters].filter((name) => !result.texts.has(uriOf(name)));
  return { ...result, unread: unread.map((name) => `${name}: ${problemOf(uriOf(name), result)}`) };
}

/** The folder of a template's project, absolute, and the files in it that may be templates. */
export async function filesAround(
  { file, configuration }: TemplateQuestion,
  io: Io,
): Promise<{ readonly root: string; readonly files: readonly Uri[] }> {
  const rooting = { workspace: io.cwd, configuration: (configuration?.kind ?? 'nearest') === 'nearest' };
  const root = projectRoot(path.dirname(path.resolve(io.cwd, file)), rooting);
  const { files } = await walkTemplates(root, { honourIgnoreFiles: true });
  return { root, files: files.map(uriOfPath) };
}

/**
 * The deployments of a template that the user names, and the regions as its configuration has them. Throws a UsageError where it cannot be
 * read, or is none.
 */
export async function deploymentsOf(
  question: TemplateQuestion,
  io: Io,
): Promise<Pick<EvaluateResult, 'deployments' | 'regions'>> {
  const { deployments, regions, unread } = await evaluateTemplate(question, io);
  const [problem] = unread;
  if (problem !== undefined) throw new UsageError(problem);
  if (deployments.length === 0) throw new UsageError(`${question.file} is no template, and no parameter file of one.`);
  return { deployments, regions };
}

function problemOf(uri: string, { problems }: EvaluateResult): string {
  return problems.find((problem) => problem.uri === uri)?.message ?? 'no such file or folder';
}
