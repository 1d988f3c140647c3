import assert from 'node:assert/strict';
import { reasonOf } from '../../../server/src/deployment/expressions/access';
import type { Deployment } from '../../../server/src/deployment/deployment';
import { MOST_LETTERS, MOST_PARTS, sizeOf } from '../../../server/src/deployment/values/sizes';
import type { Value } from '../../../server/src/deployment/values/value';
import { getEntry, knownText, valueKey } from '../../../server/src/deployment/values/values';
import { checkFiles } from '../../support/check-files';
import { deployFiles } from '../../support/deploy-files';

/*
 * Templates that nobody writes by mistake: each would take for ever, or all memory, were the evaluation not bounded. Whatever bounds it,
 * the rest of the template is known, and what is not says why.
 */

/** Far more than any of them takes, and far less than for ever. */
const GENEROUS = 60_000;

/** A resource that has nothing to do with the mischief, and one that shows what `expression` came to. */
const around = (statements: string, expression: string): string => `
resource plain 'Microsoft.RecoveryServices/vaults@2024-04-01' = {
  name: 'plain'
  location: 'northeurope'
  tags: { known: 'yes' }
}
${statements}
resource shown 'Microsoft.RecoveryServices/vaults@2024-04-01' = {
  name: 'shown'
  location: 'northeurope'
  tags: { value: ${expression} }
}
`;

const times = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');

/** What the tag of the resource that shows it came to. */
function shownOf(deployment: Deployment): Value {
  const shown = deployment.resources.find(({ name }) => knownText(name) === 'shown');
  const tags = shown && getEntry(shown.body, 'tags')?.value;
  const value = tags?.kind === 'object' ? getEntry(tags, 'value')?.value : undefined;
  assert.ok(value, 'nothing is shown');
  return value;
}

/** The reasons why something in a value is not known, at any depth. */
function reasonsIn(value: Value, reasons = new Set<string>()): ReadonlySet<string> {
  if (value.kind === 'array') for (const item of value.items) reasonsIn(item, reasons);
  else if (value.kind === 'object') for (const entry of value.entries.values()) reasonsIn(entry.value, reasons);
  else if (value.kind === 'oneOf') for (const option of value.options) reasonsIn(option.value, reasons);
  else if (value.kind === 'unknown' || value.kind === 'runtime') reasons.add(reasonOf(value));
  else if (value.kind === 'text' && knownText(value) === undefined) reasons.add(reasonOf(value));
  return reasons;
}

function isPlainKnown({ resources }: Deployment): boolean {
  const plain = resources.find(({ name }) => knownText(name) === 'plain');
  return plain !== undefined && valueKey(plain.body).includes('"yes"');
}

interface Case {
  readonly statements: string;
  readonly shown: string;
  /** Why what is shown is not known, or not all of it. */
  readonly reason: RegExp;
}

const TOO_LONG = /^the text is too long$/;
const TOO_LARGE = /^it is too large$/;
const TOO_MUCH = /^it takes too much work to be worked out$/;
const TOO_DEEP = /^the expression is nested too deeply$/;
const ITSELF = /^it refers to itself$/;

