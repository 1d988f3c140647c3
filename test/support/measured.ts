import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { temporaryFolder } from './temporary-folder';

/** What a process took from its start to its end, with all of its threads. What was cut short is known as far as it came. */
export interface Measured {
  /** Null where it was ended because it took too long. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Milliseconds. */
  readonly wall: number;
  /** Milliseconds of all cores together. */
  readonly cpu: number;
  /** The most memory that it had at a time, in megabytes. */
  readonly memory: number;
}

interface Usage {
  readonly cpu: number;
  readonly memory: number;
}

/** Runs Node, which tells at its end what it took; not where it is ended after `limit` milliseconds. */
export function measureNode(args: readonly string[], cwd: string, limit?: number): Measured {
  const folder = temporaryFolder();
  const usage = `${folder.path}/usage.json`;
  const preload = folder.write(
    'preload.cjs',
    `if (require('node:worker_threads').isMainThread) process.on('exit', () => {
      const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
      const usage = { cpu: (userCPUTime + systemCPUTime) / 1000, memory: maxRSS / 1024 };
      require('node:fs').writeFileSync(${JSON.stringify(usage)}, JSON.stringify(usage));
    });`,
  );
  const run = timed(process.execPath, ['--require', preload, ...args], cwd, limit);
  const unknown: Usage = { cpu: Number.NaN, memory: Number.NaN };
  const { cpu, memory } = existsSync(usage) ? (JSON.parse(readFileSync(usage, 'utf8')) as Usage) : unknown;
  folder.remove();
  return { ...run, cpu, memory };
}

/**
 * Runs any program and ends it after `limit` milliseconds; undefined where GNU time is not there, which alone tells of others what they took.
 */
export function measureProgram(
  command: string,
  args: readonly string[],
  cwd: string,
  limit: number,
): Measured | undefined {
  const gnuTime = '/usr/bin/time';
  if (!existsSync(gnuTime)) return undefined;
  const folder = temporaryFolder();
  const usage = `${folder.path}/usage.txt`;
  // What is ended from here would leave its child behind, so that the limit is set below it.
  const limited = ['timeout', '--kill-after=5', String(limit / 1000), command, ...args];
  const run = timed(gnuTime, ['--quiet', '--output', usage, '--format', '%U %S %M', ...limited], cwd);
  // The last line, since a failure is told in one before it.
  const [user = 0, system = 0, memory = 0] = (readFileSync(usage, 'utf8').trim().split('\n').at(-1) ?? '')
    .split(' ')
    .map(Number);
  folder.remove();
  const status = run.status === TIMED_OUT ? null : run.status;
  return { ...run, status, cpu: (user + system) * 1000, memory: memory / 1024 };
}

/** What `timeout` ends with. */
const TIMED_OUT = 124;

function timed(
  command: string,
  args: readonly string[],
  cwd: string,
  limit?: number,
): Omit<Measured, 'cpu' | 'memory'> {
  const start = performance.now();
  const options = { cwd, encoding: 'utf8', maxBuffer: 1e9, timeout: limit } as const;
  const { status, stdout, stderr } = spawnSync(command, args, options);
  return { status, stdout, stderr, wall: performance.now() - start };
}
