import type { Problem } from '../../base/problem';
import type { Span } from '../../base/span';
import type { Call, Expression, Identifier, MethodCall, NumberLiteral, Skipped, StringLiteral } from '../expression';
import { ExpressionScanner } from './expression-scanner';
import { MAX_DEPTH } from './readable-json';

/** Where an expression is written: between two offsets of `source`, which is the file itself or a JSON string without its escapes. */
export interface ExpressionSource {
  readonly source: string;
  readonly start: number;
  readonly end: number;
  /** The file's offset of each character of `source`; undefined where `source` is the file. */
  readonly offsets: Int32Array | undefined;
}

/** Numbers are 64-bit integers: https://learn.microsoft.com/azure/azure-resource-manager/templates/data-types#integers. */
const INTEGER_LIMIT = 2 ** 63;

/**
 * Parses what stands between the brackets of `[…]`. Never throws: the first thing that does not fit is reported to `problems`,
 * and a `Skipped` node stands for what could not be read. Spans are offsets in the file.
 */
export function parseExpression(source: ExpressionSource, problems: Problem[]): Expression {
  return new ExpressionParser(source, problems).parse();
}

/**
 * Recursive descent over
 *
 *     expression = (string | number | call) { '.' identifier | '[' expression ']' }
 *     call       = identifier ['.' identifier] '(' [expression { ',' expression }] ')'
 *
 * `true`, `false` and `null` are functions in this language.
 */
class ExpressionParser {
  private readonly scanner: ExpressionScanner;
  private failed = false;
  /** How many expressions enclose the current place. */
  private depth = 0;
  /** The height of the tree that was made last. Bounded, as later passes recurse over the tree. */
  private height = 0;

  constructor(
    private readonly origin: ExpressionSource,
    private readonly problems: Problem[],
  ) {
    this.scanner = new ExpressionScanner(origin.source, origin.start, origin.end);
  }

  parse(): Expression {
    const expression = this.parseOperand();
    if (this.scanner.kind === 'end') return expression;
    this.fail('the expression should end');
    return { kind: 'skipped', ...this.fileSpan(this.origin.start, this.origin.end) };
  }

  private parseOperand(): Expression {
    this.depth++;
    const operand = this.depth > MAX_DEPTH ? this.refuseDepth() : this.parsePostfix(this.parsePrimary());
    this.depth--;
    return operand;
  }

  private parsePrimary(): Expression {
    const { scanner } = this;
    this.height = 1;
    switch (scanner.kind) {
      case 'identifier':
        return this.parseCall();
      case 'string':
        return this.takeString();
      case 'number':
        return this.takeNumber();
      case 'openString':
        this.fail("the text should end with a ' (a quote inside it is doubled)");
        return this.skipRest();
      default:
        this.fail('a value is expected: a function call, a text in single quotes or a number');
        return { kind: 'skipped', ...this.emptySpan() };
    }
  }

  private parsePostfix(primary: Expression): Expression {
    const { scanner } = this;
    let target = primary;
    while (!this.failed && (scanner.kind === '.' || scanner.kind === '[')) {
      target = scanner.kind === '.' ? this.parseMember(target) : this.parseIndex(target);
      if (++this.height > MAX_DEPTH) return this.refuseDepth();
    }
    return target;
  }

  private parseMember(target: Expression): Expression {
    this.scanner.advance();
    const name = this.takeIdentifier('a property name is expected behind the dot');
    return { kind: 'member', start: target.start, end: name.end, target, name, safe: false };
  }

  private parseIndex(target: Expression): Expression {
    const below = this.height;
    this.scanner.advance();
    const index = this.parseOperand();
    this.height = Math.max(this.height, below);
    const end = this.takeClosing(']', index.end);
    return { kind: 'index', start: target.start, end, target, index, safe: false, fromEnd: false };
  }

  /** A lone name is skipped text: it means nothing in this language. */
  private parseCall(): Call | MethodCall | Skipped {
    const { scanner } = this;
    const first = this.takeIdentifier('a function is expected');
    let name: Identifier | undefined;
    if (scanner.kind === '.') {
      scanner.advance();
      name = this.takeIdentifier('a function of the namespace is expected behind the dot');
    }
    if (scanner.kind !== '(') {
      this.fail(`a ( is expected behind ${JSON.stringify((name ?? first).name)}: only functions have a value`);
      return { kind: 'skipped', start: first.start, end: (name ?? first).end };
    }
    const { items, end } = this.parseArguments();
    const span = { start: first.start, end };
    if (name === undefined) return { kind: 'call', ...span, name: first, arguments: items };
    return { kind: 'methodCall', ...span, target: first, name, arguments: items };
  }