const cases: Readonly<Record<string, Case>> = {
  'a text that doubles with each variable': {
    statements: `var a0 = 'abcdefgh'\n${times(60, (i) => `var a${i + 1} = '\${a${i}}\${a${i}}'`)}`,
    shown: 'a60',
    reason: TOO_LONG,
  },
  'a text of ten others with each variable, by format()': {
    statements: `var a0 = 'abcdefgh'\n${times(30, (i) => `var a${i + 1} = format('{0}{0}{0}{0}{0}{0}{0}{0}{0}{0}', a${i})`)}`,
    shown: 'a30',
    reason: TOO_LONG,
  },
  'a text with a hole that doubles with each variable': {
    statements: `param p string\nvar a0 = 'x\${p}'\n${times(60, (i) => `var a${i + 1} = '\${a${i}}\${a${i}}'`)}`,
    shown: 'a60',
    reason: TOO_LONG,
  },
  'an array that doubles with each variable': {
    statements: `var a0 = [1, 2]\n${times(60, (i) => `var a${i + 1} = [a${i}, a${i}]`)}`,
    shown: 'a60',
    reason: TOO_LARGE,
  },
  'an array that is joined to itself with each variable': {
    statements: `var a0 = [1, 2]\n${times(60, (i) => `var a${i + 1} = concat(a${i}, a${i})`)}`,
    shown: 'length(a60)',
    reason: /length\(\) depends on what is not known/,
  },
  'an object that doubles with each variable': {
    statements: `var a0 = {}\n${times(60, (i) => `var a${i + 1} = { a: a${i}, b: a${i} }`)}`,
    shown: 'a60',
    reason: TOO_LARGE,
  },
  'comparing objects that doubled': {
    statements: `var a0 = {}\nvar b0 = {}\n${times(60, (i) => `var a${i + 1} = { a: a${i}, b: a${i} }\nvar b${i + 1} = { a: b${i}, b: b${i} }`)}`,
    shown: '[a60 == b60, a60]',
    reason: TOO_LARGE,
  },
  'an unknown condition over objects that doubled': {
    statements: `param p bool\nvar a0 = {}\n${times(60, (i) => `var a${i + 1} = p ? { a: a${i}, b: a${i} } : { b: a${i} }`)}`,
    shown: 'a60',
    reason: TOO_LARGE,
  },
  'unknown conditions that multiply': {
    statements: `${times(40, (i) => `param p${i} bool`)}`,
    shown: `'${times(40, (i) => `\${p${i} ? 'a' : 'b'}`).replaceAll('\n', '')}'`,
    reason: /it depends on too many conditions/,
  },
  'a union that doubles': {
    statements: `var a0 = { a: 1 }\n${times(60, (i) => `var a${i + 1} = union(a${i}, { x${i}: a${i} })`)}`,
    shown: 'a60',
    reason: TOO_LARGE,
  },
  'a reference to a text of references': {
    statements: `${times(60, (i) => (i === 0 ? `var r0 = reference('x').y` : `var r${i} = reference('\${r${i - 1}}\${r${i - 1}}').y`))}`,
    shown: 'r59',
    reason: /only Azure knows it at run time|the text is too long/,
  },
  'a range that is longer than memory': {
    statements: '',
    shown: 'range(0, 1000000000)',
    reason: /range\(\) depends on what is not known/,
  },
  'nested loops over ranges': {
    statements: 'var a = [for i in range(0, 10000): map(range(0, 10000), j => i * j)]',
    shown: 'a',
    reason: TOO_LARGE,
  },
  'three maps in one another': {
    statements: 'var a = map(range(0, 10000), i => map(range(0, 10000), j => map(range(0, 10000), k => i + j + k)))',
    shown: 'a',
    reason: TOO_MUCH,
  },
  'a filter whose condition is a reduce over a reduce': {
    statements:
      'var a = filter(range(0, 10000), i => reduce(range(0, 10000), 0, (s, j) => s + reduce(range(0, 10000), 0, (t, k) => t + k)) > i)',
    shown: 'a',
    reason: TOO_MUCH,
  },
  'a sort by a condition that filters': {
    statements: 'var a = sort(range(0, 10000), (x, y) => length(filter(range(0, 10000), z => z < x)) < y)',
    shown: 'a',
    reason: TOO_MUCH,
  },
  'a reduce that nests': {
    statements: 'var a = reduce(range(0, 10000), [], (inner, i) => [inner])',
    shown: 'a',
    reason: TOO_LARGE,
  },
  'a reduce that calls a function of what is not known again and again': {
    statements: 'param p string\nvar a = reduce(range(0, 10000), p, (inner, i) => toLower(trim(inner)))',
    shown: 'a',
    reason: /depends on what is not known|has no value here/,
  },
  'a function that calls itself': {
    statements: 'func f(x int) int => f(x + 1)',
    shown: 'f(1)',
    reason: TOO_DEEP,
  },
  'a function that calls itself twice': {
    statements: 'func f(x int) array => [f(x + 1), f(x + 2)]',
    shown: 'f(1)',
    reason: TOO_MUCH,
  },
  'functions that call each other': {
    statements: 'func f(x int) int => g(x + 1)\nfunc g(x int) int => f(x + 1)',
    shown: 'g(1)',
    reason: TOO_DEEP,
  },
  'functions that each call another one twice': {
    statements: `func f0(x int) int => x\n${times(60, (i) => `func f${i + 1}(x int) int => f${i}(x) + f${i}(x)`)}`,
    shown: 'f60(1)',
    reason: TOO_MUCH,
  },
  'an expression that is nested deeply': {
    statements: '',
    shown: `${'('.repeat(5000)}1${')'.repeat(5000)}`,
    reason: /./,
  },
  'functions nested deeply': {
    statements: '',
    shown: `${"concat('a', ".repeat(600)}'b'${')'.repeat(600)}`,
    reason: /./,
  },
  'a member of a member ten thousand times': {
    statements: 'param p object',
    shown: `p${'.a'.repeat(10_000)}`,
    reason: /./,
  },
  'a variable that is itself': { statements: 'var a = a', shown: 'a', reason: ITSELF },
  'variables that are each other': { statements: 'var a = [b]\nvar b = { a: a }', shown: 'b', reason: ITSELF },
  'a parameter with itself as the default': { statements: 'param a string = a', shown: 'a', reason: ITSELF },
  'parameters with each other as defaults': {
    statements: "param a string = '${b}x'\nparam b string = '${a}y'",
    shown: 'a',
    reason: ITSELF,
  },
  'a text that is padded to a length beyond memory': {
    statements: "var a = padLeft('x', 2000000000)",
    shown: 'a',
    reason: TOO_MUCH,
  },
  'a letter that is replaced by many, again and again': {
    statements: `var a0 = '${'a'.repeat(200)}'\n${times(20, (i) => `var a${i + 1} = replace(a${i}, 'a', a0)`)}`,
    shown: 'a20',
    reason: TOO_LONG,
  },
  'a long text that is split into letters and joined, again and again': {
    statements: `var a0 = padLeft('x', 100000, 'y')\n${times(300, (i) => `var a${i + 1} = join(split(a${i}, 'y'), 'y')`)}`,
    shown: 'a300',
    reason: /depends on what is not known|too large|too much/,
  },
};

