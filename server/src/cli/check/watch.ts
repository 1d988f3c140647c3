import { watchFolders } from '../../host/watch-folders';
import { failureText } from '../failure';
import type { Io } from '../io';
import { UsageError } from '../usage-error';
import type { CheckCommandOptions } from './options';
import { nothingSeen, type CheckRun, type Seen } from './seen';
import { findWatched } from './watched';

/** How long nothing may happen before what has happened is looked at: editors and Git write many files one after another. */
const quietMs = 100;
/** How often that is waited for. In some folders something happens all the time. */
const mostWaits = 20;

/**
 * `pelint check --watch`: checks, and checks again whenever something has changed that the last run has read, or would read now. Ends when
 * the process is told to, with 0, since nothing has gone wrong then. Throws what the first run throws.
 */
export async function watchChecks(
  check: () => Promise<CheckRun>,
  options: CheckCommandOptions,
  io: Io,
): Promise<number> {
  const events = new Events();
  const folders = watchFolders((file) => {
    events.add(file);
  });
  try {
    for (let seen: Seen | undefined; !events.isStopped;) {
      // What happens from now on is looked at after the run, be it that the run has seen it or not.
      events.forget();
      const watched = await findWatched(seen ?? nothingSeen, options, io);
      const failure = folders.only(watched.folders);
      if (failure !== undefined) throw new UsageError(failure);
      if (io.stdoutIsTerminal()) io.out('\u001b[2J\u001b[H');
      const now = await survive(check, seen, io);
      // Only a run tells what it reads, so the first one is watched less well than those after it.
      const after = await findWatched(now, options, io);
      folders.only(after.folders);
      io.err('pelint: waiting for changes; Ctrl-C ends\n');
      await events.until((file) => watched.concerns(file, now) || after.concerns(file, now));
      seen = now;
    }
  } finally {
    folders.close();
  }
  return 0;
}

/** What is wrong now may be right in a moment: a file is half written, a folder on its way. But what never worked is an error of its own. */
async function survive(check: () => Promise<CheckRun>, before: Seen | undefined, io: Io): Promise<Seen> {
  try {
    return (await check()).seen;
  } catch (error) {
    if (before === undefined) throw error;
    io.err(failureText(error));
    return before;
  }
}

/** What happens to files, until the process is told to end. */
class Events {
  isStopped = false;
  private isWaiting = false;
  private count = 0;
  private wake = (): void => undefined;
  private readonly files = new Set<string>();

  constructor() {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        // In the middle of a run nothing has been printed of it, and nothing is half written.
        if (!this.isWaiting) process.exit(0);
        this.isStopped = true;
        this.wake();
      });
    }
  }

  add(file: string): void {
    this.files.add(file);
    this.count++;
    this.wake();
  }

  forget(): void {
    this.files.clear();
  }

  /** Waits until something has happened to such a file, and then until nothing happens any more. */
  async until(concerns: (file: string) => boolean): Promise<void> {
    this.isWaiting = true;
    while (!this.isStopped) {
      if (this.files.size > 0) await this.quiet();
      if (this.isStopped || [...this.files].some(concerns)) break;
      this.files.clear();
      await new Promise<void>((resolve) => (this.wake = resolve));
    }
    this.isWaiting = false;
  }

  private async quiet(): Promise<void> {
    for (let waits = 0, before = -1; waits < mostWaits && before !== this.count && !this.isStopped; waits++) {
      before = this.count;
      await new Promise((resolve) => setTimeout(resolve, quietMs));
    }
  }
}
