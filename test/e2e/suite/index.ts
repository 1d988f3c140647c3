import ImportedMocha from 'mocha';
import { tellCounts } from './workbench';

/** mocha's build for browsers exports something else, and puts the class here. */
const Mocha = (globalThis as { readonly Mocha?: typeof ImportedMocha }).Mocha ?? ImportedMocha;

/** VS Code calls this in its extension host. Rejects if a test fails. */
export async function run(): Promise<void> {
  const grep = new RegExp(process.env['PELINT_GREP'] ?? '');
  const mocha = new Mocha({ ui: 'bdd', timeout: 30_000, reporter: Mocha.reporters.Spec, color: false, grep });
  // What mocha does before it loads a file: puts `describe` and `it` in place.
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await loadSuites(process.env['PELINT_LAUNCH'] ?? 'folder');
  const failures = await new Promise<number>((resolve) => {
    const runner = mocha.run((failed) => void tellCounts(runner.stats).then(() => resolve(failed)));
  });
  if (failures > 0) throw new Error(`${failures} failed`);
}

/** Loads what applies to a launch; see launches.mjs. */
async function loadSuites(launch: string): Promise<void> {
  switch (launch) {
    case 'folders':
      return void (await import('./folders.suite'));
    case 'bicep':
      return void (await import('./syntax-errors.suite'));
    case 'untrusted':
      return void (await import('./untrusted.suite'));
    default:
      await import('./editor.suite');
      await import('./quick-fixes.suite');
      await import('./configuration.suite');
      await import('./commands.suite');
      await import('./status.suite');
      await import('./reading.suite');
      await import('./writing.suite');
      await import('./topology.suite');
      await import('./syntax-errors.suite');
  }
}
