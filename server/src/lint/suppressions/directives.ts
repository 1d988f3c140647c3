import { LineIndex } from '../../base/line-index';
import type { Place } from '../../base/place';
import { contains } from '../../base/span';
import type { Uri } from '../../base/uri';
import type { Session } from '../../deployment/project/session';
import type { SuppressionDirective } from '../../model/template';
import { rules } from '../../rules/index';
import type { Rule } from '../../rules/rule';
import type { Finding } from '../finding';

/** A code in a directive: what it names is hidden where the directive says. */
export type SuppressedCode = SuppressionDirective['codes'][number];

/** Something in a file that hides a finding. */
export interface Hiding {
  readonly directive: SuppressionDirective;
  readonly code: SuppressedCode;
}

/** The directives of one file, whether compiler directives, comments or metadata. */
export class FileDirectives {
  /** Most files have no directive, and then nobody asks for lines. */
  private knownLines: LineIndex | undefined;

  constructor(
    readonly all: readonly SuppressionDirective[],
    private readonly text: string,
  ) {}

  /** What hides a finding, the nearest first. What counts is the line of the finding itself. */
  hiding(finding: Finding): readonly Hiding[] {
    const line = this.lineOf(finding.place.start);
    const next: Hiding[] = [];
    const nodes: Hiding[] = [];
    let open: Hiding[] = [];
    for (const directive of this.all) {
      const code = directive.codes.find((it) => names(it, finding));
      if (!code) continue;
      const own = this.lineOf(directive.span.end);
      const hiding = { directive, code };
      switch (directive.effect) {
        case 'next-line':
          if (own + 1 === line) next.push(hiding);
          break;
        case 'node':
          if (directive.scope && contains(directive.scope, finding.place)) nodes.push(hiding);
          break;
        case 'disable':
          if (own < line) open.push(hiding);
          break;
        case 'restore':
          if (own < line) open = [];
          break;
      }
    }
    return [...next, ...nodes.reverse(), ...open.reverse()];
  }

  /** The directive for the next line that stands right above the line of an offset. */
  directlyAbove(offset: number): SuppressionDirective | undefined {
    const line = this.all.length === 0 ? 0 : this.lineOf(offset);
    return this.all.findLast(({ effect, span }) => effect === 'next-line' && this.lineOf(span.end) + 1 === line);
  }

  /** What ends the range that a code in a `disable` begins, if anything does. */
  restoring({ directive, code }: Hiding): Hiding | undefined {
    for (const other of this.all.slice(this.all.indexOf(directive) + 1)) {
      const same = other.codes.find((it) => it.code.toLowerCase() === code.code.toLowerCase());
      if (same && other.effect === 'disable') return undefined;
      if (same && other.effect === 'restore') return { directive: other, code: same };
    }
    return undefined;
  }

  private lineOf(offset: number): number {
    this.knownLines ??= new LineIndex(this.text);
    return this.knownLines.positionAt(offset).line;
  }
}

export function directivesOf(uri: Uri, text: string | undefined, session: Session): FileDirectives {
  const file = text === undefined ? undefined : session.read(uri, text);
  const all = file?.kind === 'template' ? file.template.directives : (file?.parameters.directives ?? []);
  return new FileDirectives(all, text ?? '');
}

/** The rule that a code names, if it is one of ours. */
export function ruleOf(code: Pick<SuppressedCode, 'code'>): Rule | undefined {
  return rules.find(({ id, name }) => names(code, { ruleId: id, ruleName: name }));
}

/** The rule's ID or name, in any case. */
export function names(
  { code }: Pick<SuppressedCode, 'code'>,
  { ruleId, ruleName }: Pick<Finding, 'ruleId' | 'ruleName'>,
): boolean {
  return code.toUpperCase() === ruleId || code.toLowerCase() === ruleName;
}

export function placeOf(uri: Uri, { directive: { span } }: Hiding): Place {
  return { uri, start: span.start, end: span.end };
}
