import {
  CodeActionKind,
  LSPErrorCodes,
  ResponseError,
  type CodeAction,
  type CodeActionParams,
  type Diagnostic,
} from 'vscode-languageserver';
import type { Span } from '../../../base/span';
import type { Uri } from '../../../base/uri';
import { productId } from '../../../protocol';
import type { ConnectedClient } from '../../client';
import { toDiagnostic, type Naming, type Ranges } from '../../convert';
import type { Documents } from '../../documents';
import { eachOnce, type StoredFinding } from '../../findings-store';
import type { Projects } from '../../projects';
import { touches } from '../../ranges';
import type { EditorSettings } from '../../settings';
import type { Diagnostics } from '../diagnostics';
import { configuringFor } from './configuring';
import { explanationOffers } from './explanations';
import { fixAllKind, fixAllSafely, fixOffers } from './fixes';
import { levelOffers } from './levels';
import type { Offer, Scene, Touched } from './offer';
import { suppressionOffers } from './suppressions';

export interface CodeActionContext {
  readonly client: ConnectedClient;
  readonly documents: Documents;
  readonly projects: Projects;
  readonly diagnostics: Diagnostics;
  readonly settings: EditorSettings;
  readonly name: Naming;
}

/** What an action without its edit says of itself, for the client to hand back when the user takes it. */
interface Unresolved extends Span {
  /** The document as the client names it. */
  readonly uri: string;
  /** The version that the action is for; null for a document that is not open. */
  readonly version: number | null;
  /** The finding that it is about. */
  readonly ruleId: string;
}

/** What can be done about the findings that a range touches, and what fixes the whole document where the client asks for that. */
export async function codeActions(params: CodeActionParams, context: CodeActionContext): Promise<CodeAction[]> {
  const { only, diagnostics } = params.context;
  const quickFixes = only === undefined || wants(only, CodeActionKind.QuickFix);
  // Nobody who only looks for what can be done at a place wants the whole document changed.
  const fixAll = only !== undefined && wants(only, fixAllKind);
  if (!context.client.takesCodeActions || !(quickFixes || fixAll)) return [];
  const scene = await sceneOf(params.textDocument.uri, context);
  const touched = scene.findings
    .filter(({ finding, ranges }) => touches(ranges.of(finding.place), params.range))
    .map((it) => withDiagnostic(it, diagnostics, context.name));
  const offers = quickFixes ? offersFor(touched, scene) : [];
  // Editors and scripts that fix on saving take the edits as they come.
  return [...offers.map((offer) => toCodeAction(offer, scene)), ...(fixAll ? fixAllSafely(scene) : [])];
}

/**
 * The same action with its edit. Fails with ContentModified where the document or what is found in it has changed since the action was
 * offered.
 */
export async function resolveCodeAction(action: CodeAction, context: CodeActionContext): Promise<CodeAction> {
  // What runs a command is complete.
  if (action.data === undefined) return action;
  const { uri, version, ruleId, start, end } = action.data as Unresolved;
  const scene = await sceneOf(uri, context);
  const [found] = scene.findings.filter(
    ({ finding: { place, ...it } }) => it.ruleId === ruleId && place.start === start && place.end === end,
  );
  const isSameText = context.name(scene.uri).version === version;
  const offers = found && isSameText ? offersFor([withDiagnostic(found, [], context.name)], scene) : [];
  const edit = offers.find(({ title }) => title === action.title)?.edit;
  if (edit === undefined) throw new ResponseError(LSPErrorCodes.ContentModified, 'The document has changed meanwhile.');
  return { ...action, edit: edit() };
}

/** Editors show them in this order: what mends comes before what hides here, then what concerns the whole project. */
function offersFor(touched: readonly Touched[], scene: Scene): readonly Offer[] {
  return [
    ...fixOffers(touched, scene),
    ...suppressionOffers(touched, scene),
    ...levelOffers(touched, scene),
    ...explanationOffers(touched, scene),
  ];
}

function toCodeAction(
  { title, kind, about, isPreferred, command, edit }: Offer,
  { client, name, uri }: Scene,
): CodeAction {
  const { finding, diagnostic } = about;
  const { start, end } = finding.place;
  const data: Unresolved = { ...name(uri), ruleId: finding.ruleId, start, end };
  return {
    title,
    kind,
    diagnostics: [diagnostic],
    ...(isPreferred !== undefined && { isPreferred }),
    ...(command && { command }),
    ...(edit && (client.resolvesEdits ? { data } : { edit: edit() })),
  };
}

async function sceneOf(clientUri: string, context: CodeActionContext): Promise<Scene> {
  const { client, documents, projects, diagnostics, name } = context;
  const stored = await diagnostics.current(clientUri);
  const uri = documents.uriOf(clientUri);
  const session = diagnostics.sessionOf(await projects.of(uri));
  const isCurrent = (file: Uri, ranges: Ranges): boolean => {
    const document = documents.get(file);
    return document === undefined || document.getText() === ranges.textOf(file);
  };
  const findings = currentFindings(uri, stored, isCurrent);
  const configuring = findings.length === 0 ? undefined : await configuringFor(uri, context);
  return { uri, findings, session, languageId: documents.get(uri)?.languageId, configuring, client, name };
}

/**
 * The findings whose places count in the texts as they are now, each cause once. A file that several projects share has findings of each, and
 * a project that is just being checked again knows an older text.
 */
function currentFindings(
  uri: Uri,
  stored: readonly StoredFinding[],
  isCurrent: (file: Uri, ranges: Ranges) => boolean,
): readonly StoredFinding[] {
  const current = stored
    .filter(({ ranges }) => isCurrent(uri, ranges))
    .map(({ finding, ranges }) => {
      const fixes = finding.fixes.filter(({ edits }) => edits.every((edit) => isCurrent(edit.uri, ranges)));
      return { finding: { ...finding, fixes }, ranges };
    });
  return eachOnce(current);
}

function withDiagnostic(stored: StoredFinding, shown: readonly Diagnostic[], name: Naming): Touched {
  const diagnostic = toDiagnostic(stored.finding, stored.ranges, name);
  return { ...stored, diagnostic: shown.find((other) => isSame(other, diagnostic)) ?? diagnostic };
}

/** A kind is asked for by its own name or by that of a wider kind; the empty kind is the widest. */
function wants(only: readonly string[], kind: string): boolean {
  return only.some((asked) => asked === '' || kind === asked || kind.startsWith(`${asked}.`));
}

/** The client's own copy of a diagnostic, so that it sees which one an action belongs to. */
function isSame(shown: Diagnostic, diagnostic: Diagnostic): boolean {
  return (
    shown.source === productId &&
    shown.code === diagnostic.code &&
    shown.message === diagnostic.message &&
    touches(shown.range, diagnostic.range)
  );
}
