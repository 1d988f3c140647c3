import path from 'node:path';
import type { Uri } from '../../base/uri';
import { uriOfPath } from '../../host/paths';
import { decodedFile } from '../../host/read-file';
import { hasTemplateName } from '../../host/walk';
import type { GivenParameters, ReadProblem } from '../../lint/check';
import type { CheckCommandOptions } from './options';
import type { Io } from '../io';
import { givenParameters } from './given-parameters';
import { wholeScope, type Scope } from './scope';
import { findTargets, type Target } from './targets';

/** What a run is to check. */
export interface CheckInput {
  /** The files whose findings are wanted. */
  readonly report: readonly Uri[];
  /** Those of them that were named one by one: not being able to read one fails the run. */
  readonly named: ReadonlySet<Uri>;
  /** The parameter files of `--params`. */
  readonly parameters: readonly GivenParameters[];
  /** Texts that stand in for files; a run may add to them. */
  readonly texts: ReadonlyMap<Uri, string>;
  /** Standard input, where that is read. */
  readonly stdin: StdinText | undefined;
  readonly targets: readonly Target[];
  /** What was asked for and cannot be had: the run fails, after checking the rest. */
  readonly failures: readonly ReadProblem[];
  /** What else cannot be read. */
  readonly problems: readonly ReadProblem[];
  /** What is reported of what is found. */
  readonly scope: Scope;
}

export interface StdinText {
  readonly uri: Uri;
  readonly text: string;
  /** Whether it began with a byte order mark, which the text is without. */
  readonly hasMark: boolean;
}

export async function gatherInput(options: CheckCommandOptions, io: Io): Promise<CheckInput> {
  const { stdinFilename, paths, params, honourIgnoreFiles } = options;
  if (stdinFilename !== undefined) return stdinInput(stdinFilename, params, io);
  const { arguments: targets, failures, problems } = await findTargets(paths, io.cwd, { honourIgnoreFiles });
  const named = targets.filter(({ kind }) => kind === 'file').flatMap(({ files }) => files);
  return {
    report: [...new Set(targets.flatMap(({ files }) => files))].map(uriOfPath),
    named: new Set(named.map(uriOfPath)),
    parameters: givenParameters(params, named, io.cwd),
    texts: new Map(),
    stdin: undefined,
    targets,
    failures: failures.map(readProblem),
    problems: problems.map(readProblem),
    scope: wholeScope,
  };
}

async function stdinInput(filename: string, params: readonly string[], io: Io): Promise<CheckInput> {
  const file = path.resolve(io.cwd, filename);
  const uri = uriOfPath(file);
  const read = decodedFile(await io.readStdin());
  const isText = read.kind === 'text';
  const isCandidate = isText && hasTemplateName(file);
  return {
    report: isCandidate ? [uri] : [],
    named: new Set([uri]),
    parameters: givenParameters(params, [file], io.cwd),
    texts: new Map(isText ? [[uri, read.text]] : []),
    stdin: isText ? { uri, text: read.text, hasMark: read.encoding !== 'utf8' } : undefined,
    targets: [{ argument: filename, kind: 'file', files: isCandidate ? [file] : [] }],
    failures: read.kind === 'problem' ? [{ uri, message: read.message }] : [],
    problems: [],
    scope: wholeScope,
  };
}

function readProblem({ path: file, message }: { readonly path: string; readonly message: string }): ReadProblem {
  return { uri: uriOfPath(file), message };
}
