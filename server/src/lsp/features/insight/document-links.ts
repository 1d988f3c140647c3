import type { DocumentLink } from 'vscode-languageserver';
import type { Span } from '../../../base/span';
import type { Session } from '../../../deployment/project/session';
import { createSources } from '../../../lint/closure';
import type { ServerHost } from '../../host';
import type { Naming } from '../../convert';
import type { DocumentReading } from './readings';

/** The paths and modules that a document names, as far as what they name is there. A path means what it means to the checks. */
export function documentLinks(
  { uri, text, ranges, projects }: DocumentReading,
  {
    session,
    modules,
    name,
  }: { readonly session: Session; readonly modules: ServerHost['modules']; readonly name: Naming },
): DocumentLink[] {
  const links = new Map<number, DocumentLink>();
  for (const { result, configurations } of projects) {
    const sources = createSources(result.texts, session, modules, configurations);
    const file = sources.template(uri) ?? sources.parameterFile(uri);
    for (const { path, span } of file?.references ?? []) {
      const target = sources.resolve(uri, path);
      const inside = withinQuotes(text, span);
      if (!inside || target === undefined || !result.texts.has(target) || links.has(inside.start)) continue;
      links.set(inside.start, { range: ranges.of({ uri, ...inside }), target: name(target).uri });
    }
  }
  return [...links.values()];
}

/** A path that is put together, or stands in a variable, is no text to click on. */
function withinQuotes(text: string, { start, end }: Span): Span | undefined {
  const quoted = /^(['"]).*\1$/.test(text.slice(start, end));
  return quoted ? { start: start + 1, end: end - 1 } : undefined;
}
