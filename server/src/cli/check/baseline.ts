import { existsSync } from 'node:fs';
import path from 'node:path';
import { counted } from '../../base/counted';
import type { Uri } from '../../base/uri';
import { enter, hideKnown } from '../../formats/findings/baseline';
import { entryKey, formatBaseline, parseBaseline, type BaselineEntry } from '../../formats/findings/baseline-file';
import { relativePath, uriOfPath } from '../../host/paths';
import { readTextFile } from '../../host/read-file';
import type { Finding } from '../../lint/finding';
import type { RuleChoice } from '../../lint/levels';
import type { Io } from '../io';
import { writeOutput } from '../outputs';
import { UsageError } from '../usage-error';
import type { CheckInput } from './input';
import type { CheckCommandOptions } from './options';
import type { ProjectsResult } from './projects';

/** The baseline of a run, as it was read. */
export interface Baseline {
  /** As on the command line. */
  readonly name: string;
  readonly folder: string;
  readonly uri: Uri;
  /** Empty where there is none yet. */
  readonly text: string;
  readonly entries: readonly BaselineEntry[];
}

/** Reads the baseline that the options name. Throws a UsageError where it cannot be used: nothing of it is to be lost, either. */
export function readBaseline({ baseline: name, updateBaseline }: CheckCommandOptions, io: Io): Baseline | undefined {
  if (name === undefined) return undefined;
  const full = path.resolve(io.cwd, name);
  const file = { name, folder: path.dirname(full), uri: uriOfPath(full) };
  const read = readTextFile(full);
  if (read.kind === 'missing' && updateBaseline) return { ...file, text: '', entries: [] };
  if (read.kind === 'missing') {
    throw new UsageError(
      `There is no baseline ${name}. With --update-baseline it is written, with all findings of now.`,
    );
  }
  const parsed = read.kind === 'problem' ? { problem: read.message } : parseBaseline(read.text);
  if ('problem' in parsed) throw new UsageError(`cannot use the baseline ${name}: ${parsed.problem}`);
  return { ...file, text: read.kind === 'text' ? read.text : '', entries: parsed.entries };
}

/** What a run is judged by. */
export interface BaselineRun {
  readonly input: CheckInput;
  readonly result: ProjectsResult;
  readonly rules: RuleChoice;
  readonly options: CheckCommandOptions;
}

export interface BaselineOutcome {
  /** With those suppressed that the baseline has. */
  readonly findings: readonly Finding[];
  /** With that of the baseline. */
  readonly texts: ReadonlyMap<Uri, string>;
  /** What to say of it. */
  readonly notes: readonly string[];
  /** What went wrong, in sentences. */
  readonly failures: readonly string[];
}

/** Hides what a baseline has, after bringing it up to date where that is asked for. */
export function applyBaseline(baseline: Baseline | undefined, run: BaselineRun, io: Io): BaselineOutcome {
  const { findings, texts } = run.result;
  if (baseline === undefined) return { findings, texts, notes: [], failures: [] };
  const entered = enter(findings, texts, (uri) => relativePath(baseline.folder, uri));
  const found = new Map(entered.map(({ entry }) => [entryKey(entry), entry]));
  const gone = baseline.entries.filter((entry) => !found.has(entryKey(entry))).filter(lookedFor(baseline, run));
  const { updateBaseline } = run.options;
  const updated = updateBaseline ? updatedBaseline(baseline, found, gone) : baseline;
  const failure = updated.text === baseline.text ? undefined : writeOutput(baseline.name, updated.text, io.cwd);
  const current = failure === undefined ? updated : baseline;
  return {
    findings: hideKnown(findings, entered, current),
    texts: new Map([...texts, [current.uri, current.text]]),
    notes: updateBaseline && failure === undefined ? [updateNote(baseline, updated, gone)] : goneNotes(baseline, gone),
    failures: failure === undefined ? [] : [failure],
  };
}

/**
 * Tells of an entry without a finding whether it has lost it: this run looked at its file, or the file is gone, and nothing kept it from
 * finding it again. What another part of the project or other options are about stays as it is.
 */
function lookedFor(
  { folder }: Baseline,
  { input, result, rules, options }: BaselineRun,
): (entry: BaselineEntry) => boolean {
  const isAboutElse = options.params.length > 0 || options.cloud !== undefined || options.location !== undefined;
  const hasCrashed = result.failures.length > 0 || result.crashes.length > 0;
  if (isAboutElse || hasCrashed) return () => false;
  const looked = new Set(input.report);
  for (const { uri } of [...input.failures, ...result.problems]) looked.delete(uri);
  return ({ file, rule }) => {
    const full = path.resolve(folder, file);
    return rules.levels.get(rule) !== 'off' && (looked.has(uriOfPath(full)) || !existsSync(full));
  };
}

function updatedBaseline(
  baseline: Baseline,
  found: ReadonlyMap<string, BaselineEntry>,
  gone: readonly BaselineEntry[],
): Baseline {
  const pruned = new Set(gone.map(entryKey));
  const kept = baseline.entries.filter((entry) => !pruned.has(entryKey(entry)) && !found.has(entryKey(entry)));
  const entries = [...kept, ...found.values()];
  return { ...baseline, entries, text: formatBaseline(entries) };
}

function updateNote(
  { name, entries: before }: Baseline,
  { entries }: Baseline,
  gone: readonly BaselineEntry[],
): string {
  const added = entries.length - (before.length - gone.length);
  const changes = added + gone.length === 0 ? 'as before' : `${added} new, ${gone.length} gone`;
  return `the baseline ${name} has ${counted(entries.length, 'finding')}: ${changes}`;
}

function goneNotes({ name }: Baseline, gone: readonly BaselineEntry[]): string[] {
  if (gone.length === 0) return [];
  const verb = gone.length === 1 ? 'is' : 'are';
  return [
    `${counted(gone.length, 'finding')} of the baseline ${name} ${verb} gone; --update-baseline takes ${gone.length === 1 ? 'it' : 'them'} out`,
  ];
}
