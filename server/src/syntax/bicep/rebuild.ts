import type { BicepFile } from './nodes';
import type { Tokens } from './tokens';
import { bicepChildren, type BicepNode } from './walk';

/**
 * The text of a file, put together again by a walk over its tree: each node gives its own tokens and, in between, the text of
 * its children. It equals what was read as long as children lie within their parents, in order and without overlap.
 */
export function rebuild(file: BicepFile): string {
  const pieces: string[] = [];
  const { tokens } = file;
  const last = write(file, tokens, 0, pieces);
  for (let index = last; index < tokens.count; index++) pieces.push(pieceOf(tokens, index));
  return pieces.join('');
}

/** Writes a node whose first token is at `from`; returns the index of the first token behind it. */
function write(node: BicepNode, tokens: Tokens, from: number, pieces: string[]): number {
  let index = from;
  for (const child of bicepChildren(node)) {
    for (; startOf(tokens, index) < child.start; index++) pieces.push(pieceOf(tokens, index));
    if (child.end > child.start) index = write(child, tokens, index, pieces);
  }
  for (; index < tokens.count - 1 && (tokens.ends[index] ?? 0) <= node.end; index++)
    pieces.push(pieceOf(tokens, index));
  return index;
}

/** A token with the blanks and comments before it. */
function pieceOf(tokens: Tokens, index: number): string {
  return tokens.text.slice(tokens.ends[index - 1] ?? 0, tokens.ends[index]);
}

function startOf(tokens: Tokens, index: number): number {
  return tokens.starts[index] ?? Infinity;
}
