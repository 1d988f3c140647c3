import { spanOf, type Span } from '../../base/span';
import type { Expression } from '../../syntax/expression';
import { propertiesOf } from '../../syntax/properties';
import { parsePlain } from '../../syntax/arm/parse';
import { rules } from '../../rules/index';
import type { Rule } from '../../rules/rule';
import { ruleOf } from '../suppressions/directives';
import { configurationShape } from './description';
import type { Shape } from './shape';

/** What stands at a place of a configuration file: a rule's ID or name, or a key or value with its description. */
export type Explained = { readonly span: Span } & ({ readonly rule: Rule } | { readonly description: string });

/** What there is to say of an offset in a configuration file; undefined for what needs no words. Never throws. */
export function explainConfiguration(text: string, offset: number): Explained | undefined {
  const { root } = parsePlain(text);
  return root && explain(root, configurationShape(rules), offset);
}

function explain(value: Expression, shape: Shape, offset: number): Explained | undefined {
  if (!holds(value, offset)) return undefined;
  if (shape.kind === 'list') {
    const items = value.kind === 'array' ? value.items : shape.orOne ? [value] : [];
    return firstOf(items, (item) => (item.kind === 'spread' ? undefined : explain(item, shape.items, offset)));
  }
  if (shape.kind === 'text')
    return value.kind === 'string' ? explainText(value.value, spanOf(value), shape) : undefined;
  if (value.kind !== 'object' || shape.kind === 'flag') return undefined;
  return firstOf(propertiesOf(value), ({ name = '', key, value: inner }) => {
    const span = spanOf(key);
    if (shape.kind === 'map')
      return holds(key, offset) ? explainText(name, span, shape.keys) : explain(inner, shape.values, offset);
    const member = Object.hasOwn(shape.members, name) ? shape.members[name] : undefined;
    if (!member) return undefined;
    return holds(key, offset) ? { span, description: member.description } : explain(inner, member.shape, offset);
  });
}

function explainText(
  text: string,
  span: Span,
  { choices = [] }: Extract<Shape, { kind: 'text' }>,
): Explained | undefined {
  const choice = choices.find((it) => it.text === text);
  const rule = choice && ruleOf({ code: text });
  if (rule) return { span, rule };
  return choice?.description === undefined ? undefined : { span, description: choice.description };
}

function holds({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}

function firstOf<T, R>(items: readonly T[], find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
