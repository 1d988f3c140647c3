import { LineIndex, type Position } from '../base/line-index';
import { normalizeUri, uriPath, type Uri } from '../base/uri';
import type { ReadProblem } from '../lint/check';
import type { ConnectedClient } from './client';
import { Ranges } from './convert';
import type { ServerHost } from './host';
import { RestrictedFiles } from './restricted-files';
import { isBelow } from './workspace-folders';

/** A document as it stands in the editor. Its places are found by `Documents.offsetAt`, which counts as the client does. */
export interface OpenDocument {
  /** As the client names it. */
  readonly uri: string;
  readonly languageId: string;
  readonly version: number;
  getText(): string;
}

type DiskText = string | ReadProblem | undefined;

interface DiskFile {
  readonly stamp: string | undefined;
  readonly text: Promise<DiskText>;
}

/** The texts as the user sees them: what is typed and not yet saved comes before what is on disk. */
export class Documents {
  private readonly opened = new Map<Uri, OpenDocument>();
  private readonly identities = new Map<string, Uri>();
  private readonly onDisk = new Map<Uri, DiskFile>();
  private readonly restricted: RestrictedFiles;
  private watches: (uri: Uri) => boolean = () => false;
  private readonly closeListeners: ((uri: Uri) => void)[] = [];

  constructor(
    private readonly host: ServerHost,
    private readonly client: Pick<ConnectedClient, 'positionEncoding' | 'isTrusted' | 'workspaceFolders'>,
  ) {
    this.restricted = new RestrictedFiles(client, host);
  }

  /** A document was opened. Returns the URI by which it is known from now on. */
  opens(document: OpenDocument): Uri {
    const uri = uriWithExtension(document);
    // Opened anew as of another language, it may have another extension.
    this.opened.delete(this.uriOf(document.uri));
    this.identities.set(document.uri, uri);
    this.opened.set(uri, document);
    return uri;
  }

  /** A document was closed. Returns the URI by which it was known. */
  closes(document: OpenDocument): Uri {
    const uri = this.uriOf(document.uri);
    this.identities.delete(document.uri);
    // The client may have opened it again meanwhile under another spelling of its name.
    if (this.opened.get(uri)?.uri === document.uri) this.opened.delete(uri);
    for (const listener of this.closeListeners) listener(uri);
    return uri;
  }

  /** Says who hears of every document that is closed. */
  onClose(listener: (uri: Uri) => void): void {
    this.closeListeners.push(listener);
  }

  /** The URI by which a document is known, given the client's. */
  uriOf(clientUri: string): Uri {
    return this.identities.get(clientUri) ?? normalizeUri(clientUri);
  }

  /** The open document of that name. */
  get(uri: Uri): OpenDocument | undefined {
    return this.opened.get(uri);
  }

  /** The offset of a client's position in a document's text; undefined for one that is not open. */
  offsetAt(uri: Uri, position: Position): number | undefined {
    const document = this.opened.get(uri);
    return document && new LineIndex(document.getText(), this.client.positionEncoding).offsetAt(position);
  }

  /** Turns places in some texts into what the client understands. */
  rangesIn(texts: ReadonlyMap<Uri, string>): Ranges {
    return new Ranges(texts, this.client.positionEncoding);
  }

  get openUris(): readonly Uri[] {
    return [...this.opened.keys()];
  }

  /** The URI by which the client knows a document. */
  clientUri(uri: Uri): string {
    return this.opened.get(uri)?.uri ?? uri;
  }

  /** Says of which files the client reports every change on disk. Others are looked at anew whenever they are asked for. */
  areWatched(watches: (uri: Uri) => boolean): void {
    this.watches = watches;
  }

  /** Whether the client says when a file changes on disk. */
  isWatched(uri: Uri): boolean {
    return this.watches(uri);
  }

  changedOnDisk(uri: Uri): void {
    this.onDisk.delete(uri);
  }

  /** A file is gone from the disk, or a folder with all that is in it. Returns whether anything of that was read before. */
  goneFromDisk(uri: Uri): boolean {
    const gone = [...this.onDisk.keys()].filter((known) => isBelow(uri, known));
    for (const known of gone) this.onDisk.delete(known);
    return gone.length > 0;
  }

  /** What is on disk is read anew: more of it may be read now, or less is needed. */
  forgetDisk(): void {
    this.onDisk.clear();
  }

  /** The text of a document, as CheckHost wants it. */
  read(uri: Uri): Promise<DiskText> {
    const document = this.opened.get(uri);
    if (document !== undefined) return Promise.resolve(document.getText());
    if (!this.restricted.mayRead(uri, this.opened.keys())) return Promise.resolve(undefined);
    const stamp = this.watches(uri) ? 'watched' : this.host.stamp(uri);
    const known = this.onDisk.get(uri);
    if (known !== undefined && stamp !== undefined && known.stamp === stamp) return known.text;
    const text = this.host.read(uri);
    this.onDisk.set(uri, { stamp, text });
    // What is not there is cheap to look for, and may come with a folder of which alone the client tells.
    void text.then((found) => found === undefined && this.onDisk.get(uri)?.text === text && this.onDisk.delete(uri));
    return text;
  }
}

/**
 * A file's extension tells its language everywhere but in an editor, where a new document has none and the user may call
 * any file a template: such a document gets the extension that its language stands for.
 */
function uriWithExtension({ uri, languageId }: OpenDocument): Uri {
  const normal = normalizeUri(uri);
  if (/\.(bicep|bicepparam|jsonc?)$/i.test(uriPath(normal))) return normal;
  return `${normal}${languageId === 'bicep' ? '.bicep' : languageId === 'bicep-params' ? '.bicepparam' : '.json'}`;
}
