import type { Expression } from '../expression';
import { propertyValue } from '../properties';

/** What a deployment template may be meant for. */
export type ArmScope = 'resourceGroup' | 'subscription' | 'managementGroup' | 'tenant';

/** The file names of Azure's schemas, in any version, from any host (each cloud has its own), with or without the closing `#`. */
const SCHEMA = /\/(subscription|managementGroup|tenant)?deployment(template|parameters)\.json#?$/i;
const MENTIONS_SCHEMA = /deployment(?:template|parameters)\.json/i;
const SCOPES: readonly ArmScope[] = ['subscription', 'managementGroup', 'tenant'];

/**
 * Whether JSON text is worth a parse: false for nearly all JSON that is no template. True promises nothing; ask `detectArmDocument`.
 */
export function looksLikeArm(text: string): boolean {
  if (MENTIONS_SCHEMA.test(text)) return true;
  return /"contentVersion"/i.test(text) && /"resources"/i.test(text);
}

/**
 * What a JSON document is, by its `$schema` and, where that is missing, by its shape. Undefined means that it is not for us: any
 * other JSON, also JSON that carries a template deep inside, as a policy definition does.
 */
export function detectArmDocument(root: Expression | undefined): 'template' | 'parameters' | undefined {
  if (root?.kind !== 'object') return undefined;
  const schema = propertyValue(root, '$schema');
  if (schema !== undefined) {
    const kind = schema.kind === 'string' ? SCHEMA.exec(schema.value)?.[2]?.toLowerCase() : undefined;
    return kind === 'template' || kind === 'parameters' ? kind : undefined;
  }
  const resources = propertyValue(root, 'resources')?.kind;
  const hasShape =
    propertyValue(root, 'contentVersion') !== undefined && (resources === 'array' || resources === 'object');
  return hasShape ? 'template' : undefined;
}

/** The scope that a template's `$schema` stands for; undefined where the text is no template's schema. */
export function scopeOfSchema(schema: string): ArmScope | undefined {
  const match = SCHEMA.exec(schema);
  if (match?.[2]?.toLowerCase() !== 'template') return undefined;
  const prefix = match[1]?.toLowerCase();
  return SCOPES.find((scope) => scope.toLowerCase() === prefix) ?? 'resourceGroup';
}
