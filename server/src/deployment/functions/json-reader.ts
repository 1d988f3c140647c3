import type { Entry, TextSegment, Trail, Value } from '../values/value';
import { array, boolean, nullValue, number, object, textOf, unknown } from '../values/values';
import { cut, knownPrefix } from './segments';

/** Deeper JSON is not read. */
const DEEPEST = 100;

const SPACE = /(?:\s|\/\/[^\n]*|\/\*[^]*?\*\/)*/y;
const NAME = /[A-Za-z_$][\w$]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])/y;
const ESCAPE = String.raw`\\(?:u[0-9a-fA-F]{4}|["'\\/bfnrt])`;
const STRING = new RegExp(String.raw`"[^"\\]*(?:${ESCAPE}[^"\\]*)*"|'[^'\\]*(?:${ESCAPE}[^'\\]*)*'`, 'y');

/**
 * Reads what the engine's `json()` takes: JSON, also with comments, single quotes, bare names and a comma at the end. Texts keep the
 * place where they are written. Undefined for anything else.
 */
export function readJson(
  source: readonly TextSegment[],
  trail: Trail,
  step: (count: number) => void,
): Value | undefined {
  const reader = new JsonReader(source, knownPrefix(source), trail, step);
  const value = reader.value(0);
  return value && reader.isAtEnd() ? value : undefined;
}

class JsonReader {
  private at = 0;

  constructor(
    private readonly source: readonly TextSegment[],
    private readonly text: string,
    private readonly trail: Trail,
    private readonly step: (count: number) => void,
  ) {}

  isAtEnd(): boolean {
    this.take(SPACE);
    return this.at === this.text.length;
  }

  value(depth: number): Value | undefined {
    this.step(1);
    this.take(SPACE);
    if (depth > DEEPEST) return undefined;
    if (this.skip('{')) return this.members(depth);
    if (this.skip('[')) return this.items(depth);
    return this.string() ?? this.number() ?? this.word();
  }

  private members(depth: number): Value | undefined {
    const entries = new Map<string, Entry>();
    while (!this.skips('}')) {
      const name = this.name();
      if (name === undefined || !this.skips(':')) return undefined;
      const value = this.value(depth + 1);
      if (!value) return undefined;
      entries.set(name, { value, key: undefined });
      if (this.skips(',')) continue;
      return this.skip('}') ? object(entries, false, this.trail) : undefined;
    }
    return object(entries, false, this.trail);
  }

  private items(depth: number): Value | undefined {
    const items: Value[] = [];
    while (!this.skips(']')) {
      const value = this.value(depth + 1);
      if (!value) return undefined;
      items.push(value);
      if (this.skips(',')) continue;
      return this.skip(']') ? array(items, false, this.trail) : undefined;
    }
    return array(items, false, this.trail);
  }

  private name(): string | undefined {
    const string = this.string();
    if (string?.kind === 'text') return knownPrefix(string.segments);
    return this.take(NAME) || undefined;
  }

  private string(): Value | undefined {
    const start = this.at;
    const quoted = this.take(STRING);
    if (!quoted) return undefined;
    this.step(this.source.length);
    const inner = quoted.slice(1, -1);
    if (!inner.includes('\\')) return textOf(cut(this.source, start + 1, this.at - 1) ?? [], this.trail);
    const text = inner.replace(/\\(?:u([0-9a-fA-F]{4})|(.))/g, (_, code?: string, letter?: string) =>
      code === undefined ? (ESCAPES.get(letter ?? '') ?? letter ?? '') : String.fromCharCode(Number.parseInt(code, 16)),
    );
    const [first] = cut(this.source, start + 1, this.at - 1) ?? [];
    const trail = first?.kind === 'known' ? first.trail : undefined;
    return textOf([{ kind: 'known', text, trail, offset: undefined }], this.trail);
  }

  private number(): Value | undefined {
    const digits = this.take(NUMBER);
    if (!digits) return undefined;
    const value = Number(digits);
    if (!Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value))) return undefined;
    // To the engine 1.0 is not 1, which a value cannot say.
    if (Number.isInteger(value) && /[.eE]/.test(digits))
      return unknown('it is no whole number', `float(${digits})`, this.trail);
    return number(value + 0, this.trail);
  }

  private word(): Value | undefined {
    switch (this.take(NAME)) {
      case 'true':
        return boolean(true, this.trail);
      case 'false':
        return boolean(false, this.trail);
      case 'null':
        return nullValue(this.trail);
      default:
        return undefined;
    }
  }

  /** Whether a sign follows, after blanks; then it is taken. */
  private skips(sign: string): boolean {
    this.take(SPACE);
    const found = this.skip(sign);
    if (found) this.take(SPACE);
    return found;
  }

  private skip(sign: string): boolean {
    if (this.text[this.at] !== sign) return false;
    this.at++;
    return true;
  }

  private take(pattern: RegExp): string {
    const sticky = new RegExp(pattern);
    sticky.lastIndex = this.at;
    const found = sticky.exec(this.text)?.[0] ?? '';
    this.at += found.length;
    return found;
  }
}

const ESCAPES: ReadonlyMap<string, string> = new Map(Object.entries({ b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' }));
