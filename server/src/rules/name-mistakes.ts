import type { TextEdit } from '../base/text-edit';
import { spelledAt } from '../domain/names/flat-text';
import type { FlatText } from '../domain/names/flat-text';
import { hole } from '../domain/names/zone-labels';
import type { ZoneMistake, ZoneMistakeKind } from '../domain/names/zone-name';
import type { Editor } from '../model/edit/editor';

/** What is wrong with a name, for a message. */
export function describeMistakes(mistakes: readonly ZoneMistake[]): string {
  return [...new Set(mistakes.map(({ kind }) => WORDS[kind]))].join(' and ');
}

/** The edits that turn a name into another with the same holes; undefined where a part of it is not spelled in one place. */
export function rewritten(name: FlatText, wanted: string, editor: Editor): readonly TextEdit[] | undefined {
  const from = name.text.split(hole);
  const to = wanted.split(hole);
  if (from.length !== to.length) return undefined;
  const edits: TextEdit[] = [];
  let offset = 0;
  for (const [index, part] of from.entries()) {
    const replacement = to[index] ?? '';
    if (part !== replacement) {
      const spelled = spelledAt(name, { start: offset, end: offset + part.length });
      const edit = spelled && editor.replaceInText(spelled, replacement);
      if (!edit) return undefined;
      edits.push(edit);
    }
    offset += part.length + hole.length;
  }
  return edits;
}

const WORDS: Readonly<Record<ZoneMistakeKind, string>> = {
  wildcard: "'*.' does not belong in a zone's name",
  privatelinkMissing: "'privatelink.' is missing",
  geoMissing: 'the geo code of the region is missing',
  placeholder: 'a placeholder was never replaced by a geo code',
  dotMissing: 'a dot is missing',
  wrongOrder: 'its parts are in the wrong order',
  labelSurplus: 'it has more parts than it should',
  windowsazureMissing: "'windowsazure' is missing",
  wrongSuffix: 'the suffix is not that of Azure Backup',
  misspelt: 'a word is misspelt',
};
