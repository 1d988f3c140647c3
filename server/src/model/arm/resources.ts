import { spanOf } from '../../base/span';
import { DEPLOYMENT_TYPE } from '../../data/resource-types';
import type { Expression, ObjectExpression, ObjectProperty } from '../../syntax/expression';
import { literalText, propertiesOf, propertyValue } from '../../syntax/properties';
import type { CountLoop, ModuleDefinition, ResourceDefinition, SuppressionDirective } from '../template';
import { objectWithCopies } from './copies';
import { lowerDeployment, type LowerTemplate } from './deployments';
import { metadataDirectives } from './directives';
import { isTrue } from './sections';

/** Properties that say how often and whether a resource is made, or that hold other resources: no part of its body. */
const NOT_IN_BODY: ReadonlySet<string> = new Set(['resources', 'copy', 'condition']);

/** What a `resources` section holds. */
export interface LoweredResources {
  readonly resources: readonly ResourceDefinition[];
  /** Nested deployments, also those that are written inside a resource. */
  readonly modules: readonly ModuleDefinition[];
  readonly directives: readonly SuppressionDirective[];
}

/** Lowers a `resources` section: an array or, in language version 2, an object by symbolic names. */
export function lowerResources(section: Expression | undefined, lowerTemplate: LowerTemplate): LoweredResources {
  const lowering = new ResourceLowering(lowerTemplate);
  const resources = lowering.section(section, undefined);
  return { resources, modules: lowering.modules, directives: lowering.directives };
}

class ResourceLowering {
  readonly modules: ModuleDefinition[] = [];
  readonly directives: SuppressionDirective[] = [];

  constructor(private readonly lowerTemplate: LowerTemplate) {}

  section(section: Expression | undefined, enclosingType: string | undefined): ResourceDefinition[] {
    if (section?.kind === 'array') {
      return section.items.flatMap((item) =>
        item.kind === 'object' ? this.resource(item, undefined, enclosingType) : [],
      );
    }
    if (section?.kind !== 'object') return [];
    return propertiesOf(section).flatMap((property: ObjectProperty) =>
      property.value.kind === 'object' ? this.resource(property.value, property.name, enclosingType) : [],
    );
  }

  /** The resource, or nothing where the object is a nested deployment, which goes to the modules. */
  private resource(
    object: ObjectExpression,
    symbol: string | undefined,
    enclosingType: string | undefined,
  ): ResourceDefinition[] {
    this.directives.push(...metadataDirectives(object));
    const typeValue = propertyValue(object, 'type');
    const written = literalText(typeValue) ?? '';
    const existing = isTrue(propertyValue(object, 'existing'));
    const loop = lowerLoop(propertyValue(object, 'copy'));
    if (written.toLowerCase() === DEPLOYMENT_TYPE && !existing) {
      this.modules.push(lowerDeployment(object, symbol, loop, this.lowerTemplate));
      return [];
    }
    const nested = enclosingType !== undefined && !isWholeType(written);
    const type = nested ? `${enclosingType}/${written}` : written;
    const name = propertyValue(object, 'name');
    return [
      {
        span: spanOf(object),
        symbol,
        nameSpan: spanOf(name ?? typeValue ?? object),
        type,
        apiVersion: literalText(propertyValue(object, 'apiVersion')) ?? '',
        typeSpan: spanOf(typeValue ?? object),
        existing,
        name,
        parent: undefined,
        scope: propertyValue(object, 'scope') ?? elsewhere(object),
        condition: propertyValue(object, 'condition'),
        loop,
        body: bodyOf(object),
        dependsOn: propertyValue(object, 'dependsOn'),
        children: this.section(propertyValue(object, 'resources'), type),
        nested,
      },
    ];
  }
}

/** Where an `existing` resource of language version 2 lies that names a resource group or subscription: the scope object of these. */
function elsewhere(object: ObjectExpression): Expression | undefined {
  const group = propertyValue(object, 'resourceGroup');
  const subscription = propertyValue(object, 'subscriptionId');
  const written = [subscription, group].filter((value) => value !== undefined);
  const [first] = written;
  if (!first || !isTrue(propertyValue(object, 'existing'))) return undefined;
  const name = { kind: 'identifier', ...spanOf(first), name: group ? 'resourceGroup' : 'subscription' } as const;
  return { kind: 'call', ...spanOf(first), name, arguments: written };
}

/**
 * Inside another resource, Azure takes a type with a provider's namespace, `Microsoft.Network/…`, for a whole one, and the name beside
 * it for a whole name; `virtualNetworkLinks` or `providers/locks` continue the parent's type, and the name its name.
 */
function isWholeType(type: string): boolean {
  return type.slice(0, Math.max(0, type.indexOf('/'))).includes('.');
}

function lowerLoop(copy: Expression | undefined): CountLoop | undefined {
  const count = propertyValue(copy, 'count');
  if (copy === undefined || count === undefined) return undefined;
  return { kind: 'count', span: spanOf(copy), name: literalText(propertyValue(copy, 'name')) ?? '', count };
}

function bodyOf(resource: ObjectExpression): ObjectExpression {
  const members = resource.members.filter(
    (member) => member.kind !== 'property' || !NOT_IN_BODY.has(member.name?.toLowerCase() ?? ''),
  );
  return objectWithCopies(members.length === resource.members.length ? resource : { ...resource, members });
}
