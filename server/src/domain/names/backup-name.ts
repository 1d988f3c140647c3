import type { Span } from '../../base/span';
import type { Cloud } from '../../data/clouds';
import { isSlipOf, splitBackupSuffix, type BackupSuffix } from './backup-suffix';
import { readGeoLabel, type GeoLabel } from './geo-label';
import type { RegionTable } from './regions';
import { separateWords } from './separate-words';
import { hole, splitLabels, type Label } from './zone-labels';
import type { ZoneMistake, ZoneMistakeKind } from './zone-name';

/** A name that is meant for Azure Backup, taken apart. */
export interface BackupName {
  /** Where it differs from a zone's name, in the order of the name. */
  readonly mistakes: readonly ZoneMistake[];
  /** The name is of something below a zone, or below the public domain, and has no mistake. */
  readonly host: 'private' | 'public' | undefined;
  /** The cloud of a right suffix. */
  readonly cloud: Cloud | undefined;
  /** The cloud that a wrong suffix means. */
  readonly likelyCloud: Cloud | undefined;
  readonly geo: GeoLabel | undefined;
}

/** Takes a name apart (lower case, no dot at the end); undefined where it is not clearly meant for Azure Backup. */
export function readBackupName(name: string, regions: RegionTable): BackupName | undefined {
  // A slip is forgiven in one of the two words only, so most names are done with here.
  if (!name.includes('backup') && !name.includes('windowsazure')) return undefined;
  const { labels, glued } = separateWords(splitLabels(name), regions);
  const suffix = splitBackupSuffix(labels);
  const parts = suffix === undefined ? undefined : readParts(suffix.before, regions);
  if (suffix === undefined || parts === undefined || !isMeant(parts, suffix, glued.length > 0)) return undefined;
  const right = suffix.kind === 'right' || suffix.kind === 'misspelt' || suffix.kind === 'scattered';
  return {
    mistakes: [...mistakesIn(parts, suffix), ...glued.map((label) => mistake('dotMissing', label))].sort(
      (a, b) => a.start - b.start,
    ),
    host: glued.length > 0 || suffix.kind !== 'right' ? undefined : hostKind(parts),
    cloud: right ? suffix.cloud : undefined,
    likelyCloud: suffix.cloud,
    geo: parts.geo?.label.text === '' ? undefined : parts.geo?.label,
  };
}

/** The labels before the suffix, by what they are. Indices count from 0 in `labels`. */
interface Parts {
  readonly labels: readonly Label[];
  /** `*` in front. */
  readonly wildcard: Label | undefined;
  readonly privatelink: Word | undefined;
  readonly backup: Word;
  readonly geo: { readonly index: number; readonly label: GeoLabel } | undefined;
  /** All other labels, the geo code among them. */
  readonly rest: readonly number[];
}

interface Word {
  readonly index: number;
  readonly misspelt: boolean;
}

function readParts(before: readonly Label[], regions: RegionTable): Parts | undefined {
  const wildcard = before[0]?.text === '*' ? before[0] : undefined;
  const labels = wildcard === undefined ? before : before.slice(1);
  const backup = findWord(labels, 'backup', 1);
  if (backup === undefined) return undefined;
  const privatelink = findWord(labels, 'privatelink', 2);
  const rest = labels
    .map((_, index) => index)
    .filter((index) => index !== backup.index && index !== privatelink?.index);
  return { labels, wildcard, privatelink, backup, geo: findGeo(labels, rest, privatelink, backup, regions), rest };
}

/** The last label that is the word, else the last that is the word with a slip. */
function findWord(labels: readonly Label[], word: string, slips: number): Word | undefined {
  const exact = labels.map(({ text }) => text).lastIndexOf(word);
  if (exact >= 0) return { index: exact, misspelt: false };
  const misspelt = labels.map(({ text }) => text === `azure${word}` || isSlipOf(text, word, slips)).lastIndexOf(true);
  return misspelt >= 0 ? { index: misspelt, misspelt: true } : undefined;
}

/** Which label is, or should be, the geo code: the one between the two words, else the last that says anything. */
function findGeo(
  labels: readonly Label[],
  rest: readonly number[],
  privatelink: Word | undefined,
  backup: Word,
  regions: RegionTable,
): Parts['geo'] {
  const read = rest.flatMap((index) => {
    const label = labels[index];
    return label === undefined ? [] : [{ index, label: readGeoLabel(label, regions) }];
  });
  const between = read.filter(({ index }) => (privatelink?.index ?? -1) < index && index < backup.index);
  if (between.length === 1 && privatelink !== undefined) return between[0];
  const last = read.filter(({ label }) => label.meaning.kind !== 'unknown').at(-1) ?? between.at(-1) ?? read.at(-1);
  // A hole that begins the name may hold `privatelink` as well as the code.
  return last?.label.meaning.kind === 'hole' && last.index === 0 ? undefined : last;
}

