import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';

export interface ChangedFile {
  /** With forward slashes. */
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

/** The changes as a unified diff that `git apply` and `patch -p1` take; empty if there are none. */
export function formatDiff(changes: readonly ChangedFile[]): string {
  return changes
    .map(({ file, before, after }) =>
      createTwoFilesPatch(`a/${file}`, `b/${file}`, before, after, undefined, undefined, {
        context: 3,
        headerOptions: FILE_HEADERS_ONLY,
      }),
    )
    .join('');
}
