import Mocha from 'mocha';
import CountingReporter from '../../support/counting-reporter.cjs';

/** VS Code calls this in its extension host. Rejects if a test fails. */
export async function run(): Promise<void> {
  const grep = new RegExp(process.env['PELINT_GREP'] ?? '');
  const mocha = new Mocha({ ui: 'bdd', timeout: 30_000, reporter: CountingReporter, color: false, grep });
  // What mocha does before it loads a file: puts `describe` and `it` in place.
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await import('./editor.suite');
  await import('./commands.suite');
  await import('./status.suite');
  await import('./reading.suite');
  await import('./writing.suite');
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} failed`);
}
