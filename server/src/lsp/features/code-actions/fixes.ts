import { CodeActionKind, type CodeAction } from 'vscode-languageserver';
import { planEdits, type FixPlan } from '../../../lint/apply-fixes';
import { productId } from '../../../protocol';
import { toWorkspaceEdit } from '../../convert';
import type { StoredFinding } from '../../findings-store';
import { firstOfEachRule, type Offer, type Scene, type Touched } from './offer';

/** Fixes all that is safe to fix in a document; editors can be told to do it on saving. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.${productId}`;

/** The fixes of findings, the preferred one of each first, then what fixes all that the same rules find in the document. */
export function fixOffers(touched: readonly Touched[], scene: Scene): readonly Offer[] {
  return [
    ...touched.flatMap((it) => singleFixes(it, scene)),
    ...firstOfEachRule(touched).flatMap((it) => allOfRule(it, scene)),
  ];
}

/**
 * What `pelint check --fix` would do in the document, in one pass: of each finding the first fix that is safe and stays in the document, even
 * where its preferred fix is not. Where fixes get in each other's way, the editor asks again on the next saving.
 */
export function fixAllSafely({ uri, findings, name, client }: Scene): CodeAction[] {
  const [first] = findings;
  const edits = planWithin(uri, findings, false).edits.get(uri);
  if (first === undefined || edits === undefined) return [];
  const edit = toWorkspaceEdit({ edits }, first.ranges, name, client.takesVersionedEdits);
  return [{ title: 'Fix all that pelint can fix safely', kind: fixAllKind, edit }];
}

function singleFixes(about: Touched, { name, client }: Scene): readonly Offer[] {
  return about.finding.fixes.map((fix, index) => ({
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    about,
    isPreferred: index === 0,
    edit: () => toWorkspaceEdit(fix, about.ranges, name, client.takesVersionedEdits),
  }));
}

/** The preferred fixes of all that a rule finds in the document, where there are several: the user asks for them and sees them. */
function allOfRule(about: Touched, { uri, findings, name, client }: Scene): readonly Offer[] {
  const { ruleId } = about.finding;
  const isWithin = ({ finding }: StoredFinding): boolean =>
    finding.ruleId === ruleId && finding.fixes.some(({ edits }) => edits.every((edit) => edit.uri === uri));
  const fixable = findings.filter(isWithin);
  if (fixable.length < 2) return [];
  const edit = () => {
    const edits = planWithin(uri, fixable, true).edits.get(uri) ?? [];
    return toWorkspaceEdit({ edits }, about.ranges, name, client.takesVersionedEdits);
  };
  return [{ title: `Fix all ${ruleId} in this file`, kind: CodeActionKind.QuickFix, about, edit }];
}

function planWithin(uri: string, findings: readonly StoredFinding[], unsafe: boolean): FixPlan {
  return planEdits(
    findings.map(({ finding }) => finding),
    { unsafe, mayEdit: (other) => other === uri },
  );
}
