import path from 'node:path';
import type { Uri } from '../../base/uri';
import { uriOfPath } from '../../host/paths';
import { UsageError } from '../usage-error';
import type { CheckCommandOptions } from './options';
import type { ProjectsResult } from './projects';

/** Throws a UsageError where a report would take the place of what it is about: a template, a file that is deployed with one, or the baseline. */
export function spareInputs(
  { outputs, baseline }: Pick<CheckCommandOptions, 'outputs' | 'baseline'>,
  { checked, deployments }: Pick<ProjectsResult, 'checked' | 'deployments'>,
  cwd: string,
): void {
  const uriOf = (file: string): Uri => uriOfPath(path.resolve(cwd, file));
  const inputs = new Set<Uri>([...checked, ...deployments.flatMap(({ files }) => files)]);
  for (const { file } of outputs) {
    if (file === undefined) continue;
    if (baseline !== undefined && uriOf(file) === uriOf(baseline)) {
      throw new UsageError(`--output ${file} would take the place of the baseline: name another file.`);
    }
    if (inputs.has(uriOf(file))) {
      throw new UsageError(`--output ${file} would take the place of a file that is checked: name another one.`);
    }
  }
}
