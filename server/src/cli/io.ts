import { systemCode } from '../host/system-error';

/** What a command needs of the process that it runs in. */
export interface Io {
  /** The working directory, absolute. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdoutIsTerminal: () => boolean;
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
    stdoutIsTerminal: () => process.stdout.isTTY,
    out: (text) => {
      if (process.stdout.listenerCount('error') === 0) process.stdout.on('error', ignoreClosedPipe);
      process.stdout.write(text);
    },
    err: (text) => void process.stderr.write(text),
    readStdin,
    now: () => performance.now(),
  };
}

/** Whoever reads may have had enough, as in `pelint | head`. */
function ignoreClosedPipe(error: Error): void {
  if (systemCode(error) !== 'EPIPE') throw error;
}

async function readStdin(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks);
}
