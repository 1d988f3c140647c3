import { parse } from 'jsonc-parser';
import { builtInAliases } from './registry';
import type { ModuleAliases } from './registry';

/** What a `bicepconfig.json` says of modules. */
export interface ModuleConfig extends ModuleAliases {
  /** A path as written, perhaps with `~` before it; undefined where the file names none. */
  readonly cacheRootDirectory: string | undefined;
}

export const builtInModuleConfig: ModuleConfig = { ...builtInAliases, cacheRootDirectory: undefined };

/** Reads a `bicepconfig.json`, which may have comments. What is not as it should be is passed over; the built-in aliases stand unless the file has others of their names. */
export function parseModuleConfig(text: string): ModuleConfig {
  const config: unknown = parse(text, [], { allowTrailingComma: true });
  const aliases = memberOf(config, 'moduleAliases');
  const cache = memberOf(config, 'cacheRootDirectory');
  return {
    registries: aliasesOf(memberOf(aliases, 'br'), builtInAliases.registries, (alias) => {
      const path = textOf(alias, 'modulePath');
      const registry = textOf(alias, 'registry');
      return registry !== undefined && path !== undefined ? `${registry}/${path}` : registry;
    }),
    templateSpecs: aliasesOf(memberOf(aliases, 'ts'), builtInAliases.templateSpecs, (alias) => {
      const subscription = textOf(alias, 'subscription');
      const group = textOf(alias, 'resourceGroup');
      return subscription !== undefined && group !== undefined ? `${subscription}/${group}` : undefined;
    }),
    cacheRootDirectory: typeof cache === 'string' && cache.trim() !== '' ? cache : undefined,
  };
}

function aliasesOf(
  written: unknown,
  builtIn: ReadonlyMap<string, string>,
  read: (alias: unknown) => string | undefined,
): ReadonlyMap<string, string> {
  const result = new Map(builtIn);
  const members = typeof written === 'object' && written !== null ? Object.entries(written) : [];
  for (const [name, alias] of members) {
    const target = read(alias);
    if (target !== undefined) result.set(name, target);
  }
  return result;
}

function textOf(value: unknown, name: string): string | undefined {
  const text = memberOf(value, name);
  return typeof text === 'string' ? text : undefined;
}

function memberOf(value: unknown, name: string): unknown {
  const members = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return members.find(([key]) => key === name)?.[1];
}
