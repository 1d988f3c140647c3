import type { Problem } from '../../base/problem';
import { DEPLOYMENT_TYPE } from '../../data/resource-types';
import type { Expression, ObjectExpression, ObjectMember, ObjectProperty } from '../expression';
import { parseTemplateString } from './template-string';

/** What Azure reads as it stands, whatever brackets it has. */
const LITERAL_SECTIONS: ReadonlySet<string> = new Set([
  '$schema', 'contentversion', 'languageversion', 'apiprofile', 'metadata', 'definitions',
]); // prettier-ignore
const LITERAL_IN_RESOURCE: ReadonlySet<string> = new Set(['metadata', 'comments']);

/**
 * Parses the `[…]` expressions of a template: everywhere but in the parts that are no input of the deployment, such as descriptions,
 * where brackets are only brackets. What has no expression is returned as it was.
 */
export function parseTemplateStrings(root: ObjectExpression, text: string, problems: Problem[]): ObjectExpression {
  return new TemplateReader(text, problems).template(root);
}

/** Parses the `[…]` expressions of a parameters file. Only `expression` holds one: a `value` is taken as it stands. */
export function parseParameterStrings(root: ObjectExpression, text: string, problems: Problem[]): ObjectExpression {
  return new TemplateReader(text, problems).parameters(root);
}

type Read = (value: Expression, name: string) => Expression;

class TemplateReader {
  constructor(
    private readonly text: string,
    private readonly problems: Problem[],
  ) {}

  readonly template = (template: ObjectExpression): ObjectExpression =>
    this.members(template, (value, name) => {
      if (LITERAL_SECTIONS.has(name)) return value;
      if (name === 'parameters') return this.eachEntry(value, this.parameter);
      if (name === 'outputs') return this.eachEntry(value, this.describedEntry);
      if (name === 'resources') return this.resources(value);
      if (name === 'functions') return this.functions(value);
      return this.everything(value);
    });

  readonly parameters = (file: ObjectExpression): ObjectExpression =>
    this.members(file, (value, name) => (name === 'parameters' ? this.eachEntry(value, this.assignment) : value));

  private readonly assignment: Read = (value, name) => (name === 'expression' ? this.everything(value) : value);

  private readonly parameter: Read = (value, name) => (name === 'defaultvalue' ? this.everything(value) : value);

  private readonly describedEntry: Read = (value, name) =>
    name === 'metadata' || name === 'type' ? value : this.everything(value);

  /** `parameters` or `outputs`: objects by name. */
  private eachEntry(section: Expression, read: Read): Expression {
    if (section.kind !== 'object') return section;
    return this.members(section, (entry) => (entry.kind === 'object' ? this.members(entry, read) : entry));
  }

  /** Only the values of functions hold expressions, and their descriptions stand beside them. */
  private functions(value: Expression): Expression {
    if (value.kind === 'array') return this.items(value, (item) => this.functions(item));
    if (value.kind !== 'object') return value;
    return this.members(value, (member, name) => {
      if (name === 'value') return this.everything(member);
      return name === 'metadata' ? member : this.functions(member);
    });
  }

  /** Resources stand in an array or, by symbolic name, in an object. */
  private resources(value: Expression): Expression {
    if (value.kind === 'array')
      return this.items(value, (item) => (item.kind === 'object' ? this.resource(item) : item));
    if (value.kind !== 'object') return this.everything(value);
    return this.members(value, (member) => (member.kind === 'object' ? this.resource(member) : member));
  }

  private resource(resource: ObjectExpression): ObjectExpression {
    const isDeployment = resource.members.some(isDeploymentType);
    return this.members(resource, (value, name) => {
      if (LITERAL_IN_RESOURCE.has(name)) return value;
      if (name === 'resources') return this.resources(value);
      if (isDeployment && name === 'properties' && value.kind === 'object') return this.members(value, this.deployment);
      return this.everything(value);
    });
  }

  private readonly deployment: Read = (value, name) =>
    name === 'template' && value.kind === 'object' ? this.template(value) : this.everything(value);

  private everything(value: Expression): Expression {
    switch (value.kind) {
      case 'string':
        return parseTemplateString(value, this.text, this.problems);
      case 'object':
        return this.members(value, this.anyMember);
      case 'array':
        return this.items(value, this.anyItem);
      default:
        return value;
    }
  }

  private readonly anyMember: Read = (value) => this.everything(value);
  private readonly anyItem = (item: Expression): Expression => this.everything(item);

  /** `read` gets each property's value and its name in lower case. */
  private members(object: ObjectExpression, read: Read): ObjectExpression {
    let changed: ObjectMember[] | undefined;
    object.members.forEach((member, index) => {
      const now = member.kind === 'property' ? this.property(member, read) : member;
      if (now !== member) changed ??= object.members.slice(0, index);
      changed?.push(now);
    });
    return changed === undefined ? object : { ...object, members: changed };
  }

  private property(property: ObjectProperty, read: Read): ObjectProperty {
    const value = read(property.value, property.name?.toLowerCase() ?? '');
    const key =
      property.key.kind === 'string' ? parseTemplateString(property.key, this.text, this.problems) : property.key;
    if (value === property.value && key === property.key) return property;
    const name = key.kind === 'string' ? key.value : undefined;
    return { kind: 'property', start: property.start, end: property.end, key, name, value };
  }

  private items(array: Extract<Expression, { kind: 'array' }>, read: (item: Expression) => Expression): Expression {
    let changed: Expression[] | undefined;
    const before: Expression[] = [];
    for (const item of array.items) {
      if (item.kind === 'spread') continue;
      const now = read(item);
      if (now !== item) changed ??= before.slice();
      changed?.push(now);
      before.push(item);
    }
    return changed === undefined ? array : { ...array, items: changed };
  }
}

function isDeploymentType(member: ObjectMember): boolean {
  if (member.kind !== 'property' || member.name?.toLowerCase() !== 'type') return false;
  return member.value.kind === 'string' && member.value.value.toLowerCase() === DEPLOYMENT_TYPE;
}
