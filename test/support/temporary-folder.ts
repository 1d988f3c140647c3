import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface TemporaryFolder {
  /** Absolute, without symbolic links. */
  readonly path: string;
  /** Writes a file below the folder, and the folders that it needs. Returns its absolute path. */
  readonly write: (file: string, contents: string | Buffer) => string;
  readonly remove: () => void;
}

/** A new folder with these files, for one test. */
export function temporaryFolder(files: Readonly<Record<string, string | Buffer>> = {}): TemporaryFolder {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'pelint-test-')));
  const write = (file: string, contents: string | Buffer): string => {
    const full = path.join(root, file);
    mkdirSync(path.dirname(full), { recursive: true });
    writeFileSync(full, contents);
    return full;
  };
  for (const [file, contents] of Object.entries(files)) write(file, contents);
  return { path: root, write, remove: () => rmSync(root, { recursive: true, force: true }) };
}
