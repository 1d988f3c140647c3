import type { Uri } from '../base/uri';
import type { Session } from '../deployment/project/session';
import { syntaxError } from '../rules/pe001-syntax-error';
import { toFinding } from './check-deployment';
import type { Finding } from './finding';
import type { Levels } from './levels';

/** PE001: what the parser could not read of a file, whatever deployments it is in. */
export function syntaxFindings(
  uri: Uri,
  texts: ReadonlyMap<Uri, string>,
  levels: Levels,
  session: Session,
): readonly Finding[] {
  const severity = levels.of(syntaxError, uri);
  const file = session.read(uri, texts.get(uri) ?? '');
  if (severity === 'off' || !file) return [];
  const { problems } = file.kind === 'template' ? file.template : file.parameters;
  return problems.map(({ start, end, message }) =>
    toFinding(syntaxError, { place: { uri, start, end }, message }, severity, undefined),
  );
}
