import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseBicep, parseBicepParam } from '../../../../server/src/syntax/bicep/parse';
import { rebuild } from '../../../../server/src/syntax/bicep/rebuild';
import type { BicepFile } from '../../../../server/src/syntax/bicep/nodes';
import { TokenKind } from '../../../../server/src/syntax/bicep/tokens';
import { bicepChildren, type BicepNode } from '../../../../server/src/syntax/bicep/walk';
import { sharedPath } from '../../../support/shared';

describe('Bicep corpus', () => {
  it('agrees with the compiler on every file, and every tree gives its text back', function () {
    const folder = sharedPath('corpus');
    if (folder === undefined) return this.skip();
    const verdicts = readVerdicts(path.join(folder, 'syntax-validity.tsv'));
    assert(verdicts.length > 2000, 'the table of verdicts is read');
    const wrong: string[] = [];
    for (const { file, valid } of verdicts) {
      const text = readFileSync(path.join(folder, file), 'utf8');
      const { tree, problems } = file.endsWith('.bicepparam') ? parseBicepParam(text) : parseBicep(text);
      if ((problems.length === 0) !== valid) wrong.push(`${file}: ${problems[0]?.message ?? 'no problem'}`);
      if (rebuild(tree) !== text) wrong.push(`${file}: the tree does not give its text back`);
      wrong.push(...misplaced(tree).map((node) => `${file}: ${node}`));
    }
    assert.deepEqual(wrong, []);
  }).timeout(120_000);
});

interface Verdict {
  readonly file: string;
  readonly valid: boolean;
}

function readVerdicts(table: string): Verdict[] {
  const [, ...rows] = readFileSync(table, 'utf8').trimEnd().split('\n');
  return rows.map((row) => {
    const [file = '', errors] = row.split('\t');
    return { file, valid: errors === '0' };
  });
}

/** Nodes outside their parents, before their elder sisters or not of whole tokens; and tokens but line breaks that no statement has. */
function misplaced(file: BicepFile): string[] {
  const { kinds, starts, ends, count } = file.tokens;
  const startsOfTokens = new Set(starts.subarray(0, count));
  const endsOfTokens = new Set(ends.subarray(0, count));
  const found: string[] = [];
  const visit = (node: BicepNode): void => {
    let from = node.start;
    for (const child of bicepChildren(node)) {
      const whole = child.end === child.start || (startsOfTokens.has(child.start) && endsOfTokens.has(child.end));
      if (child.start < from || child.end > node.end || !whole) found.push(`${child.kind} at ${child.start}`);
      from = child.end;
      visit(child);
    }
  };
  visit(file);
  let statement = 0;
  for (let index = 0; index < count; index++) {
    const start = starts[index] ?? 0;
    while ((file.statements[statement]?.end ?? Infinity) <= start) statement++;
    const owned = (file.statements[statement]?.start ?? Infinity) <= start;
    const kind = kinds[index];
    if (!owned && kind !== TokenKind.NewLine && kind !== TokenKind.EndOfFile && start !== ends[index])
      found.push(`token at ${start}`);
  }
  return found;
}
