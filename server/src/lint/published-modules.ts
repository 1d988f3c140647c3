import { fileUri, joinUri, parentUri, resolveUri } from '../base/uri';
import type { Uri } from '../base/uri';
import { builtInModuleConfig, parseModuleConfig } from '../deployment/project/module-config';
import type { ModuleConfig } from '../deployment/project/module-config';
import { cachedTemplate, parseModuleReference } from '../deployment/project/registry';
import type { Configurations } from './config/configurations';

/** Where the modules lie that Bicep has fetched from registries. */
export interface ModuleLocations {
  /** The cache that the user names on the command line; it goes before those in configuration files. */
  readonly cache?: Uri | undefined;
  /** The user's home folder, which `~` in a `bicepconfig.json` stands for and which has Bicep's own cache, `.bicep`, in it. */
  readonly home?: Uri | undefined;
}

/** Finds published modules in the module cache, as pelint's configuration of a file or else its nearest `bicepconfig.json` says. */
export class PublishedModules {
  private readonly candidates = new Map<Uri, readonly Uri[]>();
  private readonly configs = new Map<Uri, ModuleConfig>();

  /** `texts` may grow meanwhile; no text in it changes. */
  constructor(
    private readonly texts: ReadonlyMap<Uri, string>,
    private readonly locations: ModuleLocations,
    private readonly own: Configurations,
  ) {}

  /** The compiled template that a reference names, whether it is there or not; undefined for what is no valid reference. */
  resolve(from: Uri, reference: string): Uri | undefined {
    const file = this.configurations(from).find((uri) => this.texts.has(uri));
    const config = file === undefined ? builtInModuleConfig : this.read(file);
    const named = this.own.moduleCache(from);
    const cache = named ? this.cacheOf(named.path, named.from) : this.cacheOf(config.cacheRootDirectory, file ?? from);
    const module = parseModuleReference(reference, config);
    return cache === undefined || module === undefined ? undefined : cachedTemplate(cache, module);
  }

  /** Where a file's configuration may be: the first one that is there counts. */
  configurations(from: Uri): readonly Uri[] {
    const folder = parentUri(from);
    const known = this.candidates.get(folder) ?? configurationsFrom(folder);
    this.candidates.set(folder, known);
    return known;
  }

  private read(file: Uri): ModuleConfig {
    const config = this.configs.get(file) ?? parseModuleConfig(this.texts.get(file) ?? '');
    this.configs.set(file, config);
    return config;
  }

  private cacheOf(written: string | undefined, from: Uri): Uri | undefined {
    const { cache, home } = this.locations;
    if (cache !== undefined) return cache;
    const below =
      home === undefined ? undefined : written === undefined ? '.bicep' : /^~(?:[/\\]|$)(.*)$/.exec(written)?.[1];
    if (home !== undefined && below !== undefined) return joinUri(home, below.replaceAll('\\', '/'));
    if (written === undefined || written.startsWith('~')) return undefined;
    return /^([A-Za-z]:)?[/\\]/.test(written) ? fileUri(written.replaceAll('\\', '/')) : resolveUri(from, written);
  }
}

function configurationsFrom(folder: Uri): readonly Uri[] {
  const found: Uri[] = [];
  for (let current = folder, last = ''; current !== last; current = parentUri(current)) {
    found.push(joinUri(current, 'bicepconfig.json'));
    last = current;
  }
  return found;
}
