import type { Problem } from '../../base/problem';
import type { ObjectExpression } from '../expression';
import { parseJson, type Comment } from './json';
import { parseTemplateStrings } from './template-strings';

export interface ArmParseResult {
  /** Undefined where the text holds no JSON object. */
  readonly root: ObjectExpression | undefined;
  readonly problems: readonly Problem[];
  /** Comments that contain `pelint-`. */
  readonly comments: readonly Comment[];
}

/** Reads an ARM template: the JSON, and the `[…]` expressions in its strings. Never throws. */
export function parseArm(text: string): ArmParseResult {
  const result = parseArmParameters(text);
  if (result.root === undefined) return result;
  const problems = [...result.problems];
  const root = parseTemplateStrings(result.root, text, problems);
  return { root, problems: problems.sort((a, b) => a.start - b.start), comments: result.comments };
}

/** Reads a parameters file. Azure takes its strings as they stand: a parameter's value is no expression. */
export function parseArmParameters(text: string): ArmParseResult {
  const { root, problems, comments } = parseJson(text);
  return { root: root?.kind === 'object' ? root : undefined, problems, comments };
}
