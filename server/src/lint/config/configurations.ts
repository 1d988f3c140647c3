import type { Problem } from '../../base/problem';
import { joinUri, parentUri, resolveUri, uriPath, type Uri } from '../../base/uri';
import { emptyConfigFile, readConfigFile } from './config-file';
import type { ConfigFile, ConfigPart, ConfiguredSuppression } from './config-file';
import { configurationNames } from './description';

/** Which configuration counts: each file's nearest one upwards, or one for all whose patterns are seen from a folder. */
export type ConfigurationChoice = 'nearest' | { readonly file: Uri; readonly folder: Uri };

/** What the configuration says for one file. */
export interface Configuration extends ConfigPart {
  readonly geoCodes: ReadonlyMap<string, string>;
  /** Those for this file; the later they stand, the nearer. */
  readonly suppressions: readonly ConfiguredSuppression[];
  readonly ignored: boolean;
}

/** Something wrong in a configuration file. */
export interface ConfigurationProblem extends Problem {
  readonly uri: Uri;
}

/** What one file, or one of its overrides, says for a file. */
export interface ConfigLayer {
  readonly uri: Uri;
  /** Which of the file's overrides, from 1; undefined for what the file says for all. */
  readonly override: number | undefined;
  readonly part: ConfigPart;
}

/** A module cache as a configuration file names it. */
export interface NamedCache {
  readonly path: string;
  /** The file that the path is seen from. */
  readonly from: Uri;
}

/** A chain of files that extend each other is hardly longer than this. */
const MOST_EXTENDS = 20;

/**
 * The configuration of each file of a project. `texts` may grow meanwhile, until `lacking` names nothing more; no text in it changes.
 * `unreadable` holds files that are there and cannot be read, each with the reason.
 */
export class Configurations {
  private readonly candidates = new Map<Uri, readonly Uri[]>();
  private readonly files = new Map<Uri, ConfigFile>();
  private readonly known = new Map<Uri, Configuration>();
  /** The folders that were found when so many files had been read. */
  private folders: { readonly size: number; readonly found: readonly Uri[] } = { size: 0, found: [] };

  constructor(
    private readonly choice: ConfigurationChoice | undefined,
    private readonly texts: ReadonlyMap<Uri, string>,
    private readonly unreadable: ReadonlyMap<Uri, string> = new Map(),
  ) {}

  /** The files that tell what the configuration of some files is: to be asked for again when they have been read. */
  needed(uris: Iterable<Uri>): ReadonlySet<Uri> {
    const needed = new Set<Uri>();
    // All files of a folder have the same.
    const firstOfFolders = new Map([...uris].map((uri) => [parentUri(uri), uri]));
    for (const uri of firstOfFolders.values()) {
      for (const candidate of this.candidatesFor(uri)) needed.add(candidate);
      for (const { uri: file, extends: next } of this.chainOf(uri)) if (next) needed.add(resolveUri(file, next.text));
    }
    return needed;
  }

  of(uri: Uri): Configuration {
    const known = this.known.get(uri) ?? this.merged(uri);
    this.known.set(uri, known);
    return known;
  }

  /** The module cache that is named for a file. */
  moduleCache(uri: Uri): NamedCache | undefined {
    const named = this.chainOf(uri).find(({ moduleCache }) => moduleCache !== undefined);
    return named?.moduleCache === undefined ? undefined : { path: named.moduleCache, from: named.uri };
  }

  /** What is wrong in the files that count for some files. */
  problems(uris: Iterable<Uri>): readonly ConfigurationProblem[] {
    const problems = new Map<Uri, readonly ConfigurationProblem[]>();
    for (const uri of uris) {
      const chain = this.chainOf(uri);
      for (const file of chain) {
        if (problems.has(file.uri)) continue;
        const own = [...file.problems, ...this.extendsProblems(file, chain)];
        problems.set(
          file.uri,
          own.map((problem) => ({ uri: file.uri, ...problem })),
        );
      }
    }
    return [...problems.values()].flat();
  }

  /** What the configuration of a file is made of: what stands later goes before what stands earlier. */
  layersOf(uri: Uri): readonly ConfigLayer[] {
    const chain = this.chainOf(uri);
    const path = this.pathOf(uri, chain);
    return chain
      .toReversed()
      .flatMap((file) => [
        { uri: file.uri, override: undefined, part: file },
        ...file.overrides.flatMap((part, index) =>
          matches(part.files, path) ? [{ uri: file.uri, override: index + 1, part }] : [],
        ),
      ]);
  }

  private merged(uri: Uri): Configuration {
    const chain = this.chainOf(uri);
    if (chain.length === 0) return UNCONFIGURED;
    const path = this.pathOf(uri, chain);
    let part: ConfigPart = NOTHING_SAID;
    for (const layer of this.layersOf(uri)) part = withPart(part, layer.part);
    const layers = chain.toReversed();
    return {
      ...part,
      geoCodes: new Map(layers.flatMap(({ geoCodes }) => [...geoCodes])),
      suppressions: layers.flatMap((file) => file.suppressions).filter(({ files }) => matches(files, path)),
      ignored: layers.some(({ ignore }) => matches(ignore, path)),
    };
  }

