import { spanOf } from '../../base/span';
import type { Expression, ObjectExpression } from '../../syntax/expression';
import { literalText, propertyValue } from '../../syntax/properties';
import type { CountLoop, FileReference, ModuleDefinition, ModuleSource, TargetScope, Template } from '../template';
import { withCopies } from './copies';
import { skipped } from './sections';

/** Lowers a template that is written inside a deployment; `scope` is where it is deployed to if its `$schema` does not say. */
export type LowerTemplate = (template: ObjectExpression, scope: TargetScope | undefined) => Template;

/** `deployment().properties.templateLink.uri`, from its end. */
const OWN_ADDRESS = ['uri', 'templatelink', 'properties'];

/** Lowers a `Microsoft.Resources/deployments`. */
export function lowerDeployment(
  object: ObjectExpression,
  symbol: string | undefined,
  loop: CountLoop | undefined,
  lowerTemplate: LowerTemplate,
): ModuleDefinition {
  const properties = propertyValue(object, 'properties');
  const name = propertyValue(object, 'name');
  const resourceGroup = propertyValue(object, 'resourceGroup');
  return {
    span: spanOf(object),
    symbol,
    nameSpan: spanOf(name ?? object),
    name,
    source: sourceOf(properties, resourceGroup && 'resourceGroup', lowerTemplate),
    parameters: parametersOf(properties),
    scope: propertyValue(object, 'scope'),
    resourceGroup,
    subscriptionId: propertyValue(object, 'subscriptionId'),
    condition: propertyValue(object, 'condition'),
    loop,
    dependsOn: propertyValue(object, 'dependsOn'),
  };
}

function sourceOf(
  properties: Expression | undefined,
  scope: TargetScope | undefined,
  lowerTemplate: LowerTemplate,
): ModuleSource {
  const template = propertyValue(properties, 'template');
  if (template?.kind === 'object') {
    const options = propertyValue(properties, 'expressionEvaluationOptions');
    const inner = literalText(propertyValue(options, 'scope'))?.toLowerCase() === 'inner';
    return { kind: 'inline', template: lowerTemplate(template, scope), expressions: inner ? 'inner' : 'outer' };
  }
  const link = propertyValue(properties, 'templateLink');
  if (link === undefined) return { kind: 'unknown', reason: 'the deployment has no template', link: undefined };
  const reference = linkedFile(link);
  if (reference !== undefined) return { kind: 'file', reference };
  const id = propertyValue(link, 'id');
  const reason = id ? 'the template is a template spec in Azure' : 'the template is at another address';
  return { kind: 'unknown', reason, link: spanOf(id ?? propertyValue(link, 'uri') ?? link) };
}

/** The file that a `templateLink` names relative to this one. */
function linkedFile(link: Expression): FileReference | undefined {
  const path = propertyValue(link, 'relativePath') ?? relativeAddress(propertyValue(link, 'uri'));
  if (path?.kind !== 'string' || path.value === '') return undefined;
  return { kind: 'templateLink', path: path.value, span: spanOf(path) };
}

/** `uri(deployment().properties.templateLink.uri, 'nested/x.json')` was the way to say it before `relativePath` existed. */
function relativeAddress(address: Expression | undefined): Expression | undefined {
  if (address?.kind !== 'call' || address.name.name.toLowerCase() !== 'uri') return undefined;
  let base = address.arguments[0];
  for (const name of OWN_ADDRESS) {
    if (base?.kind !== 'member' || base.name.name.toLowerCase() !== name) return undefined;
    base = base.target;
  }
  return base?.kind === 'call' && base.name.name.toLowerCase() === 'deployment' ? address.arguments[1] : undefined;
}

/** With a `parametersLink` the values are elsewhere: skipped text stands for what is not known. */
function parametersOf(properties: Expression | undefined): Expression | undefined {
  const parameters = propertyValue(properties, 'parameters');
  if (parameters !== undefined) return withCopies(parameters);
  const link = propertyValue(properties, 'parametersLink');
  return link === undefined ? undefined : skipped(link);
}
