import type { TextEdit } from '../base/text-edit';
import type { Uri } from '../base/uri';
import type { Finding, Fix } from './finding';

export interface PlanOptions {
  /** Whether fixes count that may change what is reachable. */
  readonly unsafe: boolean;
  /** Whether a file may be changed; a fix that touches another one is left out whole. */
  readonly mayEdit: (uri: Uri) => boolean;
}

export interface FixPlan {
  /** By file, without overlaps, in the order of their places. */
  readonly edits: ReadonlyMap<Uri, readonly TextEdit[]>;
  /** How many findings the edits are for. */
  readonly fixed: number;
}

/**
 * Chooses the edits that can be made together: of each finding the first fix that is allowed, whole or not at all. A fix
 * that gets in another's way is left for the next pass, which sees the text as it is then. Suppressed findings stay.
 */
export function planEdits(findings: readonly Finding[], options: PlanOptions): FixPlan {
  const edits = new Map<Uri, TextEdit[]>();
  let fixed = 0;
  for (const finding of findings) {
    if (finding.suppression !== undefined) continue;
    const fix = finding.fixes.find((candidate) => isAllowed(candidate, options));
    if (fix === undefined || !addEdits(fix, edits)) continue;
    fixed++;
  }
  for (const list of edits.values()) list.sort((a, b) => a.start - b.start || a.end - b.end);
  return { edits, fixed };
}

function isAllowed(fix: Fix, { unsafe, mayEdit }: PlanOptions): boolean {
  return (fix.safe || unsafe) && fix.edits.length > 0 && fix.edits.every((edit) => mayEdit(edit.uri));
}

/** Adds a fix's edits unless one of them is in the way of those already there. One that is there already is shared. */
function addEdits(fix: Fix, edits: Map<Uri, TextEdit[]>): boolean {
  const missing = fix.edits.filter((edit) => !edits.get(edit.uri)?.some((other) => isSame(edit, other)));
  if (missing.some((edit) => edits.get(edit.uri)?.some((other) => isInTheWay(edit, other)))) return false;
  if (
    missing.some((edit, index) =>
      missing.slice(index + 1).some((other) => other.uri === edit.uri && overlap(edit, other)),
    )
  )
    return false;
  for (const edit of missing) {
    const list = edits.get(edit.uri);
    if (list === undefined) edits.set(edit.uri, [edit]);
    else list.push(edit);
  }
  return true;
}

function isSame(a: TextEdit, b: TextEdit): boolean {
  return a.start === b.start && a.end === b.end && a.newText === b.newText;
}

/** Edits that only touch are apart, unless one of them inserts: then their order would decide what comes out. */
function isInTheWay(a: TextEdit, b: TextEdit): boolean {
  const touch = a.end === b.start || b.end === a.start;
  const inserts = a.start === a.end || b.start === b.end;
  return overlap(a, b) || (touch && inserts);
}

function overlap(a: TextEdit, b: TextEdit): boolean {
  return a.start < b.end && b.start < a.end;
}