  /** A file's path as the patterns of its configuration see it. */
  private pathOf(uri: Uri, [nearest]: readonly ConfigFile[]): string | undefined {
    return nearest && pathWithin(this.folderOf(nearest), uri);
  }

  /** The configuration file of a file, then what that extends, and so on. */
  private chainOf(uri: Uri): readonly ConfigFile[] {
    const chain: ConfigFile[] = [];
    // Most files of large projects have none, and each is asked about.
    if (!this.mayHaveOne(uri)) return chain;
    let next = this.candidatesFor(uri).find((it) => this.texts.has(it) || this.unreadable.has(it));
    while (next !== undefined && chain.length < MOST_EXTENDS) {
      const file: ConfigFile | undefined = this.read(next);
      if (file === undefined || chain.includes(file)) break;
      chain.push(file);
      next = file.extends && resolveUri(file.uri, file.extends.text);
    }
    return chain;
  }

  private read(uri: Uri): ConfigFile | undefined {
    const known = this.files.get(uri);
    if (known) return known;
    const text = this.texts.get(uri);
    const reason = this.unreadable.get(uri);
    if (text === undefined && reason === undefined) return undefined;
    const file =
      text === undefined ? emptyConfigFile(uri, `This file cannot be read: ${reason}.`) : readConfigFile(uri, text);
    this.files.set(uri, file);
    return file;
  }

  private extendsProblems(file: ConfigFile, chain: readonly ConfigFile[]): readonly Problem[] {
    if (!file.extends) return [];
    const { text, span } = file.extends;
    const target = this.read(resolveUri(file.uri, text));
    if (!target) return [{ ...span, message: `There is no file '${text}'.` }];
    const index = chain.indexOf(file);
    if (chain.indexOf(target) > index) return [];
    if (index < chain.length - 1) return [];
    const circle = chain.slice(Math.max(0, chain.indexOf(target)));
    const message = chain.includes(target)
      ? `This leads back to the same file: ${[...circle, target].map((it) => uriPath(it.uri)).join(' → ')}.`
      : `More than ${MOST_EXTENDS} files extend each other here.`;
    return [{ ...span, message }];
  }

  /** Whether a file is below a folder that has a configuration file, as far as that shows without taking its URI apart. */
  private mayHaveOne(uri: Uri): boolean {
    if (this.choice !== 'nearest') return this.choice !== undefined;
    return this.configuredFolders().some((folder) => uri.startsWith(folder));
  }

  /** The folders with a configuration file among all files that have been read so far, with a slash at the end. */
  private configuredFolders(): readonly Uri[] {
    const size = this.texts.size + this.unreadable.size;
    if (this.folders.size !== size) {
      const found = [...this.texts.keys(), ...this.unreadable.keys()].flatMap((uri) => {
        const name = configurationNames.find((it) => uri.endsWith(`/${it}`));
        return name === undefined ? [] : [uri.slice(0, -name.length)];
      });
      this.folders = { size, found };
    }
    return this.folders.found;
  }

  private candidatesFor(uri: Uri): readonly Uri[] {
    if (this.choice === undefined) return [];
    if (this.choice !== 'nearest') return [this.choice.file];
    return this.candidatesFrom(parentUri(uri));
  }

  /** Every place from a folder upwards where a configuration file may be, the nearest first. */
  private candidatesFrom(folder: Uri): readonly Uri[] {
    const known = this.candidates.get(folder);
    if (known) return known;
    const parent = parentUri(folder);
    const own = configurationNames.map((name) => joinUri(folder, name));
    const found = parent === folder ? own : [...own, ...this.candidatesFrom(parent)];
    this.candidates.set(folder, found);
    return found;
  }

  /** The folder that patterns are seen from: for what a file extends the same as for the file itself. */
  private folderOf({ uri }: ConfigFile): Uri {
    return typeof this.choice === 'object' ? this.choice.folder : parentUri(uri);
  }
}

const NOTHING_SAID: ConfigPart = {
  levels: new Map(),
  dns: undefined,
  cloud: undefined,
  defaultLocation: undefined,
};

const UNCONFIGURED: Configuration = { ...NOTHING_SAID, geoCodes: new Map(), suppressions: [], ignored: false };

function withPart(base: ConfigPart, nearer: ConfigPart): ConfigPart {
  return {
    levels: new Map([...base.levels, ...nearer.levels]),
    dns: nearer.dns ?? base.dns,
    cloud: nearer.cloud ?? base.cloud,
    defaultLocation: nearer.defaultLocation ?? base.defaultLocation,
  };
}

function matches(globs: ConfigFile['ignore'], path: string | undefined): boolean {
  return path !== undefined && globs.some((glob) => glob.matches(path));
}

/** The path of a file below a folder; undefined for one that lies elsewhere. */
function pathWithin(folder: Uri, uri: Uri): string | undefined {
  const above = uriPath(folder).replace(/\/?$/, '/');
  const path = uriPath(uri);
  return path.startsWith(above) ? path.slice(above.length) : undefined;
}
