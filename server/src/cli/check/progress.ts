import { counted } from '../../base/counted';
import type { Uri } from '../../base/uri';
import type { Engine } from '../engine';
import type { Io } from '../io';

/** Whoever waits no longer than this, in milliseconds, needs no telling. */
const PATIENCE = 1000;

/** Whether somebody sits before the terminal and wants to be told: not in CI, and not where only errors are wanted. */
export function wantsProgress({ quiet }: { readonly quiet: boolean }, { env, stderrIsTerminal }: Io): boolean {
  const { CI: ci, TERM: terminal } = env;
  const isCi = ci !== undefined && ci !== '' && ci !== 'false';
  return !quiet && !isCi && terminal !== 'dumb' && stderrIsTerminal();
}

/** The engine, which tells on standard error for how long it has been at work, in a line that is gone when no check is running. */
export function withProgress(engine: Engine, io: Io): Engine {
  const started = io.now();
  // Some are checked several times, as after fixes.
  const files = new Set<Uri>();
  let [running, shown, second] = [0, '', 0];
  const show = (line: string): void => {
    // Blanks erase what stood there: an escape sequence would not be plain text, which NO_COLOR asks for.
    if (line !== shown) io.err(`\r${line.padEnd(shown.length)}${line === '' ? '\r' : ''}`);
    shown = line;
  };
  const tick = (): void => {
    const passed = io.now() - started;
    if (passed < PATIENCE || Math.floor(passed / 1000) === second) return;
    second = Math.floor(passed / 1000);
    show(`pelint: checking ${counted(files.size, 'file')}, ${second} s`);
  };
  return {
    ...engine,
    check: async (request, host) => {
      for (const uri of request.report) files.add(uri);
      running++;
      const timer = setInterval(tick, 200);
      // Where nothing is waited for no timer runs, but a check asks between its pieces.
      const pause = (): Promise<void> | undefined => {
        tick();
        return host.pause?.();
      };
      const read: typeof host.read = (uri) => {
        tick();
        return host.read(uri);
      };
      try {
        return await engine.check(request, { read, pause });
      } finally {
        clearInterval(timer);
        if (--running === 0) show('');
      }
    },
  };
}
