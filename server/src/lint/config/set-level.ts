import { findNodeAtLocation, modify, parseTree, type FormattingOptions, type JSONPath, type Node } from 'jsonc-parser';
import type { Uri } from '../../base/uri';
import type { Change } from '../../model/edit/change';
import { layoutAt } from '../../model/edit/layout';
import type { Finding } from '../finding';
import { addBehindComment } from './add-property';
import { readConfigFile } from './config-file';
import type { Configurations } from './configurations';
import type { Level } from './description';

/** Where the level that a rule has in some file is to be said. */
export interface LevelSite {
  /** The nearest configuration file of that file. */
  readonly uri: Uri;
  /** Which of its overrides decides now, from 1; undefined where what is said for all files does. */
  readonly override: number | undefined;
}

/** The place in the configuration of a file where a level counts; undefined where the file has no configuration. */
export function levelSite(configurations: Configurations, file: Uri, ruleId: string): LevelSite | undefined {
  const layers = configurations.layersOf(file);
  const nearest = layers.findLast(({ override }) => override === undefined);
  const deciding = layers.findLast(({ part }) => part.levels.has(ruleId));
  if (!nearest) return undefined;
  const { uri } = nearest;
  return { uri, override: deciding?.uri === uri ? deciding.override : undefined };
}

/**
 * The changes of a configuration file that give a rule a level. Comments and layout stay, and so does the rule's spelling. Undefined for
 * a file that cannot be read whole: a change there may break more than it mends.
 */
export function changesForLevel(
  text: string,
  override: LevelSite['override'],
  { ruleId, ruleName }: Pick<Finding, 'ruleId' | 'ruleName'>,
  level: Level,
): readonly Change[] | undefined {
  const root = parseTree(text);
  if (root?.type !== 'object' || readConfigFile('', text).problems.length > 0) return undefined;
  const rules: JSONPath = override === undefined ? ['rules'] : ['overrides', override - 1, 'rules'];
  const list = findNodeAtLocation(root, rules);
  const written = list?.children?.map(({ children }) => String(children?.[0]?.value));
  // Of two spellings the later one counts.
  const found = written?.findLast((name) => name === ruleId || name === ruleName);
  const added =
    found === undefined ? addLevel(text, list, findNodeAtLocation(root, rules.slice(0, -1)), ruleId, level) : undefined;
  if (added) return added;
  const key = found ?? ruleId;
  const edits = modify(text, [...rules, key], level, { formattingOptions: formattingOf(text) });
  return edits.map(({ offset, length, content }) => ({ start: offset, end: offset + length, newText: content }));
}

/** The level of a rule that the file does not name yet, where that needs more care than a JSON editor takes. */
function addLevel(
  text: string,
  list: Node | undefined,
  around: Node | undefined,
  ruleId: string,
  level: Level,
): readonly Change[] | undefined {
  if (list) return addBehindComment(text, list, ruleId, [`"${level}"`]);
  const { unit } = layoutAt(text, 0);
  return around && addBehindComment(text, around, 'rules', ['{', `${unit}"${ruleId}": "${level}"`, '}']);
}

function formattingOf(text: string): FormattingOptions {
  const { unit, lineBreak } = layoutAt(text, 0);
  return { insertSpaces: !unit.includes('\t'), tabSize: unit.length, eol: lineBreak };
}
