import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { temporaryFolder } from './temporary-folder';

/** What a process took from its start to its end, with all of its threads. */
export interface Measured {
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

/** Runs Node, which tells at its end what it took. */
export function measureNode(args: readonly string[], cwd: string): Measured {
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
  const run = timed(process.execPath, ['--require', preload, ...args], cwd);
  const { cpu, memory } = JSON.parse(readFileSync(usage, 'utf8')) as Usage;
  folder.remove();
  return { ...run, cpu, memory };
}

/** Runs any program; undefined where GNU time is not there, which alone tells of others what they took. */
export function measureProgram(command: string, args: readonly string[], cwd: string): Measured | undefined {
  const gnuTime = '/usr/bin/time';
  if (!existsSync(gnuTime)) return undefined;
  const folder = temporaryFolder();
  const usage = `${folder.path}/usage.txt`;
  const run = timed(gnuTime, ['--output', usage, '--format', '%U %S %M', command, ...args], cwd);
  // The last line, since a failure is told in one before it.
  const [user = 0, system = 0, memory = 0] = (readFileSync(usage, 'utf8').trim().split('\n').at(-1) ?? '')
    .split(' ')
    .map(Number);
  folder.remove();
  return { ...run, cpu: (user + system) * 1000, memory: memory / 1024 };
}

function timed(command: string, args: readonly string[], cwd: string): Omit<Measured, 'cpu' | 'memory'> {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8', maxBuffer: 1e9 });
  return { status, stdout, stderr, wall: performance.now() - start };
}
