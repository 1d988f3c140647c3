import path from 'node:path';
import { inOneText, type Artefact } from '../../formats/artefact';
import type { Io } from '../io';
import { writeOutput } from '../outputs';

/**
 * Prints an artefact, or writes it to a file with those that it refers to beside it. Returns the exit status: 2 where something cannot be
 * written.
 */
export function printArtefact(artefact: Artefact, output: string | undefined, io: Io): number {
  if (output === undefined) {
    io.out(inOneText(artefact));
    return 0;
  }
  const { text, beside } = artefact;
  const files = [
    { name: output, text },
    ...beside.map((file) => ({ ...file, name: path.join(path.dirname(output), file.name) })),
  ];
  for (const file of files) {
    const failure = writeOutput(file.name, file.text, io.cwd);
    if (failure === undefined) continue;
    io.err(`pelint: ${failure}\n`);
    return 2;
  }
  return 0;
}
