import { relativePath } from '../../host/paths';
import type { Io } from '../io';
import { writeOutput } from '../outputs';
import type { CheckCommandOptions } from './options';
import type { ProjectsResult } from './projects';

/** Prints the diff in place of what people would read; the other formats have nothing to say. Returns what went wrong, in sentences. */
export async function printDiff(
  { changes }: ProjectsResult,
  { outputs }: CheckCommandOptions,
  io: Io,
): Promise<readonly string[]> {
  // Most runs print no diff, so most do not load the library.
  const { formatDiff } = await import('../../formats/diff');
  const text = formatDiff(changes.map((change) => ({ file: relativePath(io.cwd, change.uri), ...change })));
  const file = outputs.find(({ format }) => format === 'stylish')?.file;
  for (const { format } of outputs.filter((it) => it.format !== 'stylish')) {
    io.err(`pelint: --diff prints a diff instead of findings, so there is nothing for --format ${format}\n`);
  }
  const failure = file === undefined ? void io.out(text) : writeOutput(file, text, io.cwd);
  return failure === undefined ? [] : [failure];
}
