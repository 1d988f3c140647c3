import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { globSync } from 'tinyglobby';

/** A module of Microsoft's public registry at one version: `avm/res/network/private-endpoint`, `0.12.1`. */
export interface PublicModule {
  readonly path: string;
  readonly version: string;
}

export interface LaidOutCache {
  /** The modules that are in the cache now. */
  readonly present: readonly PublicModule[];
  /** Those that were asked for and that the corpus does not hold. */
  readonly missing: readonly PublicModule[];
}

const REFERENCE = /'(?:br\/public:|br:mcr\.microsoft\.com\/bicep\/)([^':]+):([^'\n]+)'/g;

/** The verified modules' sources have this in place of their version: publishing a module puts the version in. */
const VERSION_TOKEN = '-..--..-';

/** Every public module that a text refers to, each once. */
export function publicModulesIn(...texts: readonly string[]): PublicModule[] {
  const found = new Map<string, PublicModule>();
  for (const text of texts) {
    for (const [, modulePath, version] of text.matchAll(REFERENCE)) {
      if (modulePath !== undefined && version !== undefined)
        found.set(`${modulePath}:${version}`, { path: modulePath, version });
    }
  }
  return [...found.values()];
}

/** Every public module that some Bicep or parameter file below a folder refers to, each once. */
export function publicModulesBelow(folder: string): PublicModule[] {
  const files = globSync('**/*.{bicep,bicepparam}', { cwd: folder, absolute: true });
  return publicModulesIn(...files.map((file) => readFileSync(file, 'utf8')));
}

/**
 * Lays modules out as Bicep's module cache (`<cache>/br/…`), so that pelint and the real compiler (with `cacheRootDirectory`, or with
 * the cache as `$HOME/.bicep`, and `--no-restore`) find them. The corpus holds one version of each module; it stands in for all of them.
 */
export function layOutModuleCache(
  verifiedModules: string,
  cache: string,
  modules: readonly PublicModule[],
): LaidOutCache {
  const present: PublicModule[] = [];
  const missing: PublicModule[] = [];
  for (const module of modules) {
    const compiled = path.join(verifiedModules, module.path, 'main.json');
    // An upper-case letter would have to be encoded in the folder's name; no published version has one.
    const usable = existsSync(compiled) && module.version === module.version.toLowerCase();
    if (usable) writeModule(cache, module, readFileSync(compiled, 'utf8').replaceAll(VERSION_TOKEN, module.version));
    (usable ? present : missing).push(module);
  }
  return { present, missing };
}

/** Writes one module, with the files beside it that the compiler wants before it takes a module for restored. */
function writeModule(cache: string, { path: modulePath, version }: PublicModule, template: string): void {
  const folder = path.join(cache, 'br', 'mcr.microsoft.com', `bicep/${modulePath}`.replaceAll('/', '$'), `${version}$`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'main.json'), template);
  writeFileSync(path.join(folder, 'manifest'), JSON.stringify(manifestOf(template)));
  writeFileSync(path.join(folder, 'metadata'), '{}');
  writeFileSync(path.join(folder, 'lock'), '');
}

function manifestOf(template: string): object {
  return {
    schemaVersion: 2,
    mediaType: 'application/vnd.oci.image.manifest.v1+json',
    artifactType: 'application/vnd.ms.bicep.module.artifact',
    config: {
      mediaType: 'application/vnd.ms.bicep.module.config.v1+json',
      digest: digestOf(''),
      size: 0,
      annotations: {},
    },
    layers: [
      {
        mediaType: 'application/vnd.ms.bicep.module.layer.v1+json',
        digest: digestOf(template),
        size: Buffer.byteLength(template),
        annotations: {},
      },
    ],
    annotations: {},
  };
}

function digestOf(text: string): string {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}
