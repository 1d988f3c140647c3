import { findingFormats } from '../../formats/findings/formats';
import type { Report } from '../../formats/findings/report';
import { colorPalette, plainPalette } from '../../formats/palette';
import type { CheckCommandOptions } from './options';
import { stdoutPalette } from '../color';
import type { Io } from '../io';
import { writeOutput } from '../outputs';

type PrintOptions = Pick<CheckCommandOptions, 'outputs' | 'quiet' | 'color' | 'stdinFilename' | 'fix'>;

/**
 * Prints the findings in each format that was asked for. Where standard output belongs to the fixed text, what would go
 * there goes to standard error. Returns what went wrong, in sentences.
 */
export function printReport(report: Report, options: PrintOptions, io: Io): string[] {
  const shown = options.quiet ? errorsOnly(report) : report;
  const stdoutIsTaken = options.stdinFilename !== undefined && options.fix;
  const failures: string[] = [];
  for (const { format, file } of options.outputs) {
    if (file === undefined && !stdoutIsTaken) {
      io.out(findingFormats[format](shown, stdoutPalette(options.color, io)));
      continue;
    }
    const text = findingFormats[format](shown, options.color === 'always' ? colorPalette : plainPalette);
    if (file === undefined) {
      io.err(text);
      continue;
    }
    const failure = writeOutput(file, text, io.cwd);
    if (failure !== undefined) failures.push(failure);
  }
  return failures;
}

/** The summary says what is shown; the exit status is decided by the whole. */
function errorsOnly(report: Report): Report {
  return {
    ...report,
    findings: report.findings.filter((finding) => finding.severity === 'error'),
    summary: { ...report.summary, warnings: 0, infos: 0 },
  };
}
