import type { DeployedResource } from '../deployment/deployment';
import type { RuntimeValue, TextValue, Value } from '../deployment/value';
import { knownText, segmentsOf, textOf, toSegments } from '../deployment/values';
import { idKey, splitName } from '../deployment/resource-id';
import type { ResourceIndex } from './resource-index';

/** The Key Vault that a key's or vault's URI belongs to: by its host's first label, or by the vault whose property the URI is. */
export function keyVaultOf(uri: Value | undefined, index: ResourceIndex): DeployedResource | undefined {
  return ownerOf(uri, 'Microsoft.KeyVault/vaults', index);
}

/** The storage account that a blob's URI belongs to. */
export function storageAccountOf(uri: Value | undefined, index: ResourceIndex): DeployedResource | undefined {
  return ownerOf(uri, 'Microsoft.Storage/storageAccounts', index);
}

/** The firewall whose private address a value is, as a run-time property; a literal address is matched by the caller's own knowledge. */
export function firewallOf(address: Value | undefined, index: ResourceIndex): DeployedResource | undefined {
  const pointer = pointerOf(address);
  return pointer && /privateIPAddress$/i.test(pointer.path) ? index.byId(pointer.resource) : undefined;
}

function ownerOf(uri: Value | undefined, type: string, index: ResourceIndex): DeployedResource | undefined {
  const pointer = pointerOf(uri);
  if (pointer) return ancestorOfType(pointer.resource, type, index);
  const label = hostLabel(uri);
  const wanted = label && idKey(label);
  return wanted ? index.ofType(type).find(({ name }) => nameKey(name) === wanted) : undefined;
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

/** The first label of a URI's host: `https://name.vault.azure.net/…` and `https://${name}.blob.…` have `name`. */
function hostLabel(uri: Value | undefined): TextValue | undefined {
  if (uri?.kind !== 'text') return undefined;
  const host = splitName(uri)[2];
  const known = knownText(host);
  if (known !== undefined)
    return textOf([{ kind: 'known', text: known.split('.')[0] ?? '', trail: undefined, offset: undefined }]);
  const [first, second] = host?.segments ?? [];
  return first?.kind === 'hole' && second?.kind === 'known' && second.text.startsWith('.')
    ? textOf([first])
    : undefined;
}
