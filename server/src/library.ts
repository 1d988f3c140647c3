import { fileUri, uriPath, type Uri } from './base/uri';
import { createReport } from './formats/findings/create-report';
import type { Report } from './formats/findings/report';
import { check, createSession, type CheckHost, type CheckOptions } from './lint/check';
import type { Severity } from './lint/finding';
import { rules } from './rules/index';

/** What is to be linted: texts, since the library reads no disk. */
export interface LintInput {
  /**
   * The project: every template, parameter file, `pelint.config.json`, `bicepconfig.json` and file that a template loads, by
   * its path from the project's folder, with forward slashes.
   */
  readonly files: Readonly<Record<string, string>>;
  /** The paths whose findings are wanted; without it, all. The others still tell what these are deployed with. */
  readonly report?: readonly string[];
  /** Levels by rule, by ID or name; they go before the configuration. */
  readonly levels?: Readonly<Record<string, Severity | 'off'>>;
  readonly cloud?: NonNullable<CheckOptions['cloud']>;
  /** The region of what is deployed where no template tells it. */
  readonly location?: string;
  /** The day as `2027-06-30`; without it no suppression has ended. */
  readonly today?: string;
  /** Whether findings are listed, too, that are suppressed. */
  readonly showSuppressed?: boolean;
}

/**
 * Lints a project that is in memory. The findings are those that `pelint check` prints in the project's folder, and in the same
 * order. Rejects for a rule or a file that does not exist, and where the configuration is wrong.
 */
export async function lint(input: LintInput): Promise<Report> {
  const texts = textsOf(input.files);
  const templates = [...texts.keys()].filter((uri) => /\.(bicep|bicepparam|jsonc?)$/i.test(uriPath(uri)));
  const result = await check(
    {
      project: templates,
      report: input.report === undefined ? templates : input.report.map((path) => knownUri(path, texts)),
      configuration: 'nearest',
      options: {
        levels: levelsById(input.levels ?? {}),
        cloud: input.cloud,
        location: input.location,
        today: input.today,
        syntaxErrors: () => true,
      },
    },
    hostOf(texts),
    createSession(),
  );
  const [mistake] = result.configurationProblems;
  if (mistake !== undefined) throw new Error(`${pathOf(mistake.uri)}: ${mistake.message}`);
  const [failure] = result.failures;
  if (failure !== undefined) throw new Error(`The rule ${failure.ruleId} has crashed, which is a mistake of pelint.`);
  return createReport({
    findings: result.findings,
    problems: result.problems,
    texts: result.texts,
    files: result.checked.length,
    durationMs: 0,
    showSuppressed: input.showSuppressed ?? false,
    pathOf,
    projectPathOf: pathOf,
  });
}

/** Where the project is thought to lie, so that paths in it can name each other. */
const folder = '/project/';

/** In the order in which the command walks, and without byte order marks, which reading a file as UTF-8 leaves in its text. */
function textsOf(files: LintInput['files']): ReadonlyMap<Uri, string> {
  const sorted = Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1));
  return new Map(sorted.map(([path, text]) => [uriOf(path), text.replace(/^\uFEFF/, '')]));
}

function uriOf(path: string): Uri {
  return fileUri(folder + path.replace(/^\.\//, ''));
}

function pathOf(uri: Uri): string {
  const path = uriPath(uri);
  return path.startsWith(folder) ? path.slice(folder.length) : path;
}

function knownUri(path: string, texts: ReadonlyMap<Uri, string>): Uri {
  const uri = uriOf(path);
  if (!texts.has(uri)) throw new Error(`There is no file '${path}' among those to lint.`);
  return uri;
}

function levelsById(levels: Readonly<Record<string, Severity | 'off'>>): ReadonlyMap<string, Severity | 'off'> {
  return new Map(
    Object.entries(levels).map(([name, level]) => {
      const rule = rules.find((it) => it.id === name || it.name === name);
      if (rule === undefined) throw new Error(`There is no rule '${name}'.`);
      return [rule.id, level];
    }),
  );
}

function hostOf(texts: ReadonlyMap<Uri, string>): CheckHost {
  return { read: (uri) => Promise.resolve(texts.get(uri)) };
}
