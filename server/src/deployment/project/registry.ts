import { joinUri, uriPath } from '../../base/uri';
import type { Uri } from '../../base/uri';

/** A module that a reference names, wherever it is published. */
export type PublishedModule = RegistryModule | TemplateSpec;

/** `br:registry/repository:tag` or `br:registry/repository@digest`. */
export interface RegistryModule {
  readonly kind: 'registry';
  /** Host and port, in lower case. */
  readonly registry: string;
  readonly repository: string;
  /** As written: tags have upper and lower case. */
  readonly version: { readonly tag: string } | { readonly digest: string };
}

/** `ts:subscription/resourceGroup/name:version`. */
export interface TemplateSpec {
  readonly kind: 'templateSpec';
  readonly subscription: string;
  readonly resourceGroup: string;
  readonly name: string;
  readonly version: string;
}

/** What short names in references stand for, by the name as written. */
export interface ModuleAliases {
  /** What `br/name:` stands for: a registry, with a path where there is one. */
  readonly registries: ReadonlyMap<string, string>;
  /** What `ts/name:` stands for: subscription and resource group with `/` between them. */
  readonly templateSpecs: ReadonlyMap<string, string>;
}

/** The aliases that are there without any configuration; see https://learn.microsoft.com/azure/azure-resource-manager/bicep/bicep-config-modules. */
export const builtInAliases: ModuleAliases = {
  registries: new Map([['public', 'mcr.microsoft.com/bicep']]),
  templateSpecs: new Map(),
};

// What may stand in an address is fixed by https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pulling-manifests.
const REFERENCE = /^(br|ts)(?:\/([\w-]+))?:(.+)$/;
const SEGMENT = '[a-z0-9]+(?:[._-][a-z0-9]+)*';
const ADDRESS = new RegExp(
  `^([\\w.-]+(?::\\d+)?|\\[[\\da-fA-F:]+\\](?::\\d+)?)/(${SEGMENT}(?:/${SEGMENT})*)(?::(\\w[\\w.-]{0,127})|@(sha256:[a-f0-9]{64}))$`,
);
const NAME = '[-\\w.()]{0,89}[-\\w()]';
const TEMPLATE_SPEC = new RegExp(`^([\\da-fA-F-]{36})/(${NAME})/(${NAME}):(${NAME})$`);

const CACHED = new RegExp(
  '/(?:br/[^/]+/[^/]+/(?:[^/]+\\$[\\da-f]*|sha256#[\\da-f]+)|ts/[\\da-f-]{36}/[^/]+/[^/]+/[^/]+)/main\\.json$',
);

/** Whether a reference names a published module instead of a file. */
export function isPublished(reference: string): boolean {
  return /^(br|ts)[:/]/.test(reference);
}

/** Whether a document is a compiled template in a module cache, wherever that is: some keep theirs in the repository. */
export function isCachedTemplate(uri: Uri): boolean {
  // Most documents of a project are told apart without being taken apart.
  return uri.includes('/main.json') && CACHED.test(uriPath(uri));
}

/** What a reference names; undefined for a path, an unknown alias, and what is no valid address. */
export function parseModuleReference(reference: string, aliases: ModuleAliases): PublishedModule | undefined {
  const [, scheme, alias, rest] = REFERENCE.exec(reference) ?? [];
  if (rest === undefined) return undefined;
  const known = scheme === 'br' ? aliases.registries : aliases.templateSpecs;
  const prefix = alias === undefined ? undefined : known.get(alias);
  if (alias !== undefined && prefix === undefined) return undefined;
  const address = prefix === undefined ? rest : `${prefix}/${rest}`;
  return scheme === 'br' ? parseRegistryModule(address) : parseTemplateSpec(address);
}

/**
 * The module's compiled template in a module cache, as Bicep lays it out: https://github.com/Azure/bicep, BicepRegistryArtifact.cs,
 * TagEncoder.cs and TemplateSpecModuleArtifact.cs.
 */
export function cachedTemplate(cache: Uri, module: PublishedModule): Uri {
  if (module.kind === 'templateSpec') {
    const { subscription, resourceGroup, name, version } = module;
    return joinUri(cache, `ts/${subscription}/${resourceGroup}/${name}/${version}`.toLowerCase() + '/main.json');
  }
  const { registry, repository, version } = module;
  const folder = 'tag' in version ? encodeTag(version.tag) : version.digest.replace(':', '#');
  return joinUri(cache, `br/${registry.replaceAll(':', '$')}/${repository.replaceAll('/', '$')}/${folder}/main.json`);
}

function parseRegistryModule(address: string): RegistryModule | undefined {
  const [, registry, repository, tag, digest] = ADDRESS.exec(address) ?? [];
  if (registry === undefined || repository === undefined) return undefined;
  const version = tag !== undefined ? { tag } : digest !== undefined ? { digest } : undefined;
  return version && { kind: 'registry', registry: registry.toLowerCase(), repository, version };
}

function parseTemplateSpec(address: string): TemplateSpec | undefined {
  const [, subscription, resourceGroup, name, version] = TEMPLATE_SPEC.exec(address) ?? [];
  if (subscription === undefined || resourceGroup === undefined || name === undefined || version === undefined)
    return undefined;
  return { kind: 'templateSpec', subscription, resourceGroup, name, version };
}

/** Tags differ in case and some file systems do not: which letters are upper case follows as a hexadecimal number, the first letter's bit the lowest. */
function encodeTag(tag: string): string {
  let upper = 0n;
  for (const [index, letter] of [...tag].entries()) if (/[A-Z]/.test(letter)) upper |= 1n << BigInt(index);
  return `${tag}$${upper === 0n ? '' : upper.toString(16)}`;
}
