import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { FileChangeType, type PositionEncodingKind } from 'vscode-languageserver';
import { uriOfPath } from '../../server/src/host/paths';
import type { LanguageServer } from './language-server';
import type { TemporaryFolder } from './temporary-folder';

/** How often a client does what, in proportion. */
const weights = {
  open: 4,
  edit: 14,
  replace: 2,
  close: 3,
  write: 4,
  rename: 2,
  remove: 1,
  ask: 1,
  misbehave: 3,
} as const;

type Action = keyof typeof weights;

export interface Playground {
  readonly folder: TemporaryFolder;
  /** Paths below the folder that files may have. */
  readonly files: readonly string[];
  /** Documents that are no files of the folder. */
  readonly elsewhere: readonly string[];
  /** What is written and pasted. */
  readonly pieces: readonly string[];
  readonly encoding: PositionEncodingKind;
}

/** A client that does anything in any order, also what none should, and knows what its documents must be. */
export class RandomClient {
  /** The texts of the open documents as the server must know them. */
  readonly documents = new Map<string, string>();
  /** What it did, for the reader of a failure. */
  readonly done: string[] = [];

  constructor(
    private readonly server: LanguageServer,
    private readonly playground: Playground,
    /** As `randomNumbers` gives them. */
    private readonly random: () => number,
  ) {}

  /** Everything that may have diagnostics. */
  get all(): readonly string[] {
    return [...this.playground.files.map((file) => this.uriOf(file)), ...this.playground.elsewhere];
  }

  /** Does one thing. */
  async act(): Promise<void> {
    const action = this.pick((Object.keys(weights) as Action[]).flatMap((it) => Array<Action>(weights[it]).fill(it)));
    const uri = this.pick(this.all);
    this.done.push(`${action} ${uri.split('/').at(-1)}`);
    await this[action](uri);
  }

  private async open(uri: string): Promise<void> {
    const text = this.pick(this.playground.pieces);
    this.documents.set(uri, text);
    await this.server.open(uri, languageOf(uri), text);
  }

  /** Replaces a stretch of an open document, one or more at a time. */
  private async edit(): Promise<void> {
    const uri = this.anOpenOne();
    if (uri === undefined) return;
    const changes = Array.from({ length: 1 + Math.floor(this.random() * 3) }, () => {
      const text = this.documents.get(uri) ?? '';
      const [start = 0, end = 0] = [this.offsetIn(text), this.offsetIn(text)].sort((a, b) => a - b);
      const newText = this.random() < 0.3 ? '' : this.pick(this.playground.pieces);
      // Most deletions are short: what is left would be too little to say anything of.
      const to = this.random() < 0.8 ? wholeCharacter(text, Math.min(end, start + 20)) : end;
      this.documents.set(uri, text.slice(0, start) + newText + text.slice(to));
      return { range: { start: this.positionAt(text, start), end: this.positionAt(text, to) }, text: newText };
    });
    await this.server.edit(uri, changes);
  }

  private async replace(): Promise<void> {
    const uri = this.anOpenOne();
    if (uri === undefined) return;
    const text = this.pick(this.playground.pieces);
    this.documents.set(uri, text);
    await this.server.change(uri, text);
  }

  private async close(uri: string): Promise<void> {
    this.documents.delete(uri);
    await this.server.close(uri);
  }

  private async write(): Promise<void> {
    const file = this.pick(this.playground.files);
    const type = existsSync(this.pathOf(file)) ? FileChangeType.Changed : FileChangeType.Created;
    this.playground.folder.write(file, this.pick(this.playground.pieces));
    await this.server.changedOnDisk(this.uriOf(file), type);
  }

