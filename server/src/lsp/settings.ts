import type { Connection } from 'vscode-languageserver';
import type { Uri } from '../base/uri';
import { levels, type Level } from '../lint/config/description';
import { productId, type ServerSettings } from '../protocol';
import { rules } from '../rules/index';
import type { ConnectedClient } from './client';

/** How long a client may take to say what the user has set, in milliseconds. After that the defaults hold until it says that something changed. */
const patience = 2_000;

/** The user's settings of the editor, as far as they concern the server; each folder may have its own. */
export class EditorSettings {
  private readonly known = new Map<Uri, Promise<ServerSettings>>();
  /** What a client sends that cannot be asked. */
  private pushed: unknown;

  constructor(
    private readonly connection: Connection,
    private readonly client: ConnectedClient,
  ) {}

  /** The settings for a file or folder. Never rejects. */
  of(uri: Uri): Promise<ServerSettings> {
    const known = this.known.get(uri) ?? this.ask(uri);
    this.known.set(uri, known);
    return known;
  }

  /** Nothing is open any more for which these were asked. */
  forget(uri: Uri): void {
    this.known.delete(uri);
  }

  /** The client says that something was set: `settings` is what it says of all settings, if anything. */
  changed(settings: unknown): void {
    this.pushed = memberOf(settings, productId);
    this.known.clear();
  }

  private async ask(scopeUri: Uri): Promise<ServerSettings> {
    if (!this.client.canBeAskedForSettings) return settingsFrom(this.pushed ?? this.client.options.settings);
    const answer: Promise<unknown> = this.connection.workspace.getConfiguration({ scopeUri, section: productId });
    return settingsFrom(await withinPatience(answer));
  }
}

/** The rule levels that the user has set, by rule ID; what names no rule or no level is passed over. */
export function levelsOf({ rules: chosen }: ServerSettings): ReadonlyMap<string, Level> {
  const found = new Map<string, Level>();
  for (const [text, wanted] of Object.entries(chosen)) {
    const rule = rules.find(({ id, name }) => id.toLowerCase() === text.toLowerCase() || name === text);
    const level = levels.find((known) => known === wanted);
    if (rule !== undefined && level !== undefined) found.set(rule.id, level);
  }
  return found;
}

/** Takes what is as it should be, and the defaults for the rest: a client may send anything. */
function settingsFrom(value: unknown): ServerSettings {
  const chosen = memberOf(value, 'rules');
  return {
    rules: typeof chosen === 'object' && chosen !== null ? Object.fromEntries(Object.entries(chosen)) : {},
    inlayHints: memberOf(memberOf(value, 'inlayHints'), 'enable') === true,
    codeLens: memberOf(memberOf(value, 'codeLens'), 'enable') !== false,
  };
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? (Object.entries(value).find(([key]) => key === name) ?? [])[1]
    : undefined;
}

async function withinPatience(answer: Promise<unknown>): Promise<unknown> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), patience);
  });
  try {
    return await Promise.race([answer.catch(() => undefined), tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
