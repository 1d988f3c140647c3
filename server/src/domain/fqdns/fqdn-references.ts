import { FORWARDING_RULE_TYPE } from '../../data/resource-types';
import type { DeployedResource } from '../../deployment/deployment';
import { joinText, parentId, parseResourceId, splitName } from '../../deployment/identity/resource-id';
import type { Value } from '../../deployment/values/value';
import { knownText } from '../../deployment/values/values';
import { classifyZone } from '../names/backup-zone';
import { firewallRules } from '../network/firewall-rules';
import { flatText } from '../names/flat-text';
import type { FlatText } from '../names/flat-text';
import type { LiteralUse } from '../resources/literal-uses';
import { possible, settled } from '../resources/options';
import { possibleObjects } from '../resources/possible-items';
import { entryValue, property } from '../resources/resource-properties';
import type { RegionTable } from '../names/regions';

/** A host's or domain's name in an allow list, a forwarding rule or a record. */
export interface FqdnReference {
  readonly name: FlatText;
  readonly resource: DeployedResource;
  /** What the name stands in, in words. */
  readonly where: string;
}

/** Records of private and of public zones by the property that names another host. Source: the published resource types. */
const RECORD_TARGETS: Readonly<Record<string, readonly [list: string, name: string]>> = {
  cname: ['cnameRecord', 'cname'],
  ptr: ['ptrRecords', 'ptrdname'],
};
const RECORD_TYPE = /^microsoft\.network\/(?:privatednszones|dnszones)\/(a|aaaa|cname|ptr)$/;

/** Every such name that a deployment writes. */
export function* fqdnReferences(resources: readonly DeployedResource[], regions: RegionTable): Iterable<FqdnReference> {
  for (const resource of resources) {
    if (resource.existing) continue;
    const type = resource.type.toLowerCase();
    if (type === FORWARDING_RULE_TYPE)
      yield* named(property(resource, 'domainName'), resource, 'the DNS forwarding rule');
    else if (RECORD_TYPE.test(type)) yield* recordNames(resource, RECORD_TYPE.exec(type)?.[1] ?? '', regions);
    else yield* allowedNames(resource);
  }
}

/** Whether a value is such a name, so that a fix may change it. */
export function holdsFqdn({ resource, path }: LiteralUse): boolean {
  const type = resource.type.toLowerCase();
  return path === 'name' ? RECORD_TYPE.test(type) : NAMED_PATH.test(path);
}

const NAMED_PATH = /\.(?:targetfqdns|destinationfqdns)\.\d+$|\.(?:domainname|cname|ptrdname)$/;

function* allowedNames(resource: DeployedResource): Iterable<FqdnReference> {
  const found = firewallRules(resource);
  for (const { lists } of found?.rules ?? []) {
    for (const { kind, items } of lists) {
      if (kind !== 'fqdns') continue;
      for (const item of items) yield* named(item, resource, 'the firewall rule');
    }
  }
}

function* recordNames(record: DeployedResource, type: string, regions: RegionTable): Iterable<FqdnReference> {
  yield* ownNames(record, regions);
  const [list, name] = RECORD_TARGETS[type] ?? [];
  if (list === undefined || name === undefined) return;
  const value = property(record, list);
  const single = settled(value, record);
  const targets = single?.kind === 'object' ? [single] : possibleObjects(value, record).items;
  for (const target of targets) yield* named(entryValue(target, name), record, 'the DNS record');
}

/** The record's name, and together with that of its zone: `vault.privatelink.we.backup` in `windowsazure.com`. */
function* ownNames(record: DeployedResource, regions: RegionTable): Iterable<FqdnReference> {
  const own = splitName(record.id).at(-1);
  const zoneId = parentId(record.id);
  const zone = zoneId && parseResourceId(zoneId)?.names[0];
  // `@` is the zone's own name.
  if (!own || !zone || knownText(own) === '@') return;
  yield* named(own, record, 'the DNS record');
  // In a zone for Azure Backup the zone's own name is what is right or wrong.
  if (classifyZone(flatText(zone).text, regions).kind === 'other')
    yield* named(joinText([own, '.', zone]), record, 'the DNS record');
}

function* named(value: Value | undefined, resource: DeployedResource, where: string): Iterable<FqdnReference> {
  for (const option of possible(value, resource)) {
    if (option.value.kind === 'text') yield { name: flatText(option.value), resource, where };
  }
}
