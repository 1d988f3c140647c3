import { fstatSync, writeSync } from 'node:fs';
import { systemCode, systemMessage } from '../host/system-error';

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

export interface ProcessIo extends Io {
  /** Whether standard output has not taken all that was written to it, which standard error then says. */
  readonly isBroken: () => boolean;
}

/** The real process. */
export function processIo(): ProcessIo {
  let isBroken = false;
  // Where standard error takes nothing either, there is nobody to be told.
  const err = createWriter(2, () => process.stderr, ignore);
  const out = createWriter(
    1,
    () => process.stdout,
    (error) => {
      if (!isBroken) err(`pelint: cannot write to standard output: ${systemMessage(error)}\n`);
      isBroken = true;
      process.exitCode = 2;
    },
  );
  return {
    cwd: process.cwd(),
    env: process.env,
    stdoutIsTerminal: () => isTerminal(1),
    stderrIsTerminal: () => isTerminal(2),
    out,
    err,
    isBroken: () => isBroken,
    readStdin,
    now: () => performance.now(),
  };
}

/**
 * Writes straight to the file descriptor, since `process.stdout` brings up Node's sockets and terminals, which is a good
 * part of a small run. Only where the reader of a pipe is slow, the stream waits for it with what is left.
 */
function createWriter(
  descriptor: number,
  stream: () => NodeJS.WriteStream,
  fail: (error: unknown) => void,
): (text: string) => void {
  const failed = (error: unknown): void => {
    // Whoever reads has had enough, as in `pelint | head`.
    if (systemCode(error) !== 'EPIPE') fail(error);
  };
  let waiting: NodeJS.WriteStream | undefined;
  return (text) => {
    let rest: Buffer = Buffer.from(text);
    try {
      while (waiting === undefined && rest.length > 0) rest = rest.subarray(writeSync(descriptor, rest));
    } catch (error) {
      if (systemCode(error) !== 'EAGAIN') {
        failed(error);
        return;
      }
      waiting = stream().on('error', failed);
    }
    waiting?.write(rest);
  };
}

function ignore(): void {
  return undefined;
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
