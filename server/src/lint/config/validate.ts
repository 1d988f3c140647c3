import { nearest } from '../../base/nearest';
import type { Problem } from '../../base/problem';
import { spanOf, type Span } from '../../base/span';
import { propertiesOf } from '../../syntax/properties';
import type { Expression, ObjectExpression } from '../../syntax/expression';
import type { ListShape, MapShape, ObjectShape, Shape, TextShape } from './shape';

/** A text of the configuration and where it stands. */
export interface Located {
  readonly text: string;
  readonly span: Span;
}

/**
 * What a file says, as far as it has the shape that it should have: an object's members by name and a map's by key, lists as arrays, texts
 * with their places. What is wrong is left out, and said in `problems`.
 */
export type Checked = Located | boolean | readonly Checked[] | CheckedObject;

export interface CheckedObject {
  readonly span: Span;
  /** A name may be any text, so the members are no properties. */
  readonly members: ReadonlyMap<string, CheckedMember>;
}

export interface CheckedMember {
  readonly key: Located;
  readonly value: Checked;
}

export function checkShape(value: Expression, shape: Shape, problems: Problem[]): Checked | undefined {
  switch (shape.kind) {
    case 'text':
      return checkText(value, shape, problems);
    case 'flag':
      return value.kind === 'boolean' ? value.value : wrong(value, 'true or false', problems);
    case 'list':
      return checkList(value, shape, problems);
    case 'object':
      return value.kind === 'object' ? checkObject(value, shape, problems) : wrong(value, 'an object', problems);
    case 'map':
      return value.kind === 'object' ? checkMap(value, shape, problems) : wrong(value, 'an object', problems);
  }
}

function checkText(value: Expression, shape: TextShape, problems: Problem[]): Located | undefined {
  if (value.kind !== 'string') return wrong(value, `${shape.what}, as text`, problems);
  const message = textProblem(value.value, shape);
  if (message === undefined) return { text: value.value, span: spanOf(value) };
  problems.push({ ...spanOf(value), message });
  return undefined;
}

function textProblem(text: string, { what, choices, choicesListed, pattern, check }: TextShape): string | undefined {
  if (choices && !choices.some((it) => it.text === text)) {
    const texts = choices.map((it) => it.text);
    const meant = nearest(text, texts);
    const hint = meant === undefined ? (choicesListed ?? `It can be ${texts.join(', ')}.`) : `Did you mean '${meant}'?`;
    return `'${text}' is not ${what}. ${hint}`;
  }
  if (pattern !== undefined && !new RegExp(pattern).test(text)) return `'${text}' is not ${what}.`;
  return check?.(text);
}

function checkList(value: Expression, { items, orOne }: ListShape, problems: Problem[]): Checked | undefined {
  if (value.kind !== 'array') {
    if (!orOne) return wrong(value, 'an array', problems);
    const only = checkShape(value, items, problems);
    return only === undefined ? undefined : [only];
  }
  return value.items.flatMap((item) => {
    const checked = item.kind === 'spread' ? undefined : checkShape(item, items, problems);
    return checked === undefined ? [] : [checked];
  });
}

/** An object that lacks what it must have is left out as a whole. */
function checkObject(value: ObjectExpression, { members }: ObjectShape, problems: Problem[]): Checked | undefined {
  const found = new Map<string, CheckedMember>();
  const names = Object.keys(members);
  const written = writtenMembers(value, problems);
  for (const { key, value: inner } of written) {
    const member = Object.hasOwn(members, key.text) ? members[key.text] : undefined;
    if (member === undefined) {
      const meant = nearest(key.text, names);
      const hint = meant === undefined ? `The keys here are ${names.join(', ')}.` : `Did you mean '${meant}'?`;
      problems.push({ ...key.span, message: `There is no key '${key.text}'. ${hint}` });
      continue;
    }
    const checked = checkShape(inner, member.shape, problems);
    if (checked !== undefined) found.set(key.text, { key, value: checked });
  }
  const required = names.filter((name) => members[name]?.required);
  for (const name of required) {
    if (!written.some(({ key }) => key.text === name))
      problems.push({ start: value.start, end: value.start + 1, message: `The key '${name}' is missing here.` });
  }
  return required.every((name) => found.has(name)) ? { span: spanOf(value), members: found } : undefined;
}

function checkMap(value: ObjectExpression, { keys, values }: MapShape, problems: Problem[]): Checked {
  const found = new Map<string, CheckedMember>();
  for (const { key, value: inner } of writtenMembers(value, problems)) {
    const message = textProblem(key.text, keys);
    if (message !== undefined) problems.push({ ...key.span, message });
    const checked = checkShape(inner, values, problems);
    if (message === undefined && checked !== undefined) found.set(key.text, { key, value: checked });
  }
  return { span: spanOf(value), members: found };
}

/** The members by name. What cannot be read has been said by the parser. */
function writtenMembers(
  object: ObjectExpression,
  problems: Problem[],
): readonly { readonly key: Located; readonly value: Expression }[] {
  const seen = new Set<string>();
  return propertiesOf(object).flatMap(({ name, key, value }) => {
    if (name === undefined || value.kind === 'skipped') return [];
    const span = spanOf(key);
    if (seen.has(name)) problems.push({ ...span, message: `The key '${name}' stands here a second time.` });
    seen.add(name);
    return [{ key: { text: name, span }, value }];
  });
}

function wrong(value: Expression, wanted: string, problems: Problem[]): undefined {
  if (value.kind !== 'skipped') problems.push({ ...spanOf(value), message: `Here should stand ${wanted}.` });
  return undefined;
}
