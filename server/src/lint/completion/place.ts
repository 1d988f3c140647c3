import { ZONE_TYPE } from '../../data/resource-types';
import type { SourceFile } from '../../model/source-file';
import type { BicepNode } from '../../syntax/bicep/walk';
import type { Expression, ObjectExpression, ObjectProperty } from '../../syntax/expression';
import { literalText, propertyValue } from '../../syntax/properties';
import type { CompletionPlace } from './completion';
import { directiveAt, isInMetadata } from './directive-place';
import { slotAt, type Slot } from './slot';

/** Tells what may stand at an offset, from the text alone. */
export function placeAt(file: SourceFile, offset: number): CompletionPlace | undefined {
  const directive = directiveAt(file, offset);
  if (directive) return directive;
  const slot = slotAt(file, offset);
  return slot && (inText(slot, file, offset) ?? asValue(slot, file, offset));
}

const CONNECTIONS: ReadonlySet<string> = new Set([
  'privatelinkserviceconnections',
  'manualprivatelinkserviceconnections',
]);

function asValue(slot: Slot, file: SourceFile, offset: number): CompletionPlace | undefined {
  const { writer, around } = slot;
  if (!writer) return undefined;
  const parent = around.at(-1);
  const properties = around.filter((it): it is ObjectProperty => it.kind === 'property');
  const names = properties.map(({ name }) => name?.toLowerCase() ?? '');
  const property = properties.at(-1);
  const name = names.at(-1);
  if (name === 'groupids' && property && parent?.kind === 'array' && names.some((it) => CONNECTIONS.has(it)))
    return { kind: 'groupId', slot, key: property.key };
  if (file.tree.kind !== 'file' && isInMetadata(names)) return { kind: 'rule', span: slot.span, slot, used: [] };
  const isWhole = parent === property;
  if (isWhole && name === 'name' && isZone(around)) return { kind: 'zoneName', slot };
  if (isWhole && name === 'privatednszoneid' && file.tree.kind !== 'file') return { kind: 'zoneId', slot };
  if (parent && namesZone(parent, slot)) return { kind: 'zoneName', slot };
  // Whoever begins like this means a zone, wherever its name is kept.
  const isNamed = /^privatelink\.[\w.-]*$/i.test(typedIn(slot, file, offset));
  return isNamed && isEvaluated(slot) ? { kind: 'zoneName', slot } : undefined;
}

/** In texts also a part of one may be offered. */
function inText(slot: Slot, { text }: SourceFile, offset: number): CompletionPlace | undefined {
  const { content } = slot;
  if (!content) return undefined;
  const before = text.slice(content.start, offset);
  const after = text.slice(offset, content.end);
  const label = /^[\w-]*/.exec(after)?.[0] ?? '';
  const geo = /(?:^|[./])privatelink\.([\w-]*)$/i.exec(before);
  if (geo && /^\.backup(?:\.|$)/i.test(after.slice(label.length)))
    return { kind: 'geoCode', span: { start: offset - (geo[1]?.length ?? 0), end: offset + label.length } };
  const id = /\/privateDnsZones\/([\w.-]*)$/i.exec(before);
  const rest = /^[\w.-]*/.exec(after)?.[0] ?? '';
  return id && isEvaluated(slot)
    ? { kind: 'zoneInText', span: { start: offset - (id[1]?.length ?? 0), end: offset + rest.length } }
    : undefined;
}

/** What is only read, such as a path, a type or a description, must not be put together of parts; and no zone is named there. */
const ONLY_READ: ReadonlySet<string> = new Set<BicepNode['kind']>([
  'decorator',
  'extends',
  'extension',
  'import',
  'metadata',
  'type',
  'using',
]);
const ONLY_READ_IN_JSON: ReadonlySet<string> = new Set(['metadata', 'allowedvalues']);

function isEvaluated({ around, span }: Slot): boolean {
  const parent = around.at(-1);
  if (parent?.kind === 'resource' || parent?.kind === 'module' || parent?.kind === 'test') return false;
  return !around.some((it) => {
    if (it.kind === 'param') return it.default === undefined || span.start < it.default.start;
    return ONLY_READ.has(it.kind) || (it.kind === 'property' && ONLY_READ_IN_JSON.has(it.name?.toLowerCase() ?? ''));
  });
}

function typedIn({ content }: Slot, { text }: SourceFile, offset: number): string {
  return content ? text.slice(content.start, offset) : '';
}

/** Whether the innermost object is the body of a zone, by the declaration around it or by its own `type`. */
function isZone(around: readonly BicepNode[]): boolean {
  const index = around.findLastIndex(({ kind }) => kind === 'object');
  const object = around[index];
  if (object?.kind !== 'object') return false;
  const above = around
    .slice(0, index)
    .findLast(({ kind }) => kind !== 'if' && kind !== 'for' && kind !== 'parenthesized');
  return above?.kind === 'resource' ? isZoneType(above.type) : isZoneType(typeOf(object));
}

function typeOf(object: ObjectExpression): Expression | undefined {
  return propertyValue(object, 'type');
}

/** Whether a call makes an ID, and the slot is where it takes a zone's name. */
function namesZone(parent: BicepNode, { span }: Slot): boolean {
  if (parent.kind !== 'call' && parent.kind !== 'methodCall') return false;
  const index = parent.arguments.findIndex((it) => it.start <= span.start && span.end <= it.end);
  return isZoneType(parent.arguments[index - 1]);
}

function isZoneType(type: Expression | undefined): boolean {
  return literalText(type)?.split('@')[0]?.toLowerCase() === ZONE_TYPE;
}
