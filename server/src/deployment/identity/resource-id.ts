import { append } from '../../base/append';
import type { KnownSegment, TextSegment, TextValue, Trail, Value } from '../values/value';
import { text, textKey, textOf, toSegments } from '../values/values';

/** A resource ID taken apart. Names may hold unknown parts; the type never does. */
export interface ResourceIdParts {
  /** The resource's whole type: `Microsoft.Network/privateDnsZones/virtualNetworkLinks`. */
  readonly type: string;
  /** One name for each part of the type behind the namespace. */
  readonly names: readonly TextValue[];
  /** What stands before the last `/providers/`: a resource group, a subscription, or for an extension its resource. */
  readonly scope: TextValue;
  readonly subscription: TextValue | undefined;
  readonly resourceGroup: TextValue | undefined;
}

/** A key that is equal for equal IDs, known or not, whatever their case. */
export function idKey(id: TextValue): string {
  return textKey(id).toLowerCase();
}

/** Joins known texts and values to one text; undefined where a value is no text. */
export function joinText(parts: readonly (string | Value)[], trail?: Trail): TextValue | undefined {
  const segments: TextSegment[] = [];
  for (const part of parts) {
    const added = typeof part === 'string' ? text(part).segments : toSegments(part);
    if (!added) return undefined;
    append(segments, added);
  }
  return textOf(segments, trail);
}

/** The ID of a resource below a scope: `type` has a namespace and one name for each further part. Undefined where the numbers differ. */
export function resourceId(
  scope: TextValue,
  type: string,
  names: readonly Value[],
  trail?: Trail,
): TextValue | undefined {
  const [namespace = '', ...types] = type.split('/');
  const [name] = names;
  const lower = type.toLowerCase();
  // These two are no providers' resources in an ID.
  if (lower === 'microsoft.resources/resourcegroups' && name && names.length === 1)
    return joinText([scope, '/resourceGroups/', name], trail);
  if (lower === 'microsoft.resources/subscriptions' && name && names.length === 1)
    return joinText(['/subscriptions/', name], trail);
  if (namespace === '' || types.length === 0 || types.length !== names.length) return undefined;
  const parts: (string | Value)[] = [scope, `/providers/${namespace}`];
  types.forEach((part, index) => {
    const partName = names[index];
    if (partName) parts.push(`/${part}/`, partName);
  });
  return joinText(parts, trail);
}

export function startsAsId({ segments: [first] }: TextValue): boolean {
  return first?.kind === 'known' && first.text.startsWith('/');
}

/** The whole of an ID that is given from the provider on, such as `Microsoft.Network/publicIPAddresses/ip`; undefined for other texts. */
export function fullId(id: TextValue, scope: TextValue): TextValue | undefined {
  const [provider, ...others] = splitName(id);
  const isPair = others.length > 0 && others.length % 2 === 0;
  return isPair && /^\w+(\.\w+)+$/.test(knownPart(provider) ?? '') ? joinText([scope, '/providers/', id]) : undefined;
}

/** Takes an ID apart; undefined for a text that does not show its type, such as one that is a hole altogether. */
export function parseResourceId(id: TextValue): ResourceIdParts | undefined {
  const parts = [...splitName(id)];
  if (isKnown(parts[0], '')) parts.shift();
  const providers = lastIndexOf(parts, 'providers');
  const subscription = isKnown(parts[0], 'subscriptions') ? parts[1] : undefined;
  const resourceGroup = subscription && isKnown(parts[2], 'resourceGroups') ? parts[3] : undefined;
  if (providers < 0)
    return resourceGroup && parts.length === 4 ? groupId(parts, subscription, resourceGroup) : undefined;
  const namespace = knownPart(parts[providers + 1]);
  if (namespace === undefined || namespace === '') return undefined;
  const types = [namespace];
  const names: TextValue[] = [];
  for (let index = providers + 2; index < parts.length; index += 2) {
    const type = knownPart(parts[index]);
    const name = parts[index + 1];
    if (type === undefined || !name) return undefined;
    types.push(type);
    names.push(name);
  }
  if (names.length === 0) return undefined;
  return { type: types.join('/'), names, scope: joinPath(parts.slice(0, providers)), subscription, resourceGroup };
}

/** The ID of a resource's parent resource, or undefined for one that has none. */
export function parentId(id: TextValue): TextValue | undefined {
  const parts = parseResourceId(id);
  if (!parts || parts.names.length < 2) return undefined;
  return resourceId(parts.scope, parts.type.slice(0, parts.type.lastIndexOf('/')), parts.names.slice(0, -1));
}

/** Splits a name such as `vault/policy` at its slashes; holes are taken to have none. Each part has the way of the whole. */
export function splitName(name: TextValue): readonly TextValue[] {
  return splitPath(name.segments).map((segments) => textOf(segments, name.trail));
}

function groupId(parts: TextValue[], subscription: TextValue | undefined, group: TextValue): ResourceIdParts {
  const scope = joinPath(parts.slice(0, 2));
  return { type: 'Microsoft.Resources/resourceGroups', names: [group], scope, subscription, resourceGroup: group };
}

function splitPath(segments: readonly TextSegment[]): readonly (readonly TextSegment[])[] {
  const parts: TextSegment[][] = [[]];
  for (const segment of segments) {
    if (segment.kind === 'hole') {
      parts[parts.length - 1]?.push(segment);
      continue;
    }
    let start = 0;
    for (let slash = segment.text.indexOf('/'); slash >= 0; slash = segment.text.indexOf('/', start)) {
      pushPiece(parts, segment, start, slash);
      parts.push([]);
      start = slash + 1;
    }
    pushPiece(parts, segment, start, segment.text.length);
  }
  return parts;
}

function pushPiece(parts: TextSegment[][], segment: KnownSegment, start: number, end: number): void {
  if (start < end) parts[parts.length - 1]?.push(sliceSegment(segment, start, end));
}

/** A stretch of a known segment, at its own place in the file. */
export function sliceSegment(segment: KnownSegment, start: number, end: number): KnownSegment {
  const offset = segment.offset === undefined ? undefined : segment.offset + start;
  return { ...segment, text: segment.text.slice(start, end), offset };
}

function joinPath(parts: readonly TextValue[]): TextValue {
  const pieces = parts.flatMap((part): (string | Value)[] => ['/', part]);
  return joinText(pieces) ?? text('');
}

function lastIndexOf(parts: readonly TextValue[], word: string): number {
  for (let index = parts.length - 1; index >= 0; index--) if (isKnown(parts[index], word)) return index;
  return -1;
}

function isKnown(part: TextValue | undefined, word: string): boolean {
  return knownPart(part)?.toLowerCase() === word.toLowerCase();
}

function knownPart(part: TextValue | undefined): string | undefined {
  if (!part) return undefined;
  const known = part.segments.map((segment) => (segment.kind === 'known' ? segment.text : undefined));
  return known.includes(undefined) ? undefined : known.join('');
}