describe('an evaluation with mischief', function () {
  this.timeout(GENEROUS);

  for (const [title, { statements, shown, reason }] of Object.entries(cases)) {
    it(`ends: ${title}`, () => {
      const deployment = deployFiles({ 'main.bicep': around(statements, shown) });
      assert.ok(isPlainKnown(deployment), 'what has nothing to do with it is not known');
      const value = shownOf(deployment);
      assert.ok(sizeOf(value) <= MOST_PARTS);
      assert.ok((knownText(value)?.length ?? 0) <= MOST_LETTERS);
      const reasons = [...reasonsIn(value)];
      assert.ok(
        reasons.some((it) => reason.test(it)),
        `${value.kind}: ${reasons.join('; ')}`,
      );
    });
  }

  it('ends: modules that deploy themselves and each other', () => {
    const files = {
      'main.bicep': "module own 'main.bicep' = { name: 'own' }\nmodule other 'other.bicep' = { name: 'other' }\n",
      'other.bicep': "module back 'main.bicep' = { name: 'back' }\noutput id string = back.outputs.id\n",
    };
    const deployment = deployFiles({ ...files, 'main.bicep': around(files['main.bicep'], 'other.outputs.id') });
    assert.ok(isPlainKnown(deployment));
    assert.match(reasonOf(shownOf(deployment)), /could not be read/);
    assert.ok(deployment.unread.length > 0);
  });

  it('ends: modules that each deploy two of the next, forty levels deep', () => {
    const level = (index: number): string =>
      `module a 'm${index + 1}.bicep' = { name: 'a' }\nmodule b 'm${index + 1}.bicep' = { name: 'b' }\n` +
      'output both array = [a.outputs.both, b.outputs.both]\n';
    const files = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`m${index}.bicep`, level(index)]));
    const main = around("module top 'm0.bicep' = { name: 'top' }", 'top.outputs.both');
    const deployment = deployFiles({ 'main.bicep': main, ...files, 'm40.bicep': 'output both array = [1]\n' });
    assert.ok(deployment.incomplete);
    assert.ok(deployment.resources.length < 10);
  });

  it('ends: modules that pass each other on as a whole', () => {
    const module = (index: number): string =>
      `module m${index + 1} 'm.bicep' = {\n  name: 'm${index + 1}'\n  params: { p: [m${index}, m${index}] }\n}`;
    const first = "module m0 'm.bicep' = { name: 'm0', params: { p: [] } }\n";
    const main = around(first + times(40, module), 'm40.outputs.q');
    const deployment = deployFiles({ 'main.bicep': main, 'm.bicep': 'param p array\noutput q array = p\n' });
    assert.ok(isPlainKnown(deployment));
    assert.deepEqual([...reasonsIn(shownOf(deployment))], ['a module as a whole is no value']);
  });

  it('ends: an output that needs itself through its module', () => {
    const main = around("module m 'm.bicep' = {\n  name: 'm'\n  params: { p: m.outputs.q }\n}", 'm.outputs.q');
    const deployment = deployFiles({ 'main.bicep': main, 'm.bicep': 'param p string\noutput q string = p\n' });
    assert.ok(isPlainKnown(deployment));
    assert.match(reasonOf(shownOf(deployment)), ITSELF);
  });

  it('ends: loops in loops of resources', () => {
    const loops = `resource parents 'Microsoft.Network/virtualNetworks@2024-05-01' = [for i in range(0, 10000): {
  name: 'n\${i}'
  resource children 'subnets' = [for j in range(0, 10000): {
    name: 's\${j}'
  }]
}]`;
    const deployment = deployFiles({ 'main.bicep': around(loops, '1') });
    assert.ok(deployment.incomplete);
  });

  it('ends: copy loops of 10^9 turns in JSON', () => {
    const copy = { name: 'loop', count: 1_000_000_000 };
    const resource = {
      type: 'Microsoft.RecoveryServices/vaults',
      apiVersion: '2024-04-01',
      name: "[concat('v', copyIndex())]",
      location: 'northeurope',
      copy,
      tags: { copy: [{ ...copy, input: 1 }], list: "[variables('list')]" },
    };
    const template = {
      $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
      contentVersion: '1.0.0.0',
      variables: { copy: [{ name: 'list', count: 1_000_000_000, input: "[copyIndex('list')]" }] },
      resources: [resource],
    };
    const { resources, incomplete } = deployFiles({ 'main.json': JSON.stringify(template) });
    assert.deepEqual([resources.length, resources[0]?.symbolic, incomplete], [1, true, false]);
  });

  it('ends: a hundred thousand resources', () => {
    const vault = (index: number): string =>
      `resource v${index} 'Microsoft.RecoveryServices/vaults@2024-04-01' = { name: 'v${index}', location: 'northeurope' }`;
    const { resources, incomplete } = deployFiles({ 'main.bicep': times(100_000, vault) });
    assert.ok(incomplete || resources.length === 100_000);
  });

  it('ends: parameter files that extend each other', () => {
    const deployment = deployFiles({
      'main.bicep': around('param p string', 'p'),
      'main.bicepparam': "using 'main.bicep'\nextends 'base.bicepparam'\n",
      'base.bicepparam': "using none\nextends 'main.bicepparam'\nparam q = base.q\n",
    });
    assert.ok(isPlainKnown(deployment));
    assert.match(reasonOf(shownOf(deployment)), /has no value here/);
  });

  it('ends: a file of data that is too large, and one of too many values', () => {
    const data = (length: number): string => JSON.stringify(Array.from({ length }, (_, index) => [index % 10]));
    const load = "loadJsonContent('data.json')";
    const over = deployFiles({ 'main.bicep': around('', load), 'data.json': data(300_000) });
    assert.match(reasonOf(shownOf(over)), /could not be read as it should be/);
    const large = deployFiles({ 'main.bicep': around('', load), 'data.json': data(200_000) });
    assert.ok(isPlainKnown(large));
    assert.match(reasonOf(shownOf(large)), TOO_LARGE);
  });

  it('is judged as anything else, without a rule that throws', async () => {
    for (const title of [
      'an array that doubles with each variable',
      'a function that calls itself',
      'a variable that is itself',
    ]) {
      const { statements = '', shown = '' } = cases[title] ?? {};
      const { failures, deployments } = await checkFiles({ 'main.bicep': around(statements, shown) });
      assert.deepEqual([failures, deployments.length], [[], 1], title);
    }
  });
});
