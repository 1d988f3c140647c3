import { changedPart } from '../base/changed-part';
import type { Place } from '../base/place';
import type { TextEdit } from '../base/text-edit';
import { spelledAt } from '../domain/names/flat-text';
import type { FlatText, Piece } from '../domain/names/flat-text';
import { hole } from '../domain/names/zone-labels';
import type { ZoneMistake, ZoneMistakeKind } from '../domain/names/zone-name';
import type { Editor } from '../model/edit/editor';

/** What is wrong with a name, for a message. */
export function describeMistakes(mistakes: readonly ZoneMistake[]): string {
  return [...new Set(mistakes.map(({ kind }) => WORDS[kind]))].join(' and ');
}

/** The edits that turn a name into another with the same holes; undefined where what changes is not spelled in one place. */
export function rewritten(name: FlatText, wanted: string, editor: Editor): readonly TextEdit[] | undefined {
  const from = name.text.split(hole);
  const to = wanted.split(hole);
  if (from.length !== to.length) return undefined;
  const edits: TextEdit[] = [];
  let offset = 0;
  for (const [index, part] of from.entries()) {
    const replacement = to[index] ?? '';
    if (part !== replacement) {
      const { place, text } = spelledChange(name, offset, part, replacement);
      const edit = place && editor.replaceInText(place, text);
      if (!edit) return undefined;
      edits.push(edit);
    }
    offset += part.length + hole.length;
  }
  return edits;
}

interface Change {
  readonly place: Place | undefined;
  readonly text: string;
}

/** What to write where, so that a part of a name becomes another: the part as a whole, or no more of it than differs. */
function spelledChange(name: FlatText, offset: number, part: string, replacement: string): Change {
  const whole = spelledAt(name, { start: offset, end: offset + part.length });
  if (whole) return { place: whole, text: replacement };
  const changed = changedPart(part, replacement);
  const start = offset + changed.start;
  const end = offset + changed.endBefore;
  const text = replacement.slice(changed.start, changed.endAfter);
  return { place: start === end ? insertionPlace(name, start) : spelledAt(name, { start, end }), text };
}

/** Where something can be put into a name: at the end of a piece only where that is the zone's own words, never into a geo code. */
function insertionPlace(name: FlatText, at: number): Place | undefined {
  const touching = name.pieces.filter(({ start, end }) => start <= at && at <= end);
  const [piece, ...others] = touching.filter((it) => (it.start < at && at < it.end) || isOfZone(it));
  // Of two pieces that meet, one is looked at alone.
  return piece && others.length === 0 ? spelledAt({ ...name, pieces: [piece] }, { start: at, end: at }) : undefined;
}

function isOfZone({ segment }: Piece): boolean {
  return segment.kind === 'known' && /privatelink|backup|windowsazure/i.test(segment.text);
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
