import type { Problem } from '../../base/problem';
import type { Identifier } from '../expression';
import { Char, codeAt, isBlank, isLineBreak, isWordPart } from './characters';
import type { Directive } from './nodes';

const NAMES = ['disable-next-line', 'disable-diagnostics', 'restore-diagnostics'] as const;

export interface ScannedDirective {
  readonly directive: Directive;
  readonly problem: Problem | undefined;
}

/**
 * Reads the directive whose `#` stands at `start`; undefined where there is none. The caller knows that nothing but blanks
 * stands before it on its line. Codes are separated by blanks; behind the first character that neither belongs to a code
 * nor separates two, the line is read as code again.
 */
export function readDirective(text: string, start: number): ScannedDirective | undefined {
  const name = NAMES.find((candidate) => text.startsWith(candidate, start + 1));
  if (name === undefined) return undefined;
  const codes: Identifier[] = [];
  let end = start + 1 + name.length;
  for (;;) {
    let codeStart = end;
    while (isBlank(codeAt(text, codeStart))) codeStart++;
    const codeEnd = endOfCode(text, codeStart);
    if (codeEnd === codeStart) break;
    codes.push({ kind: 'identifier', start: codeStart, end: codeEnd, name: text.slice(codeStart, codeEnd) });
    end = codeEnd;
    if (!isBlank(codeAt(text, end))) break;
  }
  const directive: Directive = { kind: 'directive', start, end, name, codes, comment: commentBehind(text, end) };
  return { directive, problem: codes.length === 0 ? missingCodes(directive) : undefined };
}

function missingCodes({ start, end, name }: Directive): Problem {
  return { start, end, message: `Expected the codes of one or more findings after '#${name}', separated by blanks.` };
}

function endOfCode(text: string, start: number): number {
  let end = start;
  while (isWordPart(codeAt(text, end)) || codeAt(text, end) === Char.Minus) end++;
  return end;
}

function commentBehind(text: string, offset: number): string {
  let start = offset;
  while (isBlank(codeAt(text, start))) start++;
  if (!text.startsWith('//', start)) return '';
  let end = start + 2;
  while (end < text.length && !isLineBreak(codeAt(text, end))) end++;
  return text.slice(start + 2, end);
}
