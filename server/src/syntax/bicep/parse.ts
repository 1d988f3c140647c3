import type { Problem } from '../../base/problem';
import { Cursor } from './cursor';
import { BICEP_KEYWORDS, BICEP_PARAM_KEYWORDS, readStatements, type Keywords } from './grammar/statements';
import type { BicepFile, BicepParseResult } from './nodes';
import { scan } from './scanner';

/** Reads a `.bicep` file. Gives a tree and never throws, whatever the text is. */
export function parseBicep(text: string): BicepParseResult {
  return parse(text, 'bicep', BICEP_KEYWORDS);
}

/** Reads a `.bicepparam` file. Gives a tree and never throws, whatever the text is. */
export function parseBicepParam(text: string): BicepParseResult {
  return parse(text, 'bicepparam', BICEP_PARAM_KEYWORDS);
}

function parse(text: string, language: BicepFile['language'], keywords: Keywords): BicepParseResult {
  const scanned = scan(text);
  const cursor = new Cursor(scanned);
  const statements = readStatements(cursor, keywords);
  const { directives, tokens } = scanned;
  const tree: BicepFile = { kind: 'file', start: 0, end: text.length, language, statements, directives, tokens };
  return { tree, problems: inOrder(scanned.problems, cursor.problems), steps: cursor.steps };
}

function inOrder(scanning: readonly Problem[], parsing: readonly Problem[]): readonly Problem[] {
  return [...scanning, ...parsing].sort((a, b) => a.start - b.start || a.end - b.end);
}
