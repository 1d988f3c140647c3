import assert from 'node:assert/strict';
import { parseBicep, parseBicepParam } from '../../../../server/src/syntax/bicep/parse';
import { outline } from './outline';

describe('Trees of Bicep', () => {
  describe('statements', () => {
    check(parseBicep, [
      ["targetScope = 'tenant'", '(targetScope "tenant")'],
      ["metadata a = { b: 'c' }", '(metadata a (object [(property b "c")]))'],
      ['param a string', '(param a (namedType "string") -)'],
      ["param a string = 'b'", '(param a (namedType "string") "b")'],
      ["param a resource 'b@c'", '(param a (parameterizedType - "resource" [(literalType "b@c")]) -)'],
      ['var a = 1', '(var a - 1)'],
      ["var a string = 'b'", '(var a (namedType "string") "b")'],
      ['output a int = 1', '(output a (namedType "int") 1)'],
      ['output a resource = b', '(output a (namedType "resource") b)'],
      ["type a = 'b'", '(type a (literalType "b"))'],
      [
        'func a(b string, c int) string => b',
        '(func a [(functionParameter b (namedType "string")) (functionParameter c (namedType "int"))] (namedType "string") b)',
      ],
      ['assert a = true', '(assert a (boolean value))'],
      ["test a 'b' = {}", '(test a "b" (object []))'],
      ["module a 'b' = {}", '(module a "b" (object []))'],
      ["module a 'b' = if (c) {}", '(module a "b" (if c (object [])))'],
      ["module a 'b' = [for c in d: {}]", '(module a "b" (for c - d (object [])))'],
      ["import { a, b as c } from 'd'", '(import [(importItem a -) (importItem b c)] - "d")'],
      ["import { 'a-b' as c } from 'd'", '(import [(importItem "a-b" c)] - "d")'],
      ["import * as a from 'b'", '(import [] a "b")'],
      ["import 'az@1.0.0' as a", '(extension "az@1.0.0" - a)'],
      ['extension a', '(extension a - -)'],
      ["extension 'a' with { b: 1 } as c", '(extension "a" (object [(property b 1)]) c)'],
      ['@a()\n@b.c(1)\nvar d = 1', '(var [(decorator (call a [])) (decorator (methodCall b c [1]))] d - 1)'],
      ['@a\nparam b int', '(param [(decorator a)] b (namedType "int") -)'],
    ]);
  });

  describe('resources', () => {
    check(parseBicep, [
      ["resource a 'b' = { c: 1 }", '(resource a "b" (object [(property c 1)]))'],
      ["resource a 'b' existing = {}", '(resource a "b" existing (object []))'],
      ["resource a 'b' existing = if (c) {}", '(resource a "b" existing (if c (object [])))'],
      ["resource a 'b' = [for c in d: {}]", '(resource a "b" (for c - d (object [])))'],
      ["resource a 'b' = [for (c, i) in d: if (e) {}]", '(resource a "b" (for c i d (if e (object []))))'],
      [
        "resource a 'b' = {\n  @c(1)\n  resource d 'e' = {}\n  resource: 1\n}",
        '(resource a "b" (object [(resource [(decorator (call c [1]))] d "e" (object [])) (property resource 1)]))',
      ],
      ["resource a 'b${c}' = {}", '(resource a (interpolation ["b" c]) (object []))'],
    ]);
  });

  describe('types', () => {
    check(parseBicep, [
      ["type a = 'b' | 1 | -1 | true | null", union('"b"', '1', '(unary "-" 1)', '(boolean value)', '(null)')],
      ["type a =\n  | 'b'\n  | 'c'", union('"b"', '"c"')],
      ['type a = b[]?', '(type a (nullableType (arrayType (namedType "b"))))'],
      ['type a = (b | c)[]', '(type a (arrayType (parenthesizedType (unionType [(namedType "b") (namedType "c")]))))'],
      ['type a = b!', '(type a (nonNullType (namedType "b")))'],
      ['type a = b.c', '(type a (memberType (namedType "b") c))'],
      ['type a = b[0]', '(type a (memberType (namedType "b") 0))'],
      ['type a = b[*]', '(type a (memberType (namedType "b") -))'],
      ['type a = b.*', '(type a (memberType (namedType "b") -))'],
      [
        "type a = { b: c, 'd-e': f, *: g }",
        '(type a (objectType [(typeMember b (namedType "c")) (typeMember "d-e" (namedType "f")) (typeMember - rest (namedType "g"))]))',
      ],
      [
        'type a = {\n  @b()\n  c: d\n}',
        '(type a (objectType [(typeMember [(decorator (call b []))] c (namedType "d"))]))',
      ],
      [
        'type a = [\n  @b()\n  c\n  d\n]',
        '(type a (tupleType [(typeMember [(decorator (call b []))] - (namedType "c")) (typeMember - (namedType "d"))]))',
      ],
      ["type a = resourceInput<'b@c'>.d", `(type a (memberType ${parameterized('-')} d))`],
      ["type a = sys.resourceInput<'b@c'>", `(type a ${parameterized('(namedType "sys")')})`],
    ]);
  });

  describe('expressions', () => {
    checkExpressions([
      ['a + b * c', '(binary "+" a (binary "*" b c))'],
      ['a * b + c', '(binary "+" (binary "*" a b) c)'],
      ['a - b - c', '(binary "-" (binary "-" a b) c)'],
      ['a ?? b ?? c', '(binary "??" (binary "??" a b) c)'],
      ['a || b && c == d < e', '(binary "||" a (binary "&&" b (binary "==" c (binary "<" d e))))'],
      ['a ?? b || c', '(binary "??" a (binary "||" b c))'],
      ['a =~ b != c', '(binary "!=" (binary "=~" a b) c)'],
      ['!a.b', '(unary "!" (member a b))'],
      ['-1', '(unary "-" 1)'],
      ['a - -1', '(binary "-" a (unary "-" 1))'],
      ['a ? b : c ? d : e', '(ternary a b (ternary c d e))'],
      ['a ? b ? c : d : e', '(ternary a (ternary b c d) e)'],
      ['a == b ? c : d', '(ternary (binary "==" a b) c d)'],
      ['a.b.?c', '(member (member a b) c safe)'],
      ['a[0][?1][^2][?^3]', '(index (index (index (index a 0) 1 safe) 2 fromEnd) 3 safe fromEnd)'],
      ['a::b.c', '(member (resourceAccess a b) c)'],
      ['a!.b!', '(nonNull (member (nonNull a) b))'],
      ['a(b, c)', '(call a [b c])'],
      ['a.b(c).d', '(member (methodCall a b [c]) d)'],
      ['(a)', '(parenthesized a)'],
      ['a => a.b', '(lambda [a] (member a b))'],
      ['(a, b) => a', '(lambda [a b] a)'],
      ['() => 1', '(lambda [] 1)'],
      ['[1, ...a]', '(array [1 (spread a)])'],
      [
        "{ a: 1, 'b': 2, '${c}': 3, ...d }",
        '(object [(property a 1) (property "b" 2) (property (interpolation [c]) 3) (spread d)])',
      ],
      ['[for a in b: a]', '(for a - b a)'],
      ['[for (a, i) in b: [for c in a: c]]', '(for a i b (for c - a c))'],
      ["'a${b}c${'d${e}'}'", '(interpolation ["a" b "c" (interpolation ["d" e])])'],
      ["'${a}'", '(interpolation [a])'],
      ["'\\'\\$\\\\\\n\\u{1F600}'", JSON.stringify("'$\\\n\u{1F600}")],
      ["'\\${a}'", '"${a}"'],
      ["'''a'''", '"a"'],
      ["'''\na\n'''", '"a\\n"'],
      ["'''\r\na'''", '"a"'],
      ["''''a''''", JSON.stringify("'a'")],
      ["'''a${b}\\n'''", '"a${b}\\\\n"'],
      ["$'''a${b}$$${c}'''", '(interpolation ["a" b "$$" c])'],
      ["$$'''${a}$${b}'''", '(interpolation ["${a}" b])'],
      ['if', 'if'],
      ['null', '(null)'],
    ]);
  });

  describe('parameter files', () => {
    check(parseBicepParam, [
      ["using 'a'", '(using "a" -)'],
      ['using none', '(using - -)'],
      ["using 'a' with { b: 1 }", '(using "a" (object [(property b 1)]))'],
      ["extends 'a'", '(extends "a")'],
      ['param a = 1', '(paramAssignment a 1)'],
      ['extensionConfig a with {}', '(extensionConfig a (object []))'],
      ['var a = 1', '(var a - 1)'],
      ["import * as a from 'b'", '(import [] a "b")'],
    ]);
  });
});

function check(parse: typeof parseBicep, cases: readonly (readonly [string, string])[]): void {
  for (const [text, expected] of cases) {
    it(text, () => {
      const { tree, problems } = parse(text);
      assert.deepEqual(problems, []);
      assert.equal(tree.statements.map(outline).join(' '), expected);
    });
  }
}

function checkExpressions(cases: readonly (readonly [string, string])[]): void {
  check(
    parseBicep,
    cases.map(([text, expected]) => [`var x = ${text}`, `(var x - ${expected})`] as const),
  );
}

function union(...members: readonly string[]): string {
  return `(type a (unionType [${members.map((member) => `(literalType ${member})`).join(' ')}]))`;
}

function parameterized(target: string): string {
  return `(parameterizedType ${target} "resourceInput" [(literalType "b@c")])`;
}
