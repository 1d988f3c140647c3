import { readFileSync } from 'node:fs';
import path from 'node:path';
import { runCheck } from '../../../../server/src/cli/check/run';
import type { Report } from '../../../../server/src/formats/findings/report';
import { temporaryFolder, type TemporaryFolder } from '../../../support/temporary-folder';
import { toyEngine } from '../../../support/toy-engine';
import { memoryIo } from '../memory-io';

export interface ToyRun {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** `pelint check` with the toy linter. Arguments are separated by blanks. */
export interface ToyCommand {
  /** The working directory, the root of a repository; a new one for each test. */
  readonly folder: () => TemporaryFolder;
  readonly run: (args: string, stdin?: string | Buffer) => Promise<ToyRun>;
  readonly json: (args: string) => Promise<Report>;
  /** The findings, each as `FILE:LINE:COLUMN RULE`. */
  readonly found: (args: string) => Promise<string[]>;
  readonly textOf: (file: string) => string;
}

/** To be called in a suite: makes the folder before each of its tests and removes it after. */
export function useToyCommand(): ToyCommand {
  let current: TemporaryFolder | undefined;
  beforeEach(() => (current = temporaryFolder({ '.git/HEAD': '' })));
  afterEach(() => current?.remove());

  const folder = (): TemporaryFolder => {
    if (current === undefined) throw new Error('There is a folder only while a test runs');
    return current;
  };
  const run = async (args: string, stdin: string | Buffer = ''): Promise<ToyRun> => {
    const io = memoryIo(folder().path, stdin);
    const status = await runCheck(args === '' ? [] : args.split(' '), io, toyEngine());
    return { status, ...io.written };
  };
  const json = async (args: string): Promise<Report> =>
    JSON.parse((await run(`${args} --format json`)).stdout) as Report;
  const found = async (args: string): Promise<string[]> => {
    const { findings } = await json(args);
    return findings.map(({ file, ruleId, startLine, startColumn }) => `${file}:${startLine}:${startColumn} ${ruleId}`);
  };
  return { folder, run, json, found, textOf: (file) => readFileSync(path.join(folder().path, file), 'utf8') };
}
