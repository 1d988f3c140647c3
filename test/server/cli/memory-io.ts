import type { Io } from '../../../server/src/cli/io';

/** A process in memory: what is written to it is kept. */
export interface MemoryIo extends Io {
  readonly written: { stdout: string; stderr: string };
}

export function memoryIo(cwd: string, stdin: string | Buffer = '', env: Io['env'] = {}): MemoryIo {
  const written = { stdout: '', stderr: '' };
  return {
    cwd,
    env,
    written,
    stdoutIsTerminal: () => false,
    stderrIsTerminal: () => false,
    out: (text) => void (written.stdout += text),
    err: (text) => void (written.stderr += text),
    readStdin: () => Promise.resolve(Buffer.from(stdin)),
    now: () => 0,
  };
}
