const explanations: ReadonlyMap<string, string> = new Map([
  ['EACCES', 'permission denied'],
  ['EISDIR', 'it is a folder'],
  ['ELOOP', 'its symbolic links lead in a circle'],
  ['EMFILE', 'too many open files'],
  ['ENAMETOOLONG', 'the name is too long'],
  ['ENOENT', 'no such file or folder'],
  ['ENOSPC', 'no space left on the device'],
  ['ENOTDIR', 'a part of the path is no folder'],
  ['EPERM', 'permission denied'],
  ['EROFS', 'the file system is read-only'],
]);

/** The system's name of an error, such as ENOENT; undefined for errors that are not the system's. */
export function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** Why the system refused, in plain words without the path. */
export function systemMessage(error: unknown): string {
  const code = systemCode(error);
  const explanation = code === undefined ? undefined : explanations.get(code);
  return explanation ?? (error instanceof Error ? error.message : String(error));
}
