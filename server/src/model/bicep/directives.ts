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
  return file.directives.map((directive) => ({
    span: spanOf(directive),
    effect: EFFECTS[directive.name],
    scope: undefined,
    codes: directive.codes.map((code) => ({ code: code.name, span: spanOf(code) })),
    reason: reasonOf(directive),
  }));
}

function reasonOf({ comment }: Directive): string | undefined {
  const reason = comment.trim().replace(/^--\s*/, '');
  return reason === '' ? undefined : reason;
}
