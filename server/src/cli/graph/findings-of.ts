import path from 'node:path';
import type { Uri } from '../../base/uri';
import { createDiskHost } from '../../host/check-host';
import { moduleLocations } from '../../host/module-locations';
import { uriOfPath } from '../../host/paths';
import { today } from '../../host/today';
import { check, createSession, type CheckOptions } from '../../lint/check';
import type { Finding } from '../../lint/finding';
import { givenParameters } from '../check/given-parameters';
import { filesAround, type TemplateQuestion } from '../evaluate-template';
import type { Io } from '../io';

export interface FoundInProject {
  /** All that count, also those in the modules of a template. */
  readonly findings: readonly Finding[];
  readonly texts: ReadonlyMap<Uri, string>;
}

/** What `pelint check` finds in the deployments that a template is part of. Throws a UsageError for a parameter file that is none. */
export async function findingsOf(
  question: TemplateQuestion & Pick<CheckOptions, 'cloud'>,
  io: Io,
): Promise<FoundInProject> {
  const full = path.resolve(io.cwd, question.file);
  const file = uriOfPath(full);
  const { files } = await filesAround(question, io);
  const request = {
    project: files,
    report: [file],
    named: [file],
    parameters: givenParameters(question.parameters, [full], io.cwd),
    configuration: 'nearest',
    includeIgnored: true,
    options: {
      levels: new Map(),
      cloud: question.cloud,
      location: question.known.location,
      modules: moduleLocations(question.moduleCache),
      today: today(),
      syntaxErrors: () => true,
    },
  } as const;
  const { findings, elsewhere, texts } = await check(request, createDiskHost(), createSession());
  return { findings: [...findings, ...elsewhere].filter(({ suppression }) => suppression === undefined), texts };
}
