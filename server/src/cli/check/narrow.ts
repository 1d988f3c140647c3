import { counted } from '../../base/counted';
import type { Uri } from '../../base/uri';
import { scanFile } from '../../deployment/project/project';
import { pathOfUri, relativePath, uriOfPath } from '../../host/paths';
import { readTextFile } from '../../host/read-file';
import type { Finding } from '../../lint/finding';
import type { Io } from '../io';
import type { CheckInput } from './input';
import type { CheckCommandOptions } from './options';
import type { ProjectsResult } from './projects';
import { divide } from './shard';

/** Leaves of the input what `--changed` wants, and says so where that is nothing. Throws a UsageError. */
export async function narrowInput(input: CheckInput, options: CheckCommandOptions, io: Io): Promise<CheckInput> {
  return options.changed ? onlyChanged(input, options, io) : input;
}

async function onlyChanged(input: CheckInput, { since }: CheckCommandOptions, io: Io): Promise<CheckInput> {
  // Most runs ask Git nothing, so most do not load this.
  const { findChangedFiles, isTouched } = await import('./changed');
  const asked = new Set(input.report);
  const { report, has } = await findChangedFiles(input.report, { since, io });
  if (report.length === 0 && asked.size > 0) {
    const start = since === undefined ? 'the last commit' : `this work left ${since}`;
    io.err(`pelint: none of the ${counted(asked.size, 'file')} here has changed since ${start}\n`);
  }
  const scope = { isReported: (finding: Finding) => isTouched(finding, has), mayReach: asked, shard: undefined };
  return { ...withReport(input, report), scope };
}

/** An input, and what is known of it already, so that it need not be checked again. */
export interface Widened {
  readonly input: CheckInput;
  readonly known: ProjectsResult | undefined;
}

/**
 * The input with the files, too, in which something is to be reported that shows where only others are looked at: all that there is to say
 * of them is known when their own deployments are looked at. `look` checks an input.
 */
export async function widenInput(
  input: CheckInput,
  look: (input: CheckInput) => Promise<ProjectsResult>,
): Promise<Widened> {
  const { mayReach, isReported } = input.scope;
  if (mayReach.size === 0 || input.report.length === 0) return { input, known: undefined };
  const known = await look(input);
  const found = known.elsewhere.filter((finding) => mayReach.has(finding.place.uri) && isReported(finding));
  if (found.length === 0) return { input, known };
  const report = [...new Set([...input.report, ...found.map(({ place }) => place.uri)])];
  return { input: { ...input, report }, known: undefined };
}

/** Leaves of the input the part that `--shard` wants, and says so where that is nothing. */
export function takeShard(input: CheckInput, { shard }: CheckCommandOptions, io: Io): CheckInput {
  if (shard === undefined) return input;
  const pathOf = (uri: Uri): string => relativePath(io.cwd, uri);
  const { part, files } = divide(input.report, shard, { pathOf, counts: isTemplate });
  if (part.length === 0) io.err(`pelint: no file is left for shard ${shard.index} of ${shard.count}\n`);
  const [all, own] = [new Set(input.report), new Set(part)];
  // What a file of this part loads may be a file of another one.
  const isReported = (finding: Finding): boolean =>
    (own.has(finding.place.uri) || !all.has(finding.place.uri)) && input.scope.isReported(finding);
  return { ...withReport(input, part), scope: { ...input.scope, isReported, shard: { ...shard, files } } };
}

/** JSON may be anything, such as the reports of the other parts. */
function isTemplate(uri: Uri): boolean {
  if (/\.bicep(param)?$/i.test(uri)) return true;
  const read = readTextFile(pathOfUri(uri) ?? '');
  return read.kind === 'text' && scanFile(uri, read.text).kind !== undefined;
}

/** The input with fewer files. What was named and is left out altogether is nothing to wonder about. */
function withReport(input: CheckInput, report: readonly Uri[]): CheckInput {
  const kept = new Set(report);
  const targets = input.targets.flatMap((target) => {
    const files = target.files.filter((file) => kept.has(uriOfPath(file)));
    return files.length === 0 && target.files.length > 0 ? [] : [{ ...target, files }];
  });
  return { ...input, report, targets };
}
