import assert from 'node:assert/strict';
import { createRegionTable } from '../../server/src/domain/names/regions';
import { completionsAt } from '../../server/src/lint/completion/complete';
import type { Completion } from '../../server/src/lint/completion/completion';
import { placeAt } from '../../server/src/lint/completion/place';
import { readSourceFile } from '../../server/src/model/source-file';
import { checkFiles, projectUri, type ProjectFiles } from './check-files';
import { readMarks } from './marks';

/** What is offered where the one mark of a file is, `‹›`: the cursor. */
export async function offeredIn(
  name: string,
  marked: string,
  others: ProjectFiles = {},
): Promise<readonly Completion[]> {
  const { text, spans } = readMarks(marked);
  const [cursor] = spans;
  assert.ok(cursor, 'there is a mark');
  const uri = projectUri(name);
  const file = readSourceFile(uri, text);
  const place = file && placeAt(file, cursor.end);
  if (!place) return [];
  const { deployments, findings } = await checkFiles({ ...others, [name]: text }, {}, { inFull: true });
  return completionsAt(place, {
    uri,
    language: file.tree.kind === 'file' ? 'bicep' : 'json',
    deployments: deployments.flatMap(({ deployment, files }) =>
      deployment && files.includes(uri) ? [deployment] : [],
    ),
    regions: createRegionTable(),
    broken: new Set(findings.map(({ ruleId }) => ruleId)),
  });
}

/** The labels of what is offered. */
export async function labelsIn(...of: Parameters<typeof offeredIn>): Promise<readonly string[]> {
  return (await offeredIn(...of)).map(({ label }) => label);
}

/** The file once the user has taken what has a label. */
export function withTaken(label: string, marked: string, offered: readonly Completion[]): string {
  const { text } = readMarks(marked);
  const taken = offered.find((it) => it.label === label);
  assert.ok(taken, `${label} is among ${offered.map((it) => it.label).join(', ')}`);
  const { start, end } = taken.span;
  return text.slice(0, start) + taken.newText + text.slice(end);
}
