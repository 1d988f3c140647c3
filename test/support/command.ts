import { spawn } from 'node:child_process';
import path from 'node:path';
import { build } from 'esbuild';
import { repositoryRoot } from './repository';

export interface CommandResult {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CommandOptions {
  readonly cwd: string;
  readonly input?: string | Buffer;
  readonly env?: Readonly<Record<string, string>>;
}

/** Bundles the command as it is now, so that no test runs an old one. Returns how to run it as a process. */
export async function buildCommand(): Promise<
  (args: readonly string[], options: CommandOptions) => Promise<CommandResult>
> {
  const file = await buildCommandFile();
  return (args, options) => runProcess([file, ...args], options);
}

/** The same for a test that starts the process itself. Returns the path of the bundle. */
export async function buildCommandFile(): Promise<string> {
  const outfile = path.join(repositoryRoot, 'out', 'test-command', `cli-${process.pid}.js`);
  await build({
    absWorkingDir: repositoryRoot,
    entryPoints: ['server/src/cli/main.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    mainFields: ['module', 'main'],
    define: { 'import.meta.url': '__filename' },
    logLevel: 'warning',
  });
  return outfile;
}

function runProcess(args: readonly string[], { cwd, input, env }: CommandOptions): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    // Colours are asked for test by test, not taken over from where the tests run.
    const inherited = Object.entries(process.env).filter(([name]) => !/^(NO|FORCE)_COLOR$/.test(name));
    const child = spawn(process.execPath, args, { cwd, env: { ...Object.fromEntries(inherited), ...env } });
    const output: Record<'stdout' | 'stderr', Buffer[]> = { stdout: [], stderr: [] };
    child.stdout.on('data', (chunk: Buffer) => output.stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => output.stderr.push(chunk));
    child.on('error', reject);
    child.on('close', (status) => {
      resolve({
        status,
        stdout: Buffer.concat(output.stdout).toString(),
        stderr: Buffer.concat(output.stderr).toString(),
      });
    });
    // A command that needs no input may end before it was handed over.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input ?? '');
  });
}
