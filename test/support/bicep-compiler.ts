import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface CompilerDiagnostic {
  readonly level: string;
  readonly code: string;
  readonly message: string;
}

interface Answer {
  readonly id: number;
  readonly result?: {
    readonly diagnostics?: readonly CompilerDiagnostic[];
    readonly snapshot?: string;
    readonly contents?: string | null;
  };
  readonly error?: { readonly message: string };
}

/**
 * The real Bicep compiler as one process that answers many questions (`bicep jsonrpc --stdio`: JSON-RPC 2.0 in messages
 * with a Content-Length header, as in LSP). Ask one question at a time; `close` ends the process.
 */
export class BicepCompiler {
  private readonly process: ChildProcessWithoutNullStreams;
  private readonly folder = mkdtempSync(path.join(tmpdir(), 'pelint-bicep-'));
  private received = Buffer.alloc(0);
  private lastId = 0;
  private settle: ((answer: Answer) => void) | undefined;

  constructor(cli: string) {
    this.process = spawn(cli, ['jsonrpc', '--stdio']);
    this.process.stdout.on('data', (data: Buffer) => this.receive(data));
  }

  /** Where the compiler is, from the environment variable PELINT_BICEP; undefined, and said aloud, where it is not. */
  static find(): BicepCompiler | undefined {
    const cli = process.env['PELINT_BICEP'];
    if (cli) return new BicepCompiler(cli);
    console.log('      skipped: PELINT_BICEP does not name a Bicep CLI');
    return undefined;
  }

  /** What the compiler says of a text, which it reads from a file of its own beside the modules that it uses. */
  async diagnose(
    text: string,
    language: 'bicep' | 'bicepparam',
    modules: Readonly<Record<string, string>> = {},
  ): Promise<readonly CompilerDiagnostic[]> {
    const file = this.write(`probe.${language}`, text, modules);
    const answer = await (language === 'bicep'
      ? this.ask('bicep/compile', { path: file })
      : this.ask('bicep/compileParams', { path: file, parameterOverrides: {} }));
    if (!answer.result?.diagnostics) throw new Error(answer.error?.message ?? 'The compiler gave no answer');
    return answer.result.diagnostics;
  }

  /** The JSON that the compiler makes of a Bicep text; undefined where it refuses to. */
  async compileText(text: string, modules: Readonly<Record<string, string>> = {}): Promise<string | undefined> {
    return this.compile(this.write('probe.bicep', text, modules));
  }

  /** The same of a file. */
  async compile(file: string): Promise<string | undefined> {
    const answer = await this.ask('bicep/compile', { path: file });
    if (!answer.result) throw new Error(answer.error?.message ?? 'The compiler gave no answer');
    return answer.result.contents ?? undefined;
  }

  /** What a parameter file would deploy: the engine's own JSON. */
  async snapshot(file: string, metadata: object): Promise<string> {
    const answer = await this.ask('bicep/getSnapshot', { path: file, metadata, externalInputs: null });
    if (answer.result?.snapshot === undefined) throw new Error(answer.error?.message ?? 'The compiler gave no answer');
    return answer.result.snapshot;
  }

  close(): void {
    this.process.stdin.end();
    rmSync(this.folder, { recursive: true });
  }

  private write(name: string, text: string, others: Readonly<Record<string, string>>): string {
    for (const [other, content] of Object.entries({ ...others, [name]: text }))
      writeFileSync(path.join(this.folder, other), content);
    return path.join(this.folder, name);
  }

  private ask(method: string, params: object): Promise<Answer> {
    const message = JSON.stringify({ jsonrpc: '2.0', id: ++this.lastId, method, params });
    this.process.stdin.write(`Content-Length: ${Buffer.byteLength(message)}\r\n\r\n${message}`);
    return new Promise((resolve) => (this.settle = resolve));
  }

  private receive(data: Buffer): void {
    this.received = Buffer.concat([this.received, data]);
    const head = this.received.indexOf('\r\n\r\n');
    const length = /Content-Length: *(\d+)/i.exec(this.received.toString('latin1', 0, Math.max(head, 0)))?.[1];
    const end = head + 4 + Number(length);
    if (length === undefined || this.received.length < end) return;
    const answer = JSON.parse(this.received.toString('utf8', head + 4, end)) as Answer;
    this.received = this.received.subarray(end);
    if (answer.id === this.lastId) this.settle?.(answer);
  }
}
