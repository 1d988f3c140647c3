import type { Decorator, Expression } from '../../syntax/expression';
import type { BicepFile, ParameterDeclaration, TypeExpression } from '../../syntax/bicep/nodes';
import type { ParameterDefinition } from '../template';
import { spanOf } from './resources';

export function lowerParameter(declaration: ParameterDeclaration, file: BicepFile): ParameterDefinition {
  const type = declaration.type;
  return {
    name: declaration.name.name,
    span: spanOf(declaration),
    nameSpan: spanOf(declaration.name),
    type: type?.kind === 'namedType' ? type.name : undefined,
    default: declaration.default,
    allowed: decoratorArguments(declaration.decorators, 'allowed')?.flatMap(arrayItems) ?? unionLiterals(type, file),
    secure: hasDecorator(declaration.decorators, 'secure'),
    nullable: isNullable(type, file),
  };
}

export function hasDecorator(decorators: readonly Decorator[], name: string): boolean {
  return decoratorArguments(decorators, name) !== undefined;
}

/** The arguments of `@name(…)` or `@sys.name(…)`, or undefined where it is not there. */
function decoratorArguments(decorators: readonly Decorator[], name: string): readonly Expression[] | undefined {
  for (const { expression } of decorators) {
    if (expression.kind === 'call' || expression.kind === 'methodCall') {
      if (expression.name.name === name) return expression.arguments;
    }
  }
  return undefined;
}

function arrayItems(expression: Expression): readonly Expression[] {
  return expression.kind === 'array' ? expression.items.filter((item) => item.kind !== 'spread') : [];
}

/** Whether null is a value of a type: also of `'a' | 'b'?`, where the question mark belongs to the last member alone. */
function isNullable(type: TypeExpression | undefined, file: BicepFile, depth = 0): boolean {
  if (!type || depth > 4) return false;
  switch (type.kind) {
    case 'nullableType':
      return true;
    case 'literalType':
      return type.value.kind === 'null';
    case 'parenthesizedType':
      return isNullable(type.inner, file, depth + 1);
    case 'unionType':
      return type.members.some((member) => isNullable(member, file, depth + 1));
    case 'namedType':
      return isNullable(aliasOf(type.name, file), file, depth + 1);
    default:
      return false;
  }
}

/** The values of a type that is a union of literals, written in place or declared in the same file. */
function unionLiterals(
  type: TypeExpression | undefined,
  file: BicepFile,
  depth = 0,
): readonly Expression[] | undefined {
  if (!type || depth > 4) return undefined;
  switch (type.kind) {
    case 'literalType':
      return [type.value];
    case 'parenthesizedType':
      return unionLiterals(type.inner, file, depth + 1);
    case 'unionType': {
      const members = type.members.map((member) => unionLiterals(member, file, depth + 1));
      return members.every((literals) => literals !== undefined) ? members.flat() : undefined;
    }
    case 'namedType':
      return unionLiterals(aliasOf(type.name, file), file, depth + 1);
    default:
      return undefined;
  }
}

/** What a type declared in the file stands for. */
function aliasOf(name: string, file: BicepFile): TypeExpression | undefined {
  const alias = file.statements.find((statement) => statement.kind === 'type' && statement.name.name === name);
  return alias?.kind === 'type' ? alias.value : undefined;
}