  /** Moves a file, and its document as editors do. */
  private async rename(): Promise<void> {
    const [from, to] = [this.pick(this.playground.files), this.pick(this.playground.files)];
    if (from === to || !existsSync(this.pathOf(from))) return;
    mkdirSync(path.dirname(this.pathOf(to)), { recursive: true });
    renameSync(this.pathOf(from), this.pathOf(to));
    const text = this.documents.get(this.uriOf(from));
    if (text !== undefined) await this.close(this.uriOf(from));
    await this.server.changedOnDisk(this.uriOf(to), FileChangeType.Created);
    await this.server.changedOnDisk(this.uriOf(from), FileChangeType.Deleted);
    if (text === undefined) return;
    this.documents.set(this.uriOf(to), text);
    await this.server.open(this.uriOf(to), languageOf(to), text);
  }

  private async remove(): Promise<void> {
    const file = this.pick(this.playground.files);
    rmSync(this.pathOf(file), { force: true });
    await this.server.changedOnDisk(this.uriOf(file), FileChangeType.Deleted);
  }

  private async ask(uri: string): Promise<void> {
    await this.server.settled(uri);
  }

  private async misbehave(uri: string): Promise<void> {
    const { server } = this;
    const isOpen = this.documents.has(uri);
    const misdeeds = [
      // What is not open cannot change; what has no version is no change.
      () => (isOpen ? server.sendChange(uri, null, [{ text: 'lost' }]) : server.change(uri, 'lost')),
      () => (isOpen ? undefined : server.close(uri)),
      () => server.changedOnDisk(uri, this.pick([1, 2, 3] as const)),
      () => server.changedOnDisk(`${uri}/nothing`, 7 as FileChangeType),
      // A version that was there before.
      () => (isOpen ? server.sendChange(uri, 0, this.note(uri, this.pick(this.playground.pieces))) : undefined),
      () => (isOpen ? server.sendChange(uri, 3, this.append(uri)) : undefined),
    ];
    await this.pick(misdeeds)();
  }

  private note(uri: string, text: string): { readonly text: string }[] {
    this.documents.set(uri, text);
    return [{ text }];
  }

  /** A change behind the end of the text, which counts as its end. */
  private append(uri: string): Parameters<LanguageServer['edit']>[1] {
    const text = this.pick(this.playground.pieces);
    this.documents.set(uri, (this.documents.get(uri) ?? '') + text);
    const behind = { line: 1_000_000, character: 7 };
    return [{ range: { start: behind, end: behind }, text }];
  }

  private anOpenOne(): string | undefined {
    return this.documents.size === 0 ? undefined : this.pick([...this.documents.keys()]);
  }

  private offsetIn(text: string): number {
    return wholeCharacter(text, Math.floor(this.random() * (text.length + 1)));
  }

  private positionAt(text: string, offset: number): { readonly line: number; readonly character: number } {
    const lines = text.slice(0, offset).split(/\r\n|\n|\r/);
    const last = lines.at(-1) ?? '';
    // Between CR and LF no line has begun yet.
    if (text[offset - 1] === '\r' && text[offset] === '\n') throw new Error('There is no such position');
    const character = this.playground.encoding === 'utf-8' ? Buffer.byteLength(last) : last.length;
    return { line: lines.length - 1, character };
  }

  private uriOf(file: string): string {
    return uriOfPath(this.pathOf(file));
  }

  private pathOf(file: string): string {
    return path.join(this.playground.folder.path, file);
  }

  private pick<T>(items: readonly T[]): T {
    const item = items[Math.floor(this.random() * items.length)];
    if (item === undefined) throw new Error('There is nothing to pick from');
    return item;
  }
}

/** The language that editors take a document for. */
export function languageOf(uri: string): string {
  if (uri.endsWith('.bicepparam')) return 'bicep-params';
  return uri.endsWith('json') ? 'json' : 'bicep';
}

/** An offset that is not within a character or an end of line. */
function wholeCharacter(text: string, offset: number): number {
  const inside = /^(?:[\ud800-\udbff][\udc00-\udfff]|\r\n)/.test(text.slice(Math.max(0, offset - 1), offset + 1));
  return inside ? offset + 1 : offset;
}