/** Whether the name is clearly meant for Azure Backup. The less of the suffix is right, the more must be right before it. */
function isMeant(parts: Parts, suffix: BackupSuffix, glued: boolean): boolean {
  const { privatelink, backup, labels, geo, rest } = parts;
  const meaning = geo?.label.meaning.kind;
  const known = meaning === 'code' || meaning === 'regionName';
  const said = known || meaning === 'placeholder' || meaning === 'hole';
  const words = privatelink?.misspelt === false && !backup.misspelt;
  const shaped = words && rest.length === 1 && isInOrder(parts);
  switch (suffix.kind) {
    case 'right':
      if (backup.misspelt) return privatelink?.misspelt === false && known;
      return (
        privatelink !== undefined ||
        known ||
        (backup.index === labels.length - 1 && (!glued || meaning === 'hole' || holds(labels)))
      );
    case 'misspelt':
    case 'scattered':
      return words && !glued;
    case 'unknownDomain':
      return !backup.misspelt && (privatelink !== undefined || known);
    case 'mistaken':
      if (glued) return words && meaning === 'code';
      if (rest.length > 1 || backup.misspelt) return false;
      return words ? rest.length === 0 || said || shaped : meaning === 'code' && privatelink === undefined;
    case 'placeholder':
      return !glued && (shaped || (words && rest.length === 1 && said));
    case 'bare':
      return shaped && (known || meaning === 'placeholder');
    case 'open':
      return shaped ? said : words && rest.length === 1 && meaning === 'code';
  }
}

function holds(labels: readonly Label[]): boolean {
  return labels.some(({ text }) => text.includes(hole));
}

function isInOrder({ privatelink, geo, backup }: Parts): boolean {
  if (privatelink !== undefined && privatelink.index > backup.index) return false;
  return geo === undefined || ((privatelink?.index ?? -1) < geo.index && geo.index < backup.index);
}

/** A name of the right shape with labels in front is a host's. */
function hostKind({ labels, wildcard, privatelink, backup, geo, rest }: Parts): BackupName['host'] {
  const atEnd = backup.index === labels.length - 1 && geo?.index === backup.index - 1;
  if (wildcard !== undefined || backup.misspelt || !atEnd || geo.label.text === '' || rest.length < 2) return undefined;
  if (privatelink === undefined) return 'public';
  return !privatelink.misspelt && privatelink.index === geo.index - 1 ? 'private' : undefined;
}

function mistakesIn(parts: Parts, suffix: BackupSuffix): ZoneMistake[] {
  const { labels, wildcard, privatelink, backup, geo, rest } = parts;
  const all = spanOf(labels);
  const mistakes: ZoneMistake[] = [];
  const add = (kind: ZoneMistakeKind, span: Span | undefined): void => {
    mistakes.push(mistake(kind, span ?? all));
  };
  if (wildcard !== undefined) add('wildcard', wildcard);
  if (privatelink === undefined) add('privatelinkMissing', labels[0]);
  else if (privatelink.misspelt) add('misspelt', labels[privatelink.index]);
  if (rest.length === 0 || geo?.label.text === '') add('geoMissing', all);
  if (geo?.label.meaning.kind === 'placeholder') add('placeholder', geo.label);
  if (rest.length > 1) add('labelSurplus', labels[rest.find((index) => index !== geo?.index) ?? 0]);
  if (!isInOrder(parts) || suffix.kind === 'scattered') add('wrongOrder', all);
  if (backup.misspelt) add('misspelt', labels[backup.index]);
  const wrong = suffixMistakes[suffix.kind];
  if (wrong !== undefined) add(wrong, spanOf(suffix.labels));
  return mistakes;
}

const suffixMistakes: Readonly<Partial<Record<BackupSuffix['kind'], ZoneMistakeKind>>> = {
  misspelt: 'misspelt',
  unknownDomain: 'wrongSuffix',
  mistaken: 'wrongSuffix',
  bare: 'windowsazureMissing',
  placeholder: 'placeholder',
};

function mistake(kind: ZoneMistakeKind, { start, end }: Span): ZoneMistake {
  return { kind, start, end };
}

function spanOf(labels: readonly Label[]): Span {
  return { start: labels[0]?.start ?? 0, end: labels.at(-1)?.end ?? 0 };
}
