import { applyEdits } from '../../base/text-edit';
import type { Uri } from '../../base/uri';
import { overlayHost } from '../../host/check-host';
import { planEdits } from '../../lint/apply-fixes';
import type { CheckHost, CheckRequest } from '../../lint/check';
import type { Finding } from '../../lint/finding';
import type { Engine, EngineResult } from '../engine';

export interface FixOptions {
  readonly unsafe: boolean;
  /** Whether a file belongs to what may be changed. */
  readonly mayEdit: (uri: Uri) => boolean;
  /** Whether a finding is one of those that are to be fixed. */
  readonly isWanted: (finding: Finding) => boolean;
}

export interface FixedResult {
  /** The check of the texts as they are after the fixes. */
  readonly result: EngineResult;
  /** Files whose text differs, with both texts. */
  readonly changes: ReadonlyMap<Uri, TextChange>;
  readonly fixed: number;
  /** False if the fixes called for each other without end; then none was made. */
  readonly settled: boolean;
}

export interface TextChange {
  readonly before: string;
  readonly after: string;
}

/** Fixes that call for each other without end must stop somewhere; real ones settle within two or three passes. */
const passLimit = 10;

/** Checks and fixes in turn, in memory only, until nothing is left to fix. */
export async function checkWithFixes(
  engine: Engine,
  request: CheckRequest,
  host: CheckHost,
  options: FixOptions,
): Promise<FixedResult> {
  const before = new Map<Uri, string>();
  const texts = new Map<Uri, string>();
  const overlay = overlayHost(texts, host);
  const unfixed = await engine.check(request, overlay);
  let result = unfixed;
  let fixed = 0;
  for (let pass = 0; pass < passLimit; pass++) {
    const known = result.texts;
    const mayEdit = (uri: Uri): boolean => known.has(uri) && options.mayEdit(uri);
    const plan = planEdits(result.findings.filter(options.isWanted), { unsafe: options.unsafe, mayEdit });
    if (plan.edits.size === 0) return { result, changes: changesOf(before, texts), fixed, settled: true };
    for (const [uri, edits] of plan.edits) {
      const text = known.get(uri) ?? '';
      if (!before.has(uri)) before.set(uri, text);
      texts.set(uri, applyEdits(text, edits));
    }
    fixed += plan.fixed;
    result = await engine.check(request, overlay);
  }
  return { result: unfixed, changes: new Map(), fixed: 0, settled: false };
}

function changesOf(before: ReadonlyMap<Uri, string>, after: ReadonlyMap<Uri, string>): Map<Uri, TextChange> {
  const changes = new Map<Uri, TextChange>();
  for (const [uri, text] of [...after].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const old = before.get(uri) ?? '';
    if (old !== text) changes.set(uri, { before: old, after: text });
  }
  return changes;
}
