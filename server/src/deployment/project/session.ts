import { changedPart } from '../../base/changed-part';
import type { Steps } from '../../base/steps';
import { resolveUri } from '../../base/uri';
import type { Uri } from '../../base/uri';
import { readSourceFile } from '../../model/source-file';
import type { SourceFile } from '../../model/source-file';
import type { Expression } from '../../syntax/expression';
import { scanFile } from './project';
import type { FileScan } from './project';

interface FoundWords {
  readonly text: string;
  readonly found: ReadonlySet<string>;
}

/** Remembers what files were read as, by their text. The driver owns it; it holds nothing that depends on parameters. */
export class Session {
  private readonly known = new Map<Uri, { readonly text: string; readonly file: SourceFile | undefined }>();

  private readonly targets = new Map<Uri, Map<string, Uri>>();
  private readonly scans = new Map<Uri, { readonly text: string; readonly scan: FileScan }>();

  private readonly results = new Map<
    string,
    { readonly texts: ReadonlyMap<Uri, string | undefined>; readonly result: unknown }
  >();

  private readonly foundWords = new Map<Uri, FoundWords>();
  private readonly documents = new Map<Uri, { readonly text: string; readonly root: Expression | undefined }>();
  private parseYaml: ((text: string) => Expression | undefined) | undefined;

  /** `words` are those that `words()` looks for, in lower case. */
  constructor(private readonly lookedFor: readonly string[] = []) {}

  /** The file as it was read, anew only where its text is another. */
  read(uri: Uri, text: string): SourceFile | undefined {
    const known = this.known.get(uri);
    if (known?.text === text) return known.file;
    const file = readSourceFile(uri, text);
    this.known.set(uri, { text, file });
    return file;
  }

  /** What the file's text says without being parsed, looked for anew only where the text is another. */
  scan(uri: Uri, text: string): FileScan {
    const known = this.scans.get(uri);
    if (known?.text === text) return known.scan;
    const scan = scanFile(uri, text);
    this.scans.set(uri, { text, scan });
    return scan;
  }

  /** Which of the words that are looked for a file's text may hold, in whatever case and however it is written; looked for anew only where the text is another. */
  words(uri: Uri, text: string): ReadonlySet<string> {
    const known = this.foundWords.get(uri);
    if (known?.text === text) return known.found;
    const found = new Set((known && wordsAfterChange(known, text, this.lookedFor)) ?? wordsIn(text, this.lookedFor));
    this.foundWords.set(uri, { text, found });
    return found;
  }

  /** What a relative path names when it stands in a file. A large project has thousands, and every check asks for all of them. */
  resolve(from: Uri, path: string): Uri {
    const known = this.targets.get(from) ?? new Map<string, Uri>();
    this.targets.set(from, known);
    const target = known.get(path) ?? resolveUri(from, path);
    known.set(path, target);
    return target;
  }

  /** Makes the session able to read YAML. Loading the library takes as long as a small check, and hardly any template needs it. */
  async learnYaml(): Promise<void> {
    this.parseYaml ??= (await import('../../syntax/yaml/parse')).parseYaml;
  }

  /** The first document of a YAML file; undefined for what is none, and before `learnYaml`. */
  yaml(uri: Uri, text: string): Expression | undefined {
    const known = this.documents.get(uri);
    if (known?.text === text || !this.parseYaml) return known?.root;
    const root = this.parseYaml(text);
    this.documents.set(uri, { text, root });
    return root;
  }

  /**
   * A result that is computed in steps from some files, anew only where the text of one of them is another or one has come or gone. What else it
   * depends on belongs into the key; a key stands for one type of result.
   */
  *remember<T>(key: string, files: readonly Uri[], texts: ReadonlyMap<Uri, string>, compute: () => Steps<T>): Steps<T> {
    const known = this.results.get(key);
    const same = known && sameTexts(known.texts, files, texts);
    if (same) return known.result as T;
    const result = yield* compute();
    this.results.set(key, { texts: new Map(files.map((uri) => [uri, texts.get(uri)])), result });
    return result;
  }

  /** Forgets every file but those that are still in use. */
  keep(uris: ReadonlySet<Uri>): void {
    for (const uri of this.known.keys()) if (!uris.has(uri)) this.known.delete(uri);
    for (const uri of this.targets.keys()) if (!uris.has(uri)) this.targets.delete(uri);
    for (const uri of this.scans.keys()) if (!uris.has(uri)) this.scans.delete(uri);
    for (const uri of this.documents.keys()) if (!uris.has(uri)) this.documents.delete(uri);
    for (const uri of this.foundWords.keys()) if (!uris.has(uri)) this.foundWords.delete(uri);
    for (const [key, { texts }] of this.results)
      if ([...texts].some(([uri, text]) => text !== undefined && !uris.has(uri))) this.results.delete(key);
  }
}

/** What hides words from a search: letters written as escapes, in YAML also a break within a word, and functions that decode a text. */
const HIDING = /\\[ux\r\n]|base64To|uriComponentToString|dataUriToString/i;
/** The length of the longest thing that hides a word. */
const HIDING_LENGTH = 'uriComponentToString'.length;

function wordsIn(text: string, words: readonly string[]): readonly string[] {
  if (HIDING.test(text)) return words;
  const lower = text.toLowerCase();
  return words.filter((word) => lower.includes(word));
}

/** The words in a text that was another before, by what has changed alone; undefined where that may have taken one away. */
function wordsAfterChange(before: FoundWords, text: string, words: readonly string[]): readonly string[] | undefined {
  const { start, endBefore, endAfter } = changedPart(before.text, text);
  const around = Math.max(HIDING_LENGTH, ...words.map((word) => word.length));
  const from = Math.max(0, start - around);
  if (wordsIn(before.text.slice(from, endBefore + around), words).length > 0) return undefined;
  return [...before.found, ...wordsIn(text.slice(from, endAfter + around), words)];
}

function sameTexts(
  known: ReadonlyMap<Uri, string | undefined>,
  files: readonly Uri[],
  texts: ReadonlyMap<Uri, string>,
): boolean {
  return known.size === files.length && files.every((uri) => known.has(uri) && known.get(uri) === texts.get(uri));
}
