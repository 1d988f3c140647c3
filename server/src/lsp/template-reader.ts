import type { Uri } from '../base/uri';
import { evaluateFile, type EvaluateResult } from '../lint/evaluate';
import type { Documents } from './documents';
import type { Diagnostics } from './features/diagnostics';
import type { ServerHost } from './host';
import { invalid } from './invalid';
import type { Projects } from './projects';

/** What it takes to work out a template as it stands in the editor. */
export interface TemplateReader {
  readonly documents: Documents;
  readonly projects: Projects;
  readonly diagnostics: Diagnostics;
  readonly host: Pick<ServerHost, 'modules' | 'pause'>;
}

/**
 * What a template or parameter file deploys, given the client's URI, with the texts in which the places in it count. A file that is neither is
 * the request's mistake.
 */
export async function evaluated(clientUri: string, reader: TemplateReader): Promise<EvaluateResult> {
  const result = await evaluateAny(reader.documents.uriOf(clientUri), reader);
  if (result.deployments.length === 0) throw invalid('This file is no template, and no parameter file of one.');
  return result;
}

/** The same for any file: one that is neither deploys nothing. */
export async function evaluateAny(
  file: Uri,
  { documents, projects, diagnostics, host }: TemplateReader,
): Promise<EvaluateResult> {
  const project = await projects.of(file);
  const request = {
    project: await projects.filesOf(project),
    file,
    parameters: [],
    known: {},
    deploymentName: undefined,
    cloud: undefined,
    modules: host.modules,
    configuration: 'nearest',
  } as const;
  const reading = { read: (uri: string) => documents.read(uri), pause: () => host.pause?.() };
  return evaluateFile(request, reading, diagnostics.sessionOf(project));
}
