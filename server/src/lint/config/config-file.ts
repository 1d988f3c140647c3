import { parseGlob, type Glob } from '../../base/glob';
import type { Place } from '../../base/place';
import type { Problem } from '../../base/problem';
import type { Span } from '../../base/span';
import type { Uri } from '../../base/uri';
import { dnsModes, type DnsMode } from '../../domain/resources/settings';
import { rules } from '../../rules/index';
import { parsePlain } from '../../syntax/arm/parse';
import { configurableClouds, configurationShape, levels, type Level } from './description';
import { checkShape, type Checked, type CheckedObject, type Located } from './validate';

/** What one configuration file says, as written: nothing is resolved or merged yet. What is wrong in it is left out. */
export interface ConfigFile extends ConfigPart {
  readonly uri: Uri;
  readonly extends: Located | undefined;
  readonly moduleCache: string | undefined;
  readonly geoCodes: ReadonlyMap<string, string>;
  readonly ignore: readonly Glob[];
  readonly suppressions: readonly ConfiguredSuppression[];
  readonly overrides: readonly ConfigOverride[];
  readonly problems: readonly Problem[];
}

/** What a file says for all files or, in an override, for some. */
export interface ConfigPart {
  /** By the rule's ID. */
  readonly levels: ReadonlyMap<string, Level>;
  readonly dns: DnsMode | undefined;
  readonly cloud: ConfigurableCloud | undefined;
  readonly defaultLocation: string | undefined;
}

export type ConfigurableCloud = (typeof configurableClouds)[number];

export interface ConfigOverride extends ConfigPart {
  readonly files: readonly Glob[];
}

/** Findings that are known in some files and do not count. */
export interface ConfiguredSuppression {
  /** The rules' IDs. */
  readonly ruleIds: ReadonlySet<string>;
  readonly files: readonly Glob[];
  readonly reason: string;
  /** The last day on which it counts, as `2027-06-30`. */
  readonly until: string | undefined;
  readonly place: Place;
}

/** Reads a configuration file. Never throws. */
export function readConfigFile(uri: Uri, text: string): ConfigFile {
  const { root, problems } = parsePlain(text);
  const found: Problem[] = [...problems];
  if (root === undefined && found.length === 0)
    found.push({ start: 0, end: text.length, message: 'Here should stand an object.' });
  const checked = root && checkShape(root, shape, found);
  const config = isObject(checked) ? checked : nothing;
  return {
    uri,
    ...partOf(config),
    extends: located(config, 'extends'),
    moduleCache: located(config, 'moduleCache')?.text,
    geoCodes: geoCodesOf(config),
    ignore: globsOf(config, 'ignore'),
    suppressions: objectsOf(config, 'suppressions').map((it) => suppressionOf(it, uri)),
    overrides: objectsOf(config, 'overrides').map((it) => ({ ...partOf(it), files: globsOf(it, 'files') })),
    problems: found.sort((a, b) => a.start - b.start),
  };
}

/** A file that says nothing, for one that cannot be read. */
export function emptyConfigFile(uri: Uri, problem: string): ConfigFile {
  return { ...readConfigFile(uri, '{}'), problems: [{ start: 0, end: 0, message: problem }] };
}

const shape = configurationShape(rules);

const nothing: CheckedObject = { span: { start: 0, end: 0 }, members: new Map() };

function partOf(config: CheckedObject): ConfigPart {
  return {
    levels: levelsOf(config),
    dns: oneOf(dnsModes, located(config, 'dns')),
    cloud: oneOf(configurableClouds, located(config, 'cloud')),
    defaultLocation: located(config, 'defaultLocation')?.text,
  };
}

function levelsOf(config: CheckedObject): ReadonlyMap<string, Level> {
  const chosen = new Map<string, Level>();
  const written = memberOf(config, 'rules');
  if (!isObject(written)) return chosen;
  for (const [name, { value }] of written.members) {
    const level = isLocated(value) ? oneOf(levels, value) : undefined;
    const id = ruleIdOf(name);
    if (level !== undefined && id !== undefined) chosen.set(id, level);
  }
  return chosen;
}

function geoCodesOf(config: CheckedObject): ReadonlyMap<string, string> {
  const written = memberOf(config, 'geoCodes');
  if (!isObject(written)) return new Map();
  const codes = [...written.members].map(
    ([region, { value }]) => [region, isLocated(value) ? value.text : ''] as const,
  );
  return new Map(codes);
}

function suppressionOf(config: CheckedObject, uri: Uri): ConfiguredSuppression {
  const { start, end }: Span = config.span;
  return {
    ruleIds: new Set(textsOf(config, 'rule').flatMap((text) => ruleIdOf(text) ?? [])),
    files: globsOf(config, 'path'),
    reason: located(config, 'reason')?.text ?? '',
    until: located(config, 'until')?.text,
    place: { uri, start, end },
  };
}

function ruleIdOf(text: string): string | undefined {
  return rules.find(({ id, name }) => id === text || name === text)?.id;
}

function globsOf(config: CheckedObject, name: string): readonly Glob[] {
  return textsOf(config, name).flatMap((text) => {
    const glob = parseGlob(text);
    return typeof glob === 'string' ? [] : [glob];
  });
}

function textsOf(config: CheckedObject, name: string): readonly string[] {
  return listOf(config, name).flatMap((item) => (isLocated(item) ? [item.text] : []));
}

function objectsOf(config: CheckedObject, name: string): readonly CheckedObject[] {
  return listOf(config, name).filter(isObject);
}

function listOf(config: CheckedObject, name: string): readonly Checked[] {
  const value = memberOf(config, name);
  return Array.isArray(value) ? (value as readonly Checked[]) : [];
}

function located(config: CheckedObject, name: string): Located | undefined {
  const value = memberOf(config, name);
  return isLocated(value) ? value : undefined;
}

function memberOf({ members }: CheckedObject, name: string): Checked | undefined {
  return members.get(name)?.value;
}

function isObject(value: Checked | undefined): value is CheckedObject {
  return typeof value === 'object' && 'members' in value;
}

function isLocated(value: Checked | undefined): value is Located {
  return typeof value === 'object' && 'text' in value;
}

function oneOf<T extends string>(texts: readonly T[], value: Located | undefined): T | undefined {
  return texts.find((text) => text === value?.text);
}
