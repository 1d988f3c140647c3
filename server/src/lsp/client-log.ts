import { MessageType, ShowMessageNotification, type Connection } from 'vscode-languageserver';
import type { Log } from './safely';

/** Tells the user what went wrong: all of it in the log, and what is pelint's own defect once in a message, too. */
export class ClientLog implements Log {
  private readonly told = new Set<string>();

  constructor(private readonly connection: Connection) {}

  /** Something that the user may want to know of, said once and not with every key stroke. */
  note(line: string): void {
    if (this.isNew(line)) this.connection.console.warn(line);
  }

  /** Something failed that never should. `what` is shown the first time; the details, with file and place, are logged whenever they are new. */
  failed(what: string, details: string): void {
    if (this.isNew(details)) this.connection.console.error(`${what} failed${details}`);
    if (!this.isNew(what)) return;
    const message = `${what} failed, which is a defect of pelint; the rest goes on. The output of pelint says more.`;
    void this.connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Error, message });
  }

  private isNew(text: string): boolean {
    const isNew = !this.told.has(text);
    this.told.add(text);
    return isNew;
  }
}
