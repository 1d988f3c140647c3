import { counted } from '../../base/counted';
import { baseName } from '../../base/uri';
import { nearest } from '../../base/nearest';
import type { Summary } from '../../formats/findings/report';
import { relativePath, uriOfPath } from '../../host/paths';
import type { ReadProblem, RuleFailure } from '../../lint/check';
import type { ExitOptions } from './exit-status';
import type { CheckInput } from './input';
import type { CheckCommandOptions } from './options';
import type { ProjectsResult } from './projects';
import { commandSummaries } from '../command-list';
import type { ThreadCrash } from '../engine';
import type { Io } from '../io';
import type { Target } from './targets';

/** One line about a file that could not be read or written. */
export function problemLine(verb: 'read' | 'write', { uri, message }: ReadProblem, io: Io): string {
  return `cannot ${verb} ${relativePath(io.cwd, uri) || '.'}: ${message}`;
}

/** One line about a rule that threw. */
export function failureLine({ ruleId, uri, message }: RuleFailure, io: Io): string {
  return `the rule ${ruleId} has crashed on ${relativePath(io.cwd, uri)}, which is pelint's own mistake: ${message}`;
}

/** One line about a thread that crashed. */
export function crashLine({ message, files }: ThreadCrash, io: Io): string {
  const [first = '', ...others] = files.map((uri) => relativePath(io.cwd, uri));
  const unchecked = others.length === 0 ? `${first} was` : `${first} and ${counted(others.length, 'more file')} were`;
  return `a thread has crashed, which is pelint's own mistake, and ${unchecked} not checked: ${message}`;
}

/** What the user may wonder about: what was asked for and holds nothing to check, and how much was fixed. `unwritten` counts files. */
export function notes(
  input: CheckInput,
  result: ProjectsResult,
  options: CheckCommandOptions,
  unwritten: number,
): string[] {
  const unread = new Set([...input.failures, ...result.problems].map(({ uri }) => uri));
  const lines = input.targets
    .filter(({ files }) => !files.map(uriOfPath).some((uri) => result.checked.has(uri) || unread.has(uri)))
    .map((target) => emptyTarget(target, result, options));
  lines.push(...meantCommand(input, options));
  if (options.fix && !options.diff && result.fixed > 0) {
    const files = result.changes.length;
    lines.push(
      unwritten === 0
        ? `fixed ${counted(result.fixed, 'finding')} in ${counted(files, 'file')}`
        : `wrote ${files - unwritten} of ${counted(files, 'file')} with fixes`,
    );
  }
  if (!result.settled) lines.push('nothing was fixed, because the fixes call for each other again and again');
  return lines;
}

/** Why warnings fail the run, which their being shown or not does not tell. */
export function warningLines({ warnings }: Summary, { maxWarnings, exitZero, diff }: ExitOptions): string[] {
  if (warnings <= maxWarnings || exitZero || diff) return [];
  return [`${counted(warnings, 'warning')}, more than the ${maxWarnings} of --max-warnings`];
}

/** A mistyped command is taken for a path. */
function meantCommand({ failures }: CheckInput, { paths: [first = ''] }: CheckCommandOptions): string[] {
  const isMissing = failures.some(({ uri }) => baseName(uri) === first);
  const meant = isMissing && /^[a-z-]+$/i.test(first) ? nearest(first, Object.keys(commandSummaries)) : undefined;
  return meant === undefined ? [] : [`did you mean the command 'pelint ${meant}'?`];
}

function emptyTarget(
  { argument, kind, files }: Target,
  { ignored }: ProjectsResult,
  { changed }: CheckCommandOptions,
): string {
  if (files.map(uriOfPath).some((uri) => ignored.has(uri)))
    return `${argument} is left out by the configuration; --no-ignore checks it`;
  switch (kind) {
    case 'file':
      return `${argument} is no template`;
    case 'folder':
      return changed ? `no template in ${argument} has changed` : `there are no templates in ${argument}`;
    case 'glob':
      return `no file that ${argument} matches is a template${changed ? ' that has changed' : ''}`;
  }
}
