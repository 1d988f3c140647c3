import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { globSync } from 'tinyglobby';
import { parseBicep, parseBicepParam } from '../../../../server/src/syntax/bicep/parse';
import { rebuild } from '../../../../server/src/syntax/bicep/rebuild';
import { scan } from '../../../../server/src/syntax/bicep/scanner';
import { randomNumbers } from '../../../support/random';
import { sharedPath } from '../../../support/shared';
import { invalidBicep, invalidBicepParam, validBicep, validBicepParam } from './probes';

const SEED = 20_251_123;
const STEPS_PER_CHARACTER = 12;
const ROUNDS = 4000;

describe('Robustness of the Bicep reader', () => {
  it('survives a cut at each offset of each probe', () => {
    for (const { text } of [...validBicep, ...invalidBicep]) {
      for (let end = 0; end <= text.length; end++) survive(parseBicep, text.slice(0, end));
      for (let start = 0; start <= text.length; start++) survive(parseBicep, text.slice(start));
    }
    for (const { text } of [...validBicepParam, ...invalidBicepParam]) {
      for (let end = 0; end <= text.length; end++) survive(parseBicepParam, text.slice(0, end));
    }
  });

  it('survives the loss of each token of each probe', () => {
    for (const { text } of [...validBicep, ...invalidBicep]) {
      const { starts, ends, count } = scan(text).tokens;
      for (let token = 0; token < count; token++) {
        survive(parseBicep, text.slice(0, starts[token]) + text.slice(ends[token]));
      }
    }
  });

  it('survives random tokens in a row', () => {
    const random = new Random();
    const pieces = [...new Set([...validBicep, ...invalidBicep].flatMap(({ text }) => text.split(/\b|(?=[^\w])/)))];
    for (let round = 0; round < ROUNDS; round++) {
      survive(
        parseBicep,
        Array.from({ length: random.below(60) }, () => random.pick(pieces)).join(random.pick(['', ' '])),
      );
    }
  });

  it('survives random characters', () => {
    const random = new Random();
    for (let round = 0; round < ROUNDS; round++) {
      const limit = random.pick([128, 256, 65_536]);
      survive(parseBicep, String.fromCharCode(...Array.from({ length: random.below(80) }, () => random.below(limit))));
    }
  });

  it('survives cuts and lost tokens in real files', function () {
    const folder = sharedPath('corpus');
    if (folder === undefined) return this.skip();
    const random = new Random();
    const files = globSync(['verified-modules/**/*.bicep', 'bicep-samples/**/*.bicep'], { cwd: folder }).sort();
    for (let round = 0; round < 150; round++) {
      const text = readFileSync(path.join(folder, random.pick(files)), 'utf8');
      const { starts, ends, count } = scan(text).tokens;
      for (let time = 0; time < 3; time++) {
        survive(parseBicep, text.slice(0, random.below(text.length + 1)));
        const token = random.below(count);
        survive(parseBicep, text.slice(0, starts[token]) + text.slice(ends[token]));
      }
    }
  });

  for (const [name, piece, end] of [
    ['parentheses', '(', ''],
    ['brackets', '[', ''],
    ['braces', '{a:', ''],
    ['braces on lines', '{\na:', ''],
    ['calls', 'a(', ''],
    ['calls on lines', 'a(\n', ''],
    ['indices', 'a[', ''],
    ['strings in strings', "'${", ''],
    ['unary operators', '!(', ''],
    ['ternaries', 'a?', ''],
    ['right sides of ternaries', 'a?b:', 'c'],
    ['lambdas', 'a=>', 'a'],
    ['loops', '[for a in ', ''],
    ['loops in bodies', '[for a in b:', ''],
    ['sums', 'a+', 'a'],
    ['mixed operators', 'a+b*c||', 'a'],
    ['members', 'a.', 'a'],
    ['assertions', 'a!', ''],
    ['assertions alone', '!', ''],
    ['line breaks with blanks', '\n ', ''],
    ['members of parenthesized ones', '(a.b', ').c'],
  ] as const) {
    it(`survives 100,000 ${name}`, () => survive(parseBicep, `var x = ${piece.repeat(100_000)}${end}\n`));
  }

  for (const [name, piece] of [
    ['nested object types', '{a:'],
    ['nested tuples', '['],
    ['nested parentheses', '('],
    ['array types', 'a[]'],
    ['brackets behind a type', '[]'],
    ['question marks', '?'],
    ['members', 'a.'],
    ['parameters of types', 'a<'],
    ['bars', '|a'],
  ] as const) {
    it(`survives 100,000 ${name} in a type`, () => survive(parseBicep, `type x = a${piece.repeat(100_000)}\n`));
  }

  it('survives 20,000 nested resources', () => survive(parseBicep, "resource a 'b' = {\n".repeat(20_000)));
  it('survives 20,000 decorators', () => survive(parseBicep, '@a.b()\n'.repeat(20_000)));
  it('survives 100,000 parts of a decorator', () => survive(parseBicep, `@a${'.b'.repeat(100_000)}\nvar c = 1\n`));
  it('survives 20,000 wrong lines', () => survive(parseBicep, 'foo {\n'.repeat(20_000)));
  it('survives 20,000 calls that are not closed', () => survive(parseBicep, 'var a = b(c\n'.repeat(20_000)));

  it('reads long lists and chains of a usual length without a problem', () => {
    const items = Array.from({ length: 20_000 }, (_, index) => `  ${index}\n`).join('');
    const sum = Array.from({ length: 200 }, () => 'a.b').join(' || ');
    assert.deepEqual(parseBicep(`var a = [\n${items}]\nvar b = ${sum}\n`).problems, []);
    const decorated = Array.from({ length: 1000 }, (_, index) => `@sys.description('x')\nparam p${index} string\n`);
    assert.deepEqual(parseBicep(decorated.join('')).problems, []);
  });
});

class Random {
  private readonly next = randomNumbers(SEED);

  /** A whole number from 0 to `limit` - 1. */
  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  pick<T>(items: readonly T[]): T {
    const item = items[this.below(items.length)];
    assert(item !== undefined, 'there is something to pick from');
    return item;
  }
}

/** Parses and checks what must hold for any text: it comes back from the tree, and the work is in proportion to its length. */
function survive(parse: typeof parseBicep, text: string): void {
  const { tree, problems, steps } = parse(text);
  assert(rebuild(tree) === text, `The tree of ${JSON.stringify(text.slice(0, 200))} does not give its text back`);
  assert(
    steps <= STEPS_PER_CHARACTER * (text.length + 10),
    `${steps} steps for ${text.length} characters: ${text.slice(0, 60)}`,
  );
  let last = -1;
  for (const { start, end } of problems) {
    assert(last <= start && start <= end && end <= text.length, JSON.stringify(text.slice(0, 200)));
    last = start;
  }
}
