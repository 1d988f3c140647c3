import { MessageType, ShowMessageNotification, type Connection } from 'vscode-languageserver';
import type { Log } from './safely';

/** Tells the user what went wrong: all of it in the log, and what is pelint's own defect once in a message, too. */
export class ClientLog implements Log {
  private readonly shown = new Set<string>();
  private readonly logged = new Set<string>();

  constructor(private readonly connection: Connection) {}

  /** Something that the user may want to know of, said once and not with every key stroke. */
  note(line: string): void {
    if (isNew(line, this.logged)) this.connection.console.warn(line);
  }

  /** Something failed that never should. `what` is shown the first time; the details, with file and place, are logged whenever they are new. */
  failed(what: string, details: string): void {
    if (isNew(details, this.logged)) this.connection.console.error(`${what} failed${details}`);
    if (!isNew(what, this.shown)) return;
    const message = `${what} failed, which is a defect of pelint; the rest goes on. The output of pelint says more.`;
    void this.connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Error, message });
  }
}

/** An editor may be open for weeks: after so many texts, what was told long ago may be told again. */
const mostRemembered = 1_000;

function isNew(text: string, told: Set<string>): boolean {
  if (told.has(text)) return false;
  if (told.size >= mostRemembered) told.clear();
  told.add(text);
  return true;
}
