import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { globSync } from 'tinyglobby';
import { detectArmDocument, looksLikeArm } from '../../../../server/src/syntax/arm/detect';
import { decodeJsonString } from '../../../../server/src/syntax/arm/json-string';
import { parseArm } from '../../../../server/src/syntax/arm/parse';
import type { ObjectExpression, StringLiteral } from '../../../../server/src/syntax/expression';
import { walkTree } from '../../../support/arm-tree';
import { randomNumbers } from '../../../support/random';
import { sharedPath } from '../../../support/shared';

const SAMPLE = `{
  // a template
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "variables": { "a": "[format('it''s {0}', resourceGroup().tags['x\\"y'])]", "b": [1, -2.5e3, true, null,], "c": "[[x]" },
  "resources": [{ "type": "Microsoft.Network/privateDnsZones", "name": "[concat(
      variables('a'), '\\u0027')]", "copy": { "name": "c", "count": 2 } }] /* end */
}`;

describe('parseArm on any text', () => {
  it('survives every cut of a template', () => {
    for (let end = 0; end <= SAMPLE.length; end++) {
      const text = SAMPLE.slice(0, end);
      const { root, problems } = parseArm(text);
      if (root !== undefined) checkTree(root, text);
      if (text.trimEnd() !== SAMPLE) assert.notEqual(problems.length, 0, `a template cut at ${String(end)} is broken`);
    }
  });

  it('survives random damage', () => {
    const random = randomNumbers(4);
    const pieces = [
      '"',
      "'",
      '[',
      ']',
      '{',
      '}',
      ',',
      ':',
      '\\',
      '\n',
      '/*',
      '//',
      '(',
      ')',
      '\ufeff',
      '\u2028',
      'é',
      '\ud83d',
      '0',
      '-',
    ];
    for (let round = 0; round < 3000; round++) {
      let text = SAMPLE;
      for (let change = 0; change < 4; change++) {
        const at = Math.floor(random() * text.length);
        const piece = pieces[Math.floor(random() * pieces.length)] ?? '';
        text = text.slice(0, at) + piece + text.slice(at + Math.floor(random() * 3));
      }
      const { root } = parseArm(text);
      if (root !== undefined) checkTree(root, text);
    }
  });

  it('takes time in proportion to the length', () => {
    // Each of these made a simpler reader quadratic; at this length that would be minutes.
    for (const piece of ['\\"\n', '"\n', '"a\n\\"', '/*', '"\\', '{"a', '"[', '[foo "', "[a('"]) {
      const { problems } = parseArm(`{"a": ${piece.repeat(100_000)}`);
      assert.notEqual(problems.length, 0);
    }
  });
});

describe('parseArm on the corpus', function () {
  this.timeout(120_000);

  it('reads every template without a problem, each node in its place', function () {
    const corpus = sharedPath('corpus');
    if (corpus === undefined) return this.skip();
    let templates = 0;
    for (const file of globSync('**/*.json', { cwd: corpus })) {
      const text = readFileSync(path.join(corpus, file), 'utf8');
      if (!looksLikeArm(text)) continue;
      const { root, problems } = parseArm(text);
      if (root === undefined || detectArmDocument(root) !== 'template') continue;
      assert.deepEqual(problems, [], file);
      checkTree(root, text);
      templates++;
    }
    assert(templates > 700, `only ${String(templates)} templates were found`);
  });

  it('survives cuts of real templates', function () {
    const corpus = sharedPath('corpus');
    if (corpus === undefined) return this.skip();
    const random = randomNumbers(7);
    for (const file of globSync('verified-modules/avm/res/**/main.json', { cwd: corpus }).sort().slice(0, 150)) {
      const text = readFileSync(path.join(corpus, file), 'utf8').trimEnd();
      const cut = text.slice(0, Math.floor(random() * text.length));
      assert.notEqual(parseArm(cut).problems.length, 0, file);
    }
  });
});

/** Checks that nodes lie within their parents, and that the file spells strings as the nodes say. */
function checkTree(root: ObjectExpression, text: string): void {
  walkTree(root, (node) => {
    if (node.start > node.end || node.start < root.start || node.end > root.end) {
      assert.fail(`the ${node.kind} at ${String(node.start)} has a span outside of the file`);
    }
    if (node.kind === 'property' && (node.key.start < node.start || node.value.end > node.end)) {
      assert.fail(`the property at ${String(node.start)} does not hold its value`);
    }
    const spelling = text.slice(node.start, node.end);
    if (node.kind === 'identifier' && !spelling.includes('\\') && spelling !== node.name) {
      assert.fail(`the name at ${String(node.start)}, ${JSON.stringify(spelling)}, is not ${node.name}`);
    }
    if (node.kind === 'string' && !isSpelled(node, text)) {
      assert.fail(`the string at ${String(node.start)} is spelled ${spelling.slice(0, 60)}`);
    }
  });
}

/** Exact strings stand letter by letter where they say; others do once the escapes of JSON, and then those of ARM, are undone. */
function isSpelled(node: StringLiteral, text: string): boolean {
  if (node.exact) return text.startsWith(node.value, node.contentStart);
  const decoded = decodeJsonString(text, node.start, node.end).value;
  return decoded.includes(node.value) || decoded.replaceAll("''", "'").includes(node.value);
}
