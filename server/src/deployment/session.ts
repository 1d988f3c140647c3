import type { Uri } from '../base/uri';
import { readSourceFile } from '../model/source-file';
import type { SourceFile } from '../model/source-file';

/** Remembers what files were read as, by their text. The driver owns it; it holds nothing that depends on parameters. */
export class Session {
  private readonly known = new Map<Uri, { readonly text: string; readonly file: SourceFile | undefined }>();

  /** The file as it was read, anew only where its text is another. */
  read(uri: Uri, text: string): SourceFile | undefined {
    const known = this.known.get(uri);
    if (known?.text === text) return known.file;
    const file = readSourceFile(uri, text);
    this.known.set(uri, { text, file });
    return file;
  }

  /** Forgets every file but those that are still in use. */
  keep(uris: ReadonlySet<Uri>): void {
    for (const uri of this.known.keys()) if (!uris.has(uri)) this.known.delete(uri);
  }
}
