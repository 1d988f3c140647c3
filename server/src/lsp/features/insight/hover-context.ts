import type { Span } from '../../../base/span';
import { markdown } from '../../../formats/insight/markup';
import type { ConnectedClient } from '../../client';
import type { Naming } from '../../convert';
import type { Documents } from '../../documents';
import type { Projects } from '../../projects';
import type { Diagnostics } from '../diagnostics';
import type { Readings } from './readings';

/** What hovers are made from. */
export interface HoverContext {
  readonly client: ConnectedClient;
  readonly documents: Documents;
  readonly projects: Projects;
  readonly diagnostics: Diagnostics;
  readonly readings: Readings;
  readonly name: Naming;
}

/** A stretch of the document and the paragraphs about it. */
export interface Said {
  readonly span: Span;
  readonly words: readonly string[];
}

/** A link that runs a command. Only Markdown has such links, and only a client that knows the command may be offered one. */
export function commandLink(
  words: string,
  command: string,
  argument: string,
  { client }: HoverContext,
): readonly string[] {
  if (!client.takesMarkdown || !client.runs(command)) return [];
  const query = encodeURIComponent(JSON.stringify([argument])).replace(/[()]/g, (it) => (it === '(' ? '%28' : '%29'));
  return [markdown.link(words, `command:${command}?${query}`)];
}
