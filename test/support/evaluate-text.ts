import type { Problem } from '../../server/src/base/problem';
import { Budget } from '../../server/src/deployment/expressions/budget';
import { evaluate } from '../../server/src/deployment/expressions/evaluate';
import type { Names } from '../../server/src/deployment/expressions/scope';
import type { Value } from '../../server/src/deployment/values/value';
import { parseBicep } from '../../server/src/syntax/bicep/parse';
import { parseExpression } from '../../server/src/syntax/arm/expression-parser';

const URI = 'file:///main.bicep';

/** What stands before an expression in the text that is parsed: the offset of its first letter. */
export const EXPRESSION_START = 'var it = '.length;

/** What a Bicep expression comes to. The names that it may use are given with their values. */
export function evaluateBicep(
  expression: string,
  names: Readonly<Record<string, Value>> = {},
  steps = 1_000_000,
): Value {
  const { tree, problems } = parseBicep(`var it = ${expression}\n`);
  const [statement] = tree.statements;
  if (statement?.kind !== 'var' || problems.length > 0) {
    throw new Error(`${expression}: ${problems[0]?.message ?? 'no expression'}`);
  }
  return evaluate(statement.value, { names: namesOf('bicep', names, steps), locals: undefined });
}

/** What an ARM expression comes to, written without its brackets. */
export function evaluateArm(expression: string): Value {
  const problems: Problem[] = [];
  const source = { source: expression, start: 0, end: expression.length, offsets: undefined };
  const parsed = parseExpression(source, problems);
  if (problems.length > 0) throw new Error(`${expression}: ${problems[0]?.message ?? ''}`);
  return evaluate(parsed, { names: namesOf('arm', {}, 1_000_000), locals: undefined });
}

function namesOf(language: Names['language'], values: Readonly<Record<string, Value>>, steps: number): Names {
  return {
    uri: URI,
    path: '',
    language,
    budget: new Budget(steps, 200),
    cloud: 'public',
    identifier: (name) => values[name],
    resourceTurn: () => undefined,
    nestedResource: () => undefined,
    scopeFunction: () => undefined,
    userFunction: () => undefined,
    runtimeMember: () => undefined,
    isAbsent: () => false,
    loadedText: () => undefined,
  };
}
