import type { Uri } from '../base/uri';
import type { Documents } from './documents';
import type { ServerHost } from './host';
import { innermostFolder, isBelow } from './workspace-folders';

/** Which open documents belong to which project, and which files a project has. */
export class Projects {
  private readonly roots = new Map<Uri, Promise<Uri>>();
  private readonly files = new Map<Uri, Promise<readonly Uri[] | undefined>>();
  private workspaceFolders: readonly Uri[] = [];

  constructor(
    private readonly host: ServerHost,
    private readonly documents: Documents,
  ) {}

  setWorkspaceFolders(folders: readonly Uri[]): void {
    this.workspaceFolders = folders;
    this.forget();
  }

  /** The project of a document, named by its root. A document outside any file system is a project by itself. */
  of(uri: Uri): Promise<Uri> {
    const known = this.roots.get(uri);
    if (known !== undefined) return known;
    const root = this.host.projectRoot(uri, this.workspaceFolders).then((found) => found ?? uri);
    // What is not open is asked for rarely, and nobody says when it is no longer needed.
    if (this.documents.get(uri) !== undefined) keep(this.roots, uri, root);
    return root;
  }

  /** The folders of the workspace within a project: each may have settings of its own. */
  foldersIn(project: Uri): readonly Uri[] {
    return this.workspaceFolders.filter((folder) => folder !== project && isBelow(project, folder));
  }

  /** For what a client is to be asked that has settings for a document. Above its folders it has none. */
  async settingsScope(uri: Uri): Promise<Uri> {
    const project = await this.of(uri);
    return innermostFolder(uri, this.foldersIn(project)) ?? project;
  }

  /** The open documents of a project. */
  async openDocuments(project: Uri): Promise<readonly Uri[]> {
    const open: Uri[] = [];
    for (const uri of this.documents.openUris) {
      if ((await this.of(uri)) === project) open.push(uri);
    }
    return open;
  }

  /** Every file of a project: those on disk and those that are only open so far. */
  async filesOf(project: Uri): Promise<readonly Uri[]> {
    if (this.documents.get(project) !== undefined) return [project];
    const open = await this.openDocuments(project);
    const known = this.files.get(project) ?? this.host.projectFiles(project);
    keep(this.files, project, known);
    const files = await known;
    // What could not be listed now is tried again.
    if (files === undefined && this.files.get(project) === known) this.files.delete(project);
    return [...new Set([...(files ?? []), ...open])];
  }

  /** A document was closed. */
  closed(uri: Uri): void {
    this.roots.delete(uri);
  }

  /** None of a project's documents is open any more. */
  forgetFilesOf(project: Uri): void {
    this.files.delete(project);
  }

  /** Files have come or gone: projects are looked for and listed anew. */
  forget(): void {
    this.roots.clear();
    this.files.clear();
  }
}

/** Remembers an answer; one that failed is asked for again. */
function keep<T>(answers: Map<Uri, Promise<T>>, uri: Uri, answer: Promise<T>): void {
  answers.set(uri, answer);
  answer.catch(() => answers.get(uri) === answer && answers.delete(uri));
}
