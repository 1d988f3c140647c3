import path from 'node:path';
import { systemMessage } from '../host/system-error';
import { writeFileAtomically } from '../host/write-file';
import type { Io } from './io';
import { UsageError } from './usage-error';

/** Something to print, and where. */
export interface Output<Format extends string> {
  readonly format: Format;
  /** As given on the command line; undefined for standard output. */
  readonly file: string | undefined;
}

/**
 * Pairs each `--format` with the `--output` after it. Throws a UsageError where that is not one to one, or where more than
 * one format would go to standard output.
 */
export function pairOutputs<Format extends string>(
  given: readonly { readonly name: string; readonly value: string | undefined }[],
  formats: readonly Format[],
  defaultFormat: Format,
): readonly Output<Format>[] {
  const outputs: { format: Format; file: string | undefined }[] = [];
  let leading: string | undefined;
  for (const { name, value } of given) {
    if (name === 'format') {
      const format = formats.find((candidate) => candidate === value);
      if (format !== undefined) outputs.push({ format, file: undefined });
    }
    if (name !== 'output' || value === undefined) continue;
    const last = outputs.at(-1);
    const taken = last === undefined ? leading : last.file;
    if (taken !== undefined) throw new UsageError(`--output ${value}: the format before it goes to ${taken} already.`);
    if (last === undefined) leading = value;
    else last.file = value;
  }
  if (outputs.length === 0) return [{ format: defaultFormat, file: leading }];
  if (leading !== undefined) {
    throw new UsageError(`--output ${leading} belongs to the --format before it; there is none before it.`);
  }
  checkTargets(outputs);
  return outputs;
}

/** Prints each output, or writes it to its file. Returns the exit status: 2 where something cannot be written, which standard error then says. */
export function printOutputs<Format extends string>(
  outputs: readonly Output<Format>[],
  text: (format: Format) => string,
  io: Io,
): number {
  let status = 0;
  for (const { format, file } of outputs) {
    const failure = file === undefined ? void io.out(text(format)) : writeOutput(file, text(format), io.cwd);
    if (failure === undefined) continue;
    io.err(`pelint: ${failure}\n`);
    status = 2;
  }
  return status;
}

/** Writes to a file. Returns what went wrong, in a sentence, or undefined. */
export function writeOutput(file: string, text: string, cwd: string): string | undefined {
  try {
    writeFileAtomically(path.resolve(cwd, file), text);
    return undefined;
  } catch (error) {
    return `cannot write ${file}: ${systemMessage(error)}`;
  }
}

function checkTargets(outputs: readonly Output<string>[]): void {
  const files = outputs.flatMap(({ file }) => file ?? []);
  if (outputs.length - files.length > 1) {
    throw new UsageError('Only one --format can go to standard output; give the others an --output FILE each.');
  }
  // One file may be named in several ways.
  const targets = files.map((file) => path.resolve(file));
  const twice = files.find((_, index) => targets.indexOf(targets[index] ?? '') !== index);
  if (twice !== undefined) throw new UsageError(`--output ${twice}: another format goes there already.`);
}
