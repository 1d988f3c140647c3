import type { DeployedResource } from '../../deployment/deployment';
import type { RuntimeValue, TextValue, Value } from '../../deployment/values/value';
import { segmentsOf, textOf, toSegments } from '../../deployment/values/values';
import { idKey, parseResourceId, sliceSegment, splitName } from '../../deployment/identity/resource-id';
import type { ResourceIndex } from './resource-index';

/** A service whose resources are found by their host names. */
interface Service {
  readonly type: string;
  /** What follows a resource's own label in its host's name. */
  readonly hosts: RegExp;
}

const KEY_VAULT: Service = { type: 'Microsoft.KeyVault/vaults', hosts: /^vault\./i };
/** Accounts with endpoints in a DNS zone of their own have its number behind their name. */
const STORAGE_ACCOUNT: Service = { type: 'Microsoft.Storage/storageAccounts', hosts: /^(z\d+\.)?blob\./i };

/** The Key Vault that a key's or vault's URI belongs to: by its host's first label, or by the vault whose property the URI is. */
export function keyVaultOf(uri: Value | undefined, index: ResourceIndex): DeployedResource | undefined {
  return ownerOf(uri, KEY_VAULT, index);
}

/** The name of the Key Vault that a key's or vault's URI belongs to. No two Key Vaults of the world have the same. */
export function keyVaultNameOf(uri: Value | undefined): TextValue | undefined {
  const pointer = pointerOf(uri);
  if (!pointer) return hostLabel(uri, KEY_VAULT.hosts);
  const parts = parseResourceId(pointer.resource);
  const isOfVault = parts && `${parts.type.toLowerCase()}/`.startsWith(`${KEY_VAULT.type.toLowerCase()}/`);
  return isOfVault ? parts.names[0] : undefined;
}

/** The storage account that a blob's URI belongs to. */
export function storageAccountOf(uri: Value | undefined, index: ResourceIndex): DeployedResource | undefined {
  return ownerOf(uri, STORAGE_ACCOUNT, index);
}

/** The firewall whose private address a value is, as a run-time property; a literal address is matched by the caller's own knowledge. */
export function firewallOf(address: Value | undefined, index: ResourceIndex): DeployedResource | undefined {
  const pointer = pointerOf(address);
  return pointer && /privateIPAddress$/i.test(pointer.path) ? index.byId(pointer.resource) : undefined;
}

function ownerOf(uri: Value | undefined, { type, hosts }: Service, index: ResourceIndex): DeployedResource | undefined {
  const pointer = pointerOf(uri);
  if (pointer) return ancestorOfType(pointer.resource, type, index);
  const label = hostLabel(uri, hosts);
  const wanted = label && idKey(label);
  const named = wanted ? index.ofType(type).filter(({ name }) => nameKey(name) === wanted) : [];
  return named.find(({ existing }) => !existing) ?? named[0];
}

function nameKey(name: Value): string | undefined {
  const segments = toSegments(name);
  return segments && idKey(textOf(segments));
}

/** The run-time value that a text begins with, or that it is. */
function pointerOf(value: Value | undefined): RuntimeValue | undefined {
  if (value?.kind === 'runtime') return value;
  const first = value?.kind === 'text' ? segmentsOf(value)[0] : undefined;
  return first?.kind === 'hole' && first.value.kind === 'runtime' ? first.value : undefined;
}

/** A key's property names the key; its vault is the resource above it. */
function ancestorOfType(id: TextValue, type: string, index: ResourceIndex): DeployedResource | undefined {
  const found = index.byId(id);
  if (found?.type.toLowerCase() === type.toLowerCase()) return found;
  const names = splitName(id).length;
  const vault = index
    .ofType(type)
    .find((resource) => splitName(resource.id).length < names && idKey(id).startsWith(`${idKey(resource.id)}/`));
  return vault ?? undefined;
}

/** The first label of a URI's host, where the next ones are the service's: `https://${name}.vault.azure.net/…` has the name. */
function hostLabel(uri: Value | undefined, service: RegExp): TextValue | undefined {
  const host = uri?.kind === 'text' ? splitName(uri)[2] : undefined;
  const segments = host?.segments ?? [];
  const index = segments.findIndex((segment) => segment.kind === 'known' && segment.text.includes('.'));
  const segment = segments[index];
  if (segment?.kind !== 'known') return undefined;
  const dot = segment.text.indexOf('.');
  const next = segments[index + 1];
  const rest = segment.text.slice(dot + 1) + (next?.kind === 'known' ? next.text : '');
  const start = dot === 0 ? [] : [sliceSegment(segment, 0, dot)];
  return service.test(rest) ? textOf([...segments.slice(0, index), ...start]) : undefined;
}
