import { LineIndex } from '../base/line-index';
import type { Place } from '../base/place';
import type { Uri } from '../base/uri';
import type { DeployedResource, Deployment, UnreadModule } from '../deployment/deployment';
import { splitName } from '../deployment/identity/resource-id';
import type { ObjectValue, TextValue } from '../deployment/values/value';
import { getEntry } from '../deployment/values/values';
import { evaluatedText, evaluatedValue, type JsonObject, type JsonValue } from './evaluated-value';

/** What the writer must know beside the deployments. */
export interface EvaluatedContext {
  /** The text of a file that a place names. */
  readonly textOf: (uri: Uri) => string | undefined;
  /** How a file is named to the reader: relative, with forward slashes. */
  readonly pathOf: (uri: Uri) => string;
}

/** The document that `pelint evaluate` prints. */
export interface EvaluatedDocument {
  readonly version: 1;
  readonly deployments: readonly JsonObject[];
}

/** Writes deployments as JSON, with a line break at the end. */
export function formatEvaluatedJson(deployments: readonly Deployment[], context: EvaluatedContext): string {
  return `${JSON.stringify(evaluatedDocument(deployments, context), undefined, 2)}\n`;
}

export function evaluatedDocument(deployments: readonly Deployment[], context: EvaluatedContext): EvaluatedDocument {
  const sourceOf = sourcesIn(context);
  return { version: 1, deployments: deployments.map((it) => evaluatedDeployment(it, context, sourceOf)) };
}

type SourceOf = (place: Place) => JsonObject;

function evaluatedDeployment(deployment: Deployment, { pathOf }: EvaluatedContext, sourceOf: SourceOf): JsonObject {
  const { root, parameters, resources, unread, incomplete } = deployment;
  const deployed = resources.filter((resource) => !resource.existing);
  return {
    template: pathOf(root),
    parameters: parameters === undefined ? null : pathOf(parameters),
    resources: deployed.map((resource) => ({ ...evaluatedResource(resource), source: sourceOf(resource.place) })),
    // Present only where they say something: a module that could not be read, an evaluation that was given up.
    ...(unread.length > 0 ? { unread: unread.map((module) => unreadModule(module, sourceOf)) } : {}),
    ...(incomplete ? { incomplete: { unknown: 'it takes too much work to be worked out as a whole' } } : {}),
  };
}

/** Properties that say where, when and how often a resource is made; Azure gets none of them. */
const NOT_SENT: ReadonlySet<string> = new Set([
  'id',
  'type',
  'name',
  'apiversion',
  'location',
  'parent',
  'scope',
  'dependson',
  'condition',
  'copy',
  'existing',
  'resources',
  'comments',
  'metadata', // prettier-ignore
]);

/** A resource as Azure gets it, in the order of `bicep snapshot`. */
export function evaluatedResource(resource: DeployedResource): JsonObject {
  const { id, type, apiVersion, body, existence, symbolic } = resource;
  const location = getEntry(body, 'location')?.value;
  return {
    id: evaluatedText(id),
    type,
    name: fullName(resource),
    apiVersion,
    ...(location ? { location: evaluatedValue(location) } : {}),
    ...bodyProperties(body),
    ...(existence.kind === 'maybe' ? { condition: { unknown: 'it depends on what is not known' } } : {}),
    ...(symbolic ? { copy: { unknown: 'the number of turns is not known' } } : {}),
  };
}

/** The name with those of its parents before it. */
function fullName({ id, type, name }: DeployedResource): JsonValue {
  // The ID ends with the type's parts and the names in turn; for `…/providers/locks` a namespace is one of the names.
  const depth = type.split('/').length - 1;
  const names = splitName(id)
    .slice(-2 * depth)
    .filter((_, index) => index % 2 === 1);
  if (names.length < depth) return evaluatedValue(name);
  const segments = names.flatMap((part, index): TextValue['segments'] =>
    index === 0 ? part.segments : [{ kind: 'known', text: '/', trail: undefined, offset: undefined }, ...part.segments],
  );
  return evaluatedText({ kind: 'text', segments, trail: undefined });
}

/** Azure takes a property of the resource itself that is null for one that is not given. */
function bodyProperties(body: ObjectValue): JsonObject {
  const sent = [...body.entries].filter(
    ([name, { value }]) => !NOT_SENT.has(name.toLowerCase()) && value.kind !== 'null',
  );
  return Object.fromEntries(sent.map(([name, { value }]) => [name, evaluatedValue(value)]));
}

function unreadModule({ reference, place }: UnreadModule, sourceOf: SourceOf): JsonObject {
  return { module: reference?.path ?? null, source: sourceOf(place) };
}

/** Places in files as people count: from 1. Each file's lines are found once. */
function sourcesIn({ textOf, pathOf }: EvaluatedContext): SourceOf {
  const lines = new Map<Uri, LineIndex>();
  return ({ uri, start }) => {
    const index = lines.get(uri) ?? new LineIndex(textOf(uri) ?? '');
    lines.set(uri, index);
    const { line, character } = index.positionAt(start);
    return { file: pathOf(uri), startLine: line + 1, startColumn: character + 1 };
  };
}
