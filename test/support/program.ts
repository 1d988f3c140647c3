import { spawnSync } from 'node:child_process';

export interface ProgramResult {
  readonly status: number | null;
  readonly output: string;
}

/** Whether a program of the system can be started; where it cannot, that is said, and the test must skip itself. */
export function hasProgram(name: string): boolean {
  const { error } = spawnSync(name, ['-V'], { stdio: 'ignore', env: programEnvironment, timeout: 10_000 });
  if (error === undefined) return true;
  console.log(`      skipped: ${name} is not installed`);
  return false;
}

/** Runs a program of the system to its end. */
export function runProgram(name: string, args: readonly string[], cwd: string): ProgramResult {
  const { status, stdout, stderr } = spawnSync(name, args, {
    cwd,
    encoding: 'utf8',
    env: programEnvironment,
    timeout: 60_000,
  });
  return { status, output: stdout + stderr };
}

/** Debian keeps programs of servers where only the administrator's path leads. */
export const programEnvironment = { ...process.env, PATH: `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin` };
