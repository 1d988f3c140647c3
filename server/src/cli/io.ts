import { fstatSync, writeSync } from 'node:fs';
import { systemCode } from '../host/system-error';

/** What a command needs of the process that it runs in. */
export interface Io {
  /** The working directory, absolute. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdoutIsTerminal: () => boolean;
  readonly stderrIsTerminal: () => boolean;
  /** Writes to standard output: what was asked for and nothing else. */
  readonly out: (text: string) => void;
  /** Writes to standard error: everything that is said beside it. */
  readonly err: (text: string) => void;
  /** All of standard input. */
  readonly readStdin: () => Promise<Buffer>;
  /** Milliseconds since some moment. */
  readonly now: () => number;
}

/** The real process. */
export function processIo(): Io {
  return {
    cwd: process.cwd(),
    env: process.env,
    stdoutIsTerminal: () => isTerminal(1),
    stderrIsTerminal: () => isTerminal(2),
    out: createWriter(1, () => process.stdout),
    err: createWriter(2, () => process.stderr),
    readStdin,
    now: () => performance.now(),
  };
}

/**
 * Writes straight to the file descriptor, since `process.stdout` brings up Node's sockets and terminals, which is a good
 * part of a small run. Only where the reader of a pipe is slow, the stream waits for it with what is left.
 */
function createWriter(descriptor: number, stream: () => NodeJS.WriteStream): (text: string) => void {
  let waiting: NodeJS.WriteStream | undefined;
  return (text) => {
    let rest: Buffer = Buffer.from(text);
    try {
      while (waiting === undefined && rest.length > 0) rest = rest.subarray(writeSync(descriptor, rest));
    } catch (error) {
      // Whoever reads has had enough, as in `pelint | head`.
      if (systemCode(error) === 'EPIPE') return;
      if (systemCode(error) !== 'EAGAIN') throw error;
      waiting = stream().on('error', ignoreClosedPipe);
    }
    waiting?.write(rest);
  };
}

function ignoreClosedPipe(error: Error): void {
  if (systemCode(error) !== 'EPIPE') throw error;
}

/** Whether a file descriptor is a device that prints characters. The null device counts, where colours do no harm. */
function isTerminal(descriptor: number): boolean {
  try {
    return fstatSync(descriptor).isCharacterDevice();
  } catch {
    return false;
  }
}

async function readStdin(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks);
}
