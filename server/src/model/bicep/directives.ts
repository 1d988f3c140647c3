import type { BicepFile, Directive } from '../../syntax/bicep/nodes';
import type { SuppressionDirective } from '../template';
import { spanOf } from './resources';

const EFFECTS = {
  'disable-next-line': 'next-line',
  'disable-diagnostics': 'disable',
  'restore-diagnostics': 'restore',
} as const;

/** The compiler's own directives. They may name the compiler's rules too; whose code it is decides the reader. */
export function lowerDirectives(file: BicepFile): readonly SuppressionDirective[] {
  return file.directives.map((directive) => {
    const dashes = directive.codes.findIndex((code) => code.name === '--');
    const codes = dashes < 0 ? directive.codes : directive.codes.slice(0, dashes);
    return {
      span: spanOf(directive),
      effect: EFFECTS[directive.name],
      scope: undefined,
      codes: codes.map((code) => ({ code: code.name, span: spanOf(code) })),
      reason: reasonOf(directive, dashes),
    };
  });
}

/** A comment behind the codes, or the words behind `--`, which the compiler takes for codes that it does not know. */
function reasonOf({ codes, comment }: Directive, dashes: number): string | undefined {
  const words = dashes < 0 ? [] : codes.slice(dashes + 1).map((code) => code.name);
  const reason = [...words, comment.trim().replace(/^--\s*/, '')].join(' ').trim();
  return reason === '' ? undefined : reason;
}
