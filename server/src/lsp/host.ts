import type { Uri } from '../base/uri';
import type { ModuleLocations, ReadProblem } from '../lint/check';

/** What the server needs of the machine that it runs on. */
export interface ServerHost {
  /** The text on disk, undefined where there is none; what cannot be read is a problem. Never rejects. */
  read(uri: Uri): Promise<string | ReadProblem | undefined>;
  /** Changes whenever the file does; undefined where that cannot be told, and the file must be read to know. Never throws. */
  stamp(uri: Uri): string | undefined;
  /** The root folder of the project that a document belongs to, given the folders that are open in the editor; undefined for a document outside any file system. */
  projectRoot(uri: Uri, workspaceFolders: readonly Uri[]): Promise<Uri | undefined>;
  /** Where modules from registries are looked for; undefined where there is no cache of them, as in a browser. */
  readonly modules?: ModuleLocations | undefined;
  /** Lets other events be seen to in the midst of long work; undefined where it is not time yet. Without it, work is done in one go. */
  pause?(): Promise<void> | undefined;
  /** The day, as `2027-06-30`. */
  today(): string;
  /** Where a document really lies, links followed; itself where that cannot be told. */
  realUri(uri: Uri): Uri;
  /** Every file below a project's root that may be a template or a parameter file; undefined where they cannot be listed now. Never rejects. */
  projectFiles(root: Uri): Promise<readonly Uri[] | undefined>;
}
