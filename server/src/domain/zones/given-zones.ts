import { bothGuards } from '../../deployment/values/guards';
import type { Deployment, UnreadModule } from '../../deployment/deployment';
import type { Guard, TextValue, Value } from '../../deployment/values/value';
import { classifyZone } from '../names/backup-zone';
import { zoneOfId } from '../topology/find-topology';
import { flatText } from '../names/flat-text';
import type { RegionTable } from '../names/regions';
import type { ZoneMistakeKind, ZoneName } from '../names/zone-name';
import type { NamedZone } from './zone-references';

/** The name of a Backup zone that is given to a module that cannot be read. */
export interface GivenZone extends NamedZone {
  readonly module: UnreadModule;
}

/**
 * The names of Backup zones that modules are given whose templates cannot be read, as whole texts or in resource IDs. Such a module may do
 * anything with a name, so of names by themselves only those count that are private zones whatever it does: with `privatelink` in them,
 * and nothing for the module to replace.
 */
export function givenZones({ unread }: Deployment, regions: RegionTable): readonly GivenZone[] {
  const zones: GivenZone[] = [];
  // What stands in for a module declares the zones that it is given.
  for (const module of unread.filter(({ standIn }) => !standIn)) {
    const guard: Guard = module.existence.kind === 'maybe' ? module.existence.guard : new Map();
    for (const value of module.given().values()) {
      for (const text of textsIn(value, guard)) {
        const zone = readGiven(text, regions);
        if (zone) zones.push({ ...zone, module });
      }
    }
  }
  return zones;
}

function readGiven(text: TextValue, regions: RegionTable): NamedZone | undefined {
  const inId = zoneOfId(text);
  const name = flatText(inId ?? text);
  const meaning = classifyZone(name.text, regions);
  return inId || isPrivateZone(name.text, meaning) ? { name, meaning } : undefined;
}

function isPrivateZone(name: string, meaning: ZoneName): boolean {
  if (!name.toLowerCase().includes('privatelink')) return false;
  if (meaning.kind !== 'malformedBackup') return meaning.kind === 'backup';
  return meaning.mistakes.every(({ kind }) => CERTAIN.has(kind));
}

/** What no module puts right. A placeholder or a wildcard may be there for it to replace, and it may add labels that lack. */
const CERTAIN: ReadonlySet<ZoneMistakeKind> = new Set([
  'dotMissing',
  'wrongOrder',
  'windowsazureMissing',
  'wrongSuffix',
  'misspelt',
]);

/** The texts of a value, on all levels, that are possible under a guard. */
function* textsIn(value: Value, guard: Guard): Iterable<TextValue> {
  switch (value.kind) {
    case 'text':
      yield value;
      return;
    case 'array':
      for (const item of value.each ? [...value.items, value.each] : value.items) yield* textsIn(item, guard);
      return;
    case 'object':
      for (const entry of value.entries.values()) yield* textsIn(entry.value, guard);
      return;
    case 'oneOf':
      for (const option of value.options) {
        const both = bothGuards(guard, option.guard);
        if (both) yield* textsIn(option.value, both);
      }
      return;
    case 'number':
    case 'boolean':
    case 'null':
    case 'runtime':
    case 'unknown':
      return;
  }
}