  private parseArguments(): { readonly items: readonly Expression[]; readonly end: number } {
    const { scanner } = this;
    const items: Expression[] = [];
    let tallest = 0;
    let end = this.fileOffset(scanner.end);
    scanner.advance();
    if (scanner.kind !== ')') {
      for (;;) {
        const item = this.parseOperand();
        items.push(item);
        tallest = Math.max(tallest, this.height);
        end = item.end;
        if (this.failed || scanner.kind !== ',') break;
        scanner.advance();
      }
    }
    this.height = tallest + 1;
    return { items, end: this.takeClosing(')', end) };
  }

  /** Returns the offset behind the bracket, or `missing` where it is not there. */
  private takeClosing(bracket: ')' | ']', missing: number): number {
    const { scanner } = this;
    if (scanner.kind !== bracket) {
      this.fail(bracket === ')' ? 'a comma or a ) is expected' : 'a ] is expected');
      return missing;
    }
    const end = this.fileOffset(scanner.end);
    scanner.advance();
    return end;
  }

  private takeIdentifier(expected: string): Identifier {
    const { scanner } = this;
    if (scanner.kind !== 'identifier') {
      this.fail(expected);
      return { kind: 'identifier', ...this.emptySpan(), name: '' };
    }
    const identifier: Identifier = { kind: 'identifier', ...this.tokenSpan(), name: scanner.text };
    scanner.advance();
    return identifier;
  }

  private takeString(): StringLiteral {
    const { scanner } = this;
    const span = this.tokenSpan();
    const raw = scanner.source.slice(scanner.start + 1, scanner.end - 1);
    const value = raw.includes("'") ? raw.replaceAll("''", "'") : raw;
    // The quotes are two characters; anything more than they and the value is an escape, of ARM or of JSON.
    const exact = span.end - span.start === value.length + 2;
    const contentStart = this.fileOffset(scanner.start + 1);
    scanner.advance();
    return { kind: 'string', ...span, value, contentStart, exact };
  }

  private takeNumber(): NumberLiteral {
    const { scanner } = this;
    const span = this.tokenSpan();
    const value = Number(scanner.text);
    if (/[.e]/i.test(scanner.text)) this.fail('a whole number is expected: ARM expressions know no fractions');
    else if (Math.abs(value) > INTEGER_LIMIT) this.fail('a smaller number is expected: numbers have 64 bits');
    scanner.advance();
    return { kind: 'number', ...span, value };
  }

  private refuseDepth(): Expression {
    this.fail(`an end is expected: the expression is nested more than ${String(MAX_DEPTH)} levels deep`);
    return this.skipRest();
  }

  private skipRest(): Expression {
    const start = this.scanner.start;
    this.scanner.finish();
    return { kind: 'skipped', ...this.fileSpan(start, this.origin.end) };
  }

  /** Reports what was expected at the current token. One problem an expression is enough: what follows from it is noise. */
  private fail(expected: string): void {
    if (this.failed) return;
    this.failed = true;
    const { scanner } = this;
    if (scanner.kind === 'end') {
      const end = this.fileOffset(this.origin.end);
      this.problems.push({ start: end, end: end + 1, message: `In this expression ${expected}, but it ends here.` });
    } else {
      const found = JSON.stringify(scanner.text);
      this.problems.push({ ...this.tokenSpan(), message: `In this expression ${expected}, but there is ${found}.` });
    }
  }

  private tokenSpan(): Span {
    return this.fileSpan(this.scanner.start, this.scanner.end);
  }

  private emptySpan(): Span {
    return this.fileSpan(this.scanner.start, this.scanner.start);
  }

  private fileSpan(start: number, end: number): Span {
    return { start: this.fileOffset(start), end: this.fileOffset(end) };
  }

  private fileOffset(offset: number): number {
    const { offsets } = this.origin;
    return offsets === undefined ? offset : (offsets[offset] ?? offset);
  }
}
