import { readFileSync } from 'node:fs';
import path from 'node:path';
import { tool } from '../../base/product';
import { findingFormatNames } from '../../formats/findings/formats';
import { mergeReports } from '../../formats/findings/merge-reports';
import { readReport, type ReadReport } from '../../formats/findings/read/read-report';
import { whyNotWhole } from '../../formats/findings/whole';
import { decodeText } from '../../host/encoding';
import { systemMessage } from '../../host/system-error';
import { exitStatus } from '../check/exit-status';
import { warningLines } from '../check/messages';
import { readMaxWarnings } from '../check/options';
import { printReport } from '../check/print-report';
import { readColorMode } from '../color';
import { commandSummaries } from '../command-list';
import { answersCommonOption, commonOptions } from '../common-options';
import type { Io } from '../io';
import { parseArguments, type CommandSpec, type OptionSpec, type ParsedArguments } from '../options';
import { pairOutputs } from '../outputs';
import { judgingOptions, printingOptions } from '../report-options';
import { UsageError } from '../usage-error';

const options = [...printingOptions, ...judgingOptions, ...commonOptions] as const satisfies readonly OptionSpec[];

type Name = (typeof options)[number]['name'];

const spec: CommandSpec<Name> = {
  usage: 'pelint merge REPORT ... [options]',
  summary: commandSummaries.merge,
  options,
  notes: `The reports are those of pelint check with --format json, from which every format is made, or all with --format sarif, from which
SARIF is. They are read as this version writes them, and of shards none may be missing. The exit status is that of pelint check.`,
};

/** `pelint merge`: returns the exit status. Throws a UsageError. */
export function run(args: readonly string[], io: Io): number {
  const parsed = parseArguments(spec, args);
  if (answersCommonOption(parsed, spec, io)) return 0;
  if (parsed.positionals.length === 0) throw new UsageError('Name the reports: pelint merge REPORT ...');
  const reads = parsed.positionals.map((name) => ({ name, ...readNamed(name, io) }));
  const wrong = whyNotWhole(reads);
  if (wrong !== undefined) throw new UsageError(`cannot merge: ${wrong}`);
  const outputs = outputsOf(parsed, reads);
  const inOrder = [...reads].sort((a, b) => (a.report.shard?.index ?? 0) - (b.report.shard?.index ?? 0));
  const report = { tool, ...mergeReports(inOrder.map((it) => it.report)) };
  const printing = {
    outputs,
    quiet: parsed.has('quiet'),
    color: readColorMode(parsed.value('color')),
    stdinFilename: undefined,
    fix: false,
  } as const;
  const judging = {
    strict: parsed.has('strict'),
    exitZero: parsed.has('exit-zero'),
    diff: false,
    maxWarnings: readMaxWarnings(parsed.value('max-warnings')),
  };
  const unprinted = printReport(report, printing, io);
  for (const line of [...unprinted, ...warningLines(report.summary, judging)]) io.err(`pelint: ${line}\n`);
  const failed = report.failed === true || unprinted.length > 0;
  if (report.failed) io.err(`pelint: ${failedNote(inOrder)}\n`);
  const outcome = { failed, problems: report.problems.length > 0, changes: false };
  return exitStatus({ ...outcome, ...report.summary }, judging);
}

/** Why the status is 2, whatever is found. */
function failedNote(reads: readonly ({ readonly name: string } & ReadReport)[]): string {
  const names = reads.filter(({ report }) => report.failed).map(({ name }) => name);
  return `${names.join(' and ')} ${names.length === 1 ? 'is' : 'are'} of a run that failed with status 2, and may lack findings`;
}

function readNamed(name: string, { cwd }: Io): ReadReport {
  const read = readReport(textOf(name, cwd));
  if ('problem' in read) throw new UsageError(`cannot merge ${name}: ${read.problem}.`);
  return read;
}

/** Reports have no limit of size; what a shell redirected may be in UTF-16. */
function textOf(name: string, cwd: string): string {
  try {
    return decodeText(readFileSync(path.resolve(cwd, name)))?.text ?? '\0';
  } catch (error) {
    throw new UsageError(`cannot read ${name}: ${systemMessage(error)}.`);
  }
}

function outputsOf(
  { given }: ParsedArguments<Name>,
  reads: readonly ({ readonly name: string } & ReadReport)[],
): ReturnType<typeof pairOutputs<(typeof findingFormatNames)[number]>> {
  const [first] = reads;
  const mixed = reads.find(({ kind }) => kind !== first?.kind);
  if (first !== undefined && mixed !== undefined) {
    throw new UsageError(
      `cannot merge: ${first.name} is ${nouns[first.kind]}, and ${mixed.name} is ${nouns[mixed.kind]}.`,
    );
  }
  const isSarif = first?.kind === 'sarif';
  const outputs = pairOutputs(given, findingFormatNames, isSarif ? 'sarif' : 'stylish');
  const other = isSarif ? outputs.find(({ format }) => format !== 'sarif') : undefined;
  if (other === undefined) return outputs;
  throw new UsageError(`SARIF does not tell all that --format ${other.format} has to say; merge reports in JSON.`);
}

const nouns = { json: 'JSON', sarif: 'SARIF' } as const;
