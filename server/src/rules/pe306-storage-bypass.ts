import { sources } from '../data/links';
import type { DeployedResource } from '../deployment/deployment';
import type { Value } from '../deployment/values/value';
import { getEntry, knownText } from '../deployment/values/values';
import type { LiteralUse } from '../domain/resources/literal-uses';
import { settled } from '../domain/resources/options';
import { deepValue, property } from '../domain/resources/resource-properties';
import { placeOfValue } from '../domain/resources/trails';
import { diskStores } from '../domain/vaults/unmanaged-disks';
import type { DiskStore } from '../domain/vaults/unmanaged-disks';
import { mistake } from './examples/mistake';
import { unmanagedDisk } from './examples/unmanaged-disk';
import { nameOf, relatedResource, wayOf } from './related';
import type { Fix, Report } from './report';
import type { Rule, RuleContext } from './rule';

/** What lets Azure's own services through. Source: the REST reference of storage accounts. */
const TRUSTED = 'AzureServices';

export const storageBypass: Rule = {
  id: 'PE306',
  name: 'storage-bypass',
  about: 'disks',
  severity: 'warning',
  summary: 'A storage account with unmanaged disks keeps trusted Microsoft services out.',
  docs: {
    why: 'Azure Backup reads unmanaged disks in their storage account. An account that denies access by default and does not let trusted Microsoft services through keeps Azure Backup out, too, so backups of the virtual machine fail.',
    howToFix:
      'Add `AzureServices` to `bypass`, a list with commas in between, or leave `bypass` out: trusted services are let through by default.',
    fixes: [{ does: 'adds `AzureServices` to `bypass`', safe: false }],
    sources: [sources.overview, sources.storageAccounts],
    examples: [
      mistake('bicep', unmanagedDisk, ["'Logging, AzureServices'", "‹'Logging'›"]),
      mistake('json', unmanagedDisk, ['"Logging, AzureServices"', '‹"Logging"›']),
    ],
  },
  *check(context) {
    const closed = diskStores(context.topology.index).flatMap((store) => {
      const bypass = closedBypass(store.account);
      return bypass ? [{ ...store, ...bypass }] : [];
    });
    const accounts = new Set(closed.map(({ account }) => account));
    const isMeant = ({ resource, path }: LiteralUse): boolean =>
      path === 'properties.networkacls.bypass' && accounts.has(resource);
    for (const store of closed) yield* report(store, isMeant, context);
  },
};

interface Bypass {
  readonly value: Value;
  /** What it lets through. */
  readonly listed: readonly string[];
}

/** What an account lets through, where it denies the rest and trusted services are certainly not among it. */
function closedBypass(account: DeployedResource): Bypass | undefined {
  const rules = settled(property(account, 'networkAcls'), account);
  const action = settled(deepValue(rules, account, 'defaultAction'), account);
  const value = settled(deepValue(rules, account, 'bypass'), account);
  const text = knownText(value);
  if (!value || text === undefined || knownText(action)?.toLowerCase() !== 'deny') return undefined;
  const listed = text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
  const isClosed = listed.length > 0 && listed.every((item) => item.toLowerCase() !== TRUSTED.toLowerCase());
  return isClosed ? { value, listed } : undefined;
}

function* report(
  { account, machine, value, listed }: DiskStore & Bypass,
  isMeant: (use: LiteralUse) => boolean,
  context: RuleContext,
): Iterable<Report> {
  const place = placeOfValue(value);
  if (!place) return;
  yield {
    place,
    message: `The storage account ${nameOf(account)} holds unmanaged disks of the virtual machine ${nameOf(machine)}, but it denies access by default and lets only '${listed.join(', ')}' through, so Azure Backup cannot read them. Add '${TRUSTED}' to 'bypass'.`,
    related: [
      ...wayOf(value.trail),
      relatedResource(account, 'the storage account'),
      relatedResource(machine, 'the virtual machine with the disks'),
    ],
    fixes: fix({ value, listed }, account, isMeant, context),
  };
}

/** The list with trusted services, written at the literal, or where it is used if the literal serves something else. */
function fix(
  { value, listed }: Bypass,
  account: DeployedResource,
  isMeant: (use: LiteralUse) => boolean,
  { editor, uses }: RuleContext,
): readonly Fix[] {
  const literal = placeOfValue(value);
  const rules = settled(property(account, 'networkAcls'), account);
  const own = rules?.kind === 'object' ? getEntry(rules, 'bypass')?.value.trail : undefined;
  const place = uses.isShared(literal, isMeant) ? own : literal;
  const text = [...listed.filter((item) => item.toLowerCase() !== 'none'), TRUSTED].join(', ');
  const edit = place && !uses.isShared(place, isMeant) ? editor.replaceValue(place, text) : undefined;
  return edit ? [{ title: `Change to '${text}'`, safe: false, edits: [edit] }] : [];
}
