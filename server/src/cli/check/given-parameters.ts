import { statSync } from 'node:fs';
import path from 'node:path';
import { uriOfPath } from '../../host/paths';
import type { GivenParameters } from '../../lint/check';
import { UsageError } from '../usage-error';

/**
 * The files of `--params` with their templates: a `.bicepparam` names its own, JSON belongs to the one template that is named. `named`
 * are the files that were named one by one. All paths but those of `params` are absolute. Throws a UsageError.
 */
export function givenParameters(
  params: readonly string[],
  named: readonly string[],
  cwd: string,
): readonly GivenParameters[] {
  return params.map((param) => {
    const full = path.resolve(cwd, param);
    const extension = path.extname(full).toLowerCase();
    if (!['.bicepparam', '.json', '.jsonc'].includes(extension)) {
      throw new UsageError(`--params needs a .bicepparam or JSON file, which '${param}' is not.`);
    }
    if (statSync(full, { throwIfNoEntry: false })?.isFile() !== true) {
      throw new UsageError(`--params names '${param}', and there is no such file.`);
    }
    return { file: uriOfPath(full), template: extension === '.bicepparam' ? undefined : onlyTemplate(param, named) };
  });
}

function onlyTemplate(param: string, named: readonly string[]): string {
  const [only, ...others] = [...new Set(named)].filter((file) => !/\.bicepparam$/i.test(file));
  if (only !== undefined && others.length === 0) return uriOfPath(only);
  throw new UsageError(`--params ${param} does not say which template it is for: name one template, and one alone.`);
}
