import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';

/** What is done by then needs no progress, in milliseconds. */
const patience = 500;

/** Shows the user how far long work is, where the client can show that. */
export class Progress {
  constructor(private readonly connection: Pick<Connection, 'window'>) {}

  /** Does work that takes some `steps`, and says after each that it is done. */
  async during<T>(title: string, steps: number, work: (step: () => void) => Promise<T>): Promise<T> {
    let shown: Promise<WorkDoneProgressServerReporter | undefined> | undefined;
    let reporter: WorkDoneProgressServerReporter | undefined;
    let done = 0;
    let percent = 0;
    const timer = setTimeout(() => {
      shown = this.begin(title, percent);
      void shown.then((begun) => (reporter = begun));
    }, patience);
    try {
      return await work(() => {
        const now = Math.min(100, Math.floor((100 * ++done) / steps));
        if (now > percent) reporter?.report(now);
        percent = now;
      });
    } finally {
      clearTimeout(timer);
      void shown?.then((begun) => begun?.done());
    }
  }

  /** The library begins nothing where the client has not said that it shows progress. */
  private async begin(title: string, percent: number): Promise<WorkDoneProgressServerReporter | undefined> {
    try {
      const reporter = await this.connection.window.createWorkDoneProgress();
      reporter.begin(title, percent);
      return reporter;
    } catch {
      // The client would not show it after all.
      return undefined;
    }
  }
}
