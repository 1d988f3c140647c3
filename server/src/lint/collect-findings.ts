import type { Uri } from '../base/uri';
import type { Session } from '../deployment/project/session';
import type { Editor } from '../model/edit/editor';
import type { SourceFile } from '../model/source-file';
import type { DeploymentResult } from './check-deployment';
import { loadedFrom } from './closure';
import type { Finding } from './finding';
import type { Levels } from './levels';
import { compareFindings, mergeFindings } from './merge-findings';
import type { GivenParameters, Plan } from './plan';
import type { ReadFiles } from './read-all';
import { Suppressions } from './suppressions/apply';
import { unusedSuppressions } from './suppressions/unused';
import { syntaxFindings } from './syntax-findings';

export interface CollectRequest {
  readonly request: {
    readonly parameters?: readonly GivenParameters[];
    readonly options: {
      readonly cloud: string | undefined;
      readonly location: string | undefined;
      readonly today?: string | undefined;
      readonly syntaxErrors: (uri: Uri) => boolean;
    };
  };
  readonly plan: Plan;
  readonly read: ReadFiles;
  readonly levels: Levels;
  readonly editor: Editor;
  readonly session: Session;
}

export interface CollectedFindings {
  /** Those in reported files and in what these load. */
  readonly findings: readonly Finding[];
  /** Those in other files. */
  readonly elsewhere: readonly Finding[];
  /** Reported files that are templates or parameter files. */
  readonly checked: readonly Uri[];
}

/** The findings of all deployments together with those that are about a file alone, one for each cause, each with what hides it. */
export function collectFindings(run: CollectRequest, deployments: readonly DeploymentResult[]): CollectedFindings {
  const { request, plan, read, levels, session } = run;
  const { texts, sources, configurations } = read;
  const { today, syntaxErrors } = request.options;
  const checked = [...plan.report].filter((uri) => session.read(uri, texts.get(uri) ?? '') !== undefined);
  const syntax = checked.filter(syntaxErrors).flatMap((uri) => syntaxFindings(uri, texts, levels, session));
  // What a reported file loads is a part of it.
  const shown = new Set([...plan.report, ...loadedFrom(checked, sources)]);
  const found = [...syntax, ...deployments.flatMap((it) => it.findings)];
  const suppressions = new Suppressions({ texts, session, configurations, today });
  const findingsIn = (counts: (uri: Uri) => boolean): readonly Finding[] => {
    const merged = mergeFindings(
      found.filter(({ place }) => counts(place.uri)),
      deployments,
    );
    return suppressions.apply(merged);
  };
  const findings = findingsIn((uri) => shown.has(uri));
  const unused = suppressions.apply(unusedFindings(run, checked, deployments, suppressions));
  return {
    findings: unused.length === 0 ? findings : [...findings, ...unused].sort(compareFindings),
    elsewhere: findingsIn((uri) => !shown.has(uri) && !plan.ignored.has(uri)),
    checked,
  };
}

/** Nothing where this run is about something else than the project's own deployments: what it does not find, another run may. */
function unusedFindings(
  { request, read, levels, editor, session }: CollectRequest,
  checked: readonly Uri[],
  deployments: readonly DeploymentResult[],
  suppressions: Suppressions,
): readonly Finding[] {
  const { parameters = [], options } = request;
  if (parameters.length > 0 || options.cloud !== undefined || options.location !== undefined) return [];
  const file = (uri: Uri): SourceFile | undefined => {
    const text = read.texts.get(uri);
    return text === undefined ? undefined : session.read(uri, text);
  };
  return unusedSuppressions({ checked, deployments, suppressions, levels, editor, read: file });
}
