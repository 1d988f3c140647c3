import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { globSync } from 'tinyglobby';
import { looksLikeArm } from '../../../../server/src/syntax/arm/detect';
import { bicepChildren, type BicepNode } from '../../../../server/src/syntax/bicep/walk';
import { assertReadable, editedAt, readEditable, type EditedLanguage } from '../../../support/editing';
import { randomNumbers } from '../../../support/random';
import { sharedPath } from '../../../support/shared';

const SEED = 20260901;
const FILES = 80;
const EDITS_PER_FILE = 6;
const LARGEST_FILE = 100_000;
const ADDED = 'addedByTest';

interface Sample {
  readonly file: string;
  readonly language: EditedLanguage;
  readonly text: string;
  readonly nodes: readonly BicepNode[];
}

describe('Editor on real templates', function () {
  this.timeout(60_000);
  const random = randomNumbers(SEED);
  const pick = <T>(items: readonly T[]): T | undefined => items[Math.floor(random() * items.length)];
  const samples: Sample[] = [];

  before(function () {
    const folder = sharedPath('corpus');
    if (folder === undefined) return this.skip();
    const globs = ['verified-modules/**/*.{bicep,json}', 'endpoint-templates/*.{bicep,bicepparam,json}'];
    const files = globSync(globs, { cwd: folder }).sort();
    for (let tries = 0; tries < files.length && samples.length < FILES; tries++) {
      const sample = readSample(path.join(folder, pick(files) ?? ''));
      if (sample) samples.push(sample);
    }
    assert.equal(samples.length, FILES);
  });

  it('removes a property and nothing else', () => {
    for (const { file, language, text, nodes } of samples) {
      for (let round = 0; round < EDITS_PER_FILE; round++) {
        const property = pick(nodes.filter((node) => node.kind === 'property'));
        if (property === undefined) break;
        const after = editedAt(language, text, (editor, uri) =>
          editor.removeProperty({ uri, start: property.key.start, end: property.key.end }),
        );
        assert.ok(after !== undefined, file);
        assertReadable(language, after, text);
        const rest = nodes.filter(({ start, end }) => start < property.start || end > property.end);
        assert.deepEqual(outline(readNodes(language, after), after), outline(rest, text), file);
      }
    }
  });

  it('adds a property and changes nothing else', () => {
    for (const { file, language, text, nodes } of samples) {
      for (let round = 0; round < EDITS_PER_FILE; round++) {
        const object = pick(nodes.filter((node) => node.kind === 'object'));
        if (object === undefined) break;
        const after = editedAt(language, text, (editor, uri) =>
          editor.addTextProperty({ uri, start: object.start, end: object.end }, ADDED, 'x'),
        );
        assert.ok(after !== undefined, file);
        assertReadable(language, after, text);
        const all = readNodes(language, after);
        const changed = all.find(({ kind, start }) => kind === 'object' && start === object.start);
        assert.equal(changed?.kind === 'object' && changed.members.filter(isAdded).length, 1, file);
        const rest = all.filter((node) => !isAdded(node));
        assert.deepEqual(outline(rest, after), outline(nodes, text), file);
      }
    }
  });
});

function readSample(file: string): Sample | undefined {
  const text = readFileSync(file, 'utf8');
  const language = languageOf(file, text);
  if (language === undefined || text.length > LARGEST_FILE) return undefined;
  if (readEditable(language, text).problems.length > 0) return undefined;
  return { file, language, text, nodes: readNodes(language, text) };
}

function languageOf(file: string, text: string): EditedLanguage | undefined {
  if (file.endsWith('.bicep')) return 'bicep';
  if (file.endsWith('.bicepparam')) return 'bicepparam';
  if (!looksLikeArm(text)) return undefined;
  return /deploymentParameters\.json/i.test(text) ? 'parameters' : 'template';
}

/** Every node of a text, parents first. */
function readNodes(language: EditedLanguage, text: string): readonly BicepNode[] {
  const { file } = readEditable(language, text);
  const nodes: BicepNode[] = [];
  const pending: BicepNode[] = [file.tree];
  for (let node = pending.pop(); node; node = pending.pop()) {
    nodes.push(node);
    pending.push(...bicepChildren(node).toReversed());
  }
  return nodes;
}

/** The properties, with the text of those values that are neither objects nor arrays nor hold any. */
function outline(nodes: readonly BicepNode[], text: string): readonly string[] {
  return nodes
    .filter((node) => node.kind === 'property')
    .map(({ key, value }) => {
      const written = text.slice(value.start, value.end);
      return `${text.slice(key.start, key.end)}: ${/[[{]/.test(written) && !written.startsWith('"') ? value.kind : written}`;
    });
}

function isAdded(node: BicepNode): boolean {
  return node.kind === 'property' && node.name === ADDED;
}
