import type { Problem } from '../../base/problem';
import type { ObjectExpression } from '../expression';
import { parseJson, type Comment } from './json';
import { parseParameterStrings, parseTemplateStrings } from './template-strings';

export interface ArmParseResult {
  /** Undefined where the text holds no JSON object. */
  readonly root: ObjectExpression | undefined;
  readonly problems: readonly Problem[];
  /** Comments that contain `pelint-`. */
  readonly comments: readonly Comment[];
}

/** Reads an ARM template: the JSON, and the `[…]` expressions in its strings. Never throws. */
export function parseArm(text: string): ArmParseResult {
  return withExpressions(parsePlain(text), text);
}

/** Adds the expressions to a file that was read as plain JSON, for a reader that had to see first whether it is a template. */
export function withExpressions(plain: ArmParseResult, text: string): ArmParseResult {
  return reread(plain, text, parseTemplateStrings);
}

/** Reads a parameters file. Azure takes its strings as they stand, but for those that are called `expression`. Never throws. */
export function parseArmParameters(text: string): ArmParseResult {
  return withParameterExpressions(parsePlain(text), text);
}

/** Adds the expressions to a file that was read as plain JSON, for a reader that had to see first whether it holds parameters. */
export function withParameterExpressions(plain: ArmParseResult, text: string): ArmParseResult {
  return reread(plain, text, parseParameterStrings);
}

/** Reads the JSON alone. Never throws. */
export function parsePlain(text: string): ArmParseResult {
  const { root, problems, comments } = parseJson(text);
  return { root: root?.kind === 'object' ? root : undefined, problems, comments };
}

function reread(plain: ArmParseResult, text: string, parse: typeof parseTemplateStrings): ArmParseResult {
  if (plain.root === undefined) return plain;
  const problems = [...plain.problems];
  const root = parse(plain.root, text, problems);
  return { root, problems: problems.sort((a, b) => a.start - b.start), comments: plain.comments };
}
