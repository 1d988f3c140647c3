import type { Span } from '../base/span';
import type { TextEdit } from '../base/text-edit';
import { flatText, spelledAt } from '../domain/names/flat-text';
import type { FlatText } from '../domain/names/flat-text';
import { namesZone } from '../domain/resources/literal-uses';
import type { ZoneReference } from '../domain/zones/zone-references';
import { spellingsOf } from '../domain/zones/zone-spellings';
import { rewritten } from './name-mistakes';
import type { RuleContext } from './rule';

/** A zone's name where it is declared, in an ID, or handed to a module. */
export type RenamedZone = Pick<ZoneReference, 'name'> & Partial<Pick<ZoneReference, 'zone' | 'resource'>>;

/**
 * The edits that put a text for a part of a zone's name, wherever the deployment spells the name of that zone; undefined where that cannot
 * be done, a spelling serves something else, or the zone would get the name of another one.
 */
export function renamed(
  reference: RenamedZone,
  part: Span,
  text: string,
  context: RuleContext,
): readonly TextEdit[] | undefined {
  const name = reference.name.text;
  return changed(reference, name.slice(0, part.start) + text + name.slice(part.end), context, (spelling) => {
    const place = spelledAt(spelling, part);
    const edit = place && context.editor.replaceInText(place, text);
    return edit && [edit];
  });
}

/** The same for a whole name that has the same holes. */
export function rewrittenZone(
  reference: RenamedZone,
  wanted: string,
  context: RuleContext,
): readonly TextEdit[] | undefined {
  return changed(reference, wanted, context, (spelling) => rewritten(spelling, wanted, context.editor));
}

/** The name, and where the deployment declares the zone, the same name in everything that refers to it. */
export function spellings({ zone, name }: RenamedZone, { deployment }: RuleContext): readonly FlatText[] {
  const others = zone ? spellingsOf(zone, deployment) : [];
  return [name, ...others.filter(({ text }) => text.toLowerCase() === name.text.toLowerCase())];
}

/**
 * The same, with a change that is the caller's: it tells the edits for one spelling, or undefined where that cannot be changed. `wanted` is
 * the name that comes of it.
 */
export function changed(
  reference: RenamedZone,
  wanted: string,
  context: RuleContext,
  change: (spelling: FlatText) => readonly TextEdit[] | undefined,
): readonly TextEdit[] | undefined {
  if (!change(reference.name) || isTaken(reference, wanted, context)) return undefined;
  const edits = new Map<string, TextEdit>();
  for (const spelling of spellings(reference, context)) {
    // What is made of another spelling, by `toLower()` for example, changes with it.
    for (const edit of change(spelling) ?? []) edits.set(keyOf(edit), edit);
  }
  const all = [...edits.values()];
  return all.some((edit) => context.uses.isShared(edit, namesZone)) ? undefined : all;
}

/** Whether a name is that of another declared zone, or of one that the same zone group binds: no deployment takes a zone twice. */
function isTaken({ zone, resource, name }: RenamedZone, wanted: string, { topology }: RuleContext): boolean {
  const declared = zone ? topology.zones.filter((it) => it.resource !== zone && !it.resource.existing) : [];
  const groups = topology.endpoints.flatMap(({ zoneGroups }) => zoneGroups);
  const bindings = groups.find((group) => group.resource === resource)?.bindings ?? [];
  const others = [...declared.map((it) => it.name), ...bindings.map((it) => it.zoneName)];
  return others.some((other) => {
    const text = other && flatText(other).text.toLowerCase();
    return text === wanted.toLowerCase() && text !== name.text.toLowerCase();
  });
}

function keyOf({ uri, start, end }: TextEdit): string {
  return `${uri} ${start} ${end}`;
}
