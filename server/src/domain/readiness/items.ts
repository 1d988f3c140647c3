import { sources } from '../../data/links';
import type { SourceReference } from '../../data/links';
import { expectedZones } from '../names/zones';
import { approvals, itemLists, lookUps } from './commands';
import type { ReadinessFacts, VaultFacts } from './facts';

/** Something to make sure of before, or while, vaults are used through private endpoints: no template shows it. */
export interface ReadinessItem {
  /** For those who tick items off by machine: it never changes. */
  readonly id: string;
  /** What must be so, in one sentence. */
  readonly text: string;
  /** Why, or what to know about it. */
  readonly why: string;
  /** What to type to see or to do it: shell commands of the Azure CLI and of DNS. */
  readonly commands: readonly string[];
  readonly source: SourceReference;
}

interface ItemTemplate extends Omit<ReadinessItem, 'commands'> {
  readonly commands?: (facts: ReadinessFacts) => readonly string[];
  /** Whether what is known of the template leaves the item open; every item is open where there is no template. */
  readonly isOpen?: (facts: ReadinessFacts) => boolean;
}

const REGISTRATION = [
  'az provider show --namespace Microsoft.RecoveryServices --query registrationState --output tsv',
  'az provider register --namespace Microsoft.RecoveryServices',
];

/** In the order in which things are done: before the deployment, behind it, with the first backups, later. */
const ITEMS: readonly ItemTemplate[] = [
  {
    id: 'new-vault',
    text: 'No item was ever registered to the vault, nor tried to be.',
    why: 'The first private endpoint has to be there before the first item. A vault that had one needs a new vault in its place.',
    commands: ({ vaults }) => vaults.flatMap(itemLists),
    source: sources.overview,
  },
  {
    id: 'provider',
    text: 'The resource provider Microsoft.RecoveryServices was registered with the subscription after 1 May 2020, or re-registered since.',
    why: 'Older registrations lack what private endpoints need. Re-registering does no harm.',
    commands: () => REGISTRATION,
    source: sources.overview,
  },
  {
    id: 'approval',
    text: 'Every connection is approved.',
    why: 'Backups fail until the vault’s owner approves a manual connection; Azure Policy overlooks such connections as well.',
    commands: ({ vaults }) => vaults.flatMap(approvals),
    isOpen: ({ vaults }) => vaults.some(({ endpoints }) => endpoints.some(({ isManual }) => isManual)),
    source: sources.configure,
  },
  {
    id: 'private-names',
    text: 'From a machine in the network, every name of the endpoint resolves to a private address.',
    why: 'A name without a record is looked up publicly, and a vault that denies public access refuses what comes that way.',
    commands: ({ vaults }) => vaults.flatMap(lookUps),
    source: sources.configure,
  },
  {
    id: 'version-one',
    text: 'Endpoints of the version 1 experience were deleted and made anew.',
    why: 'They are not upgraded, and the two do not go together in one vault.',
    source: sources.overview,
  },
  {
    id: 'own-dns-records',
    text: 'With DNS servers or hosts files of your own: the records of the blobs and queues are added by hand after the first registration, and those of the blobs after the first backup.',
    why: 'Azure makes the storage accounts then, and only zone groups keep their records without help.',
    isOpen: ({ vaults, networksWithOwnDns }) =>
      networksWithOwnDns.length > 0 ||
      vaults.some(({ endpoints }) => endpoints.some(({ hasZoneGroup }) => !hasZoneGroup)),
    source: sources.overview,
  },
  {
    id: 'dns-proxies',
    text: 'DNS proxies and firewalls of others forward the names to 168.63.129.16 or to servers with the records.',
    why: 'They may answer for the public names otherwise.',
    source: sources.overview,
  },
  {
    id: 'availability-groups',
    text: 'SQL availability groups: the DNS of their own domain forwards the names, too.',
    why: 'Their members ask the domain’s servers, not those of the network.',
    source: sources.configure,
  },
  {
    id: 'entra-id',
    text: 'The machines reach Microsoft Entra ID.',
    why: 'It is not behind the private endpoint; agents and extensions sign in there first.',
    source: sources.overview,
  },
  {
    id: 'addresses',
    text: 'The subnet has room to grow: ten addresses for each endpoint are what it starts with.',
    why: 'Agents use one storage account and workload extensions two or more, each with addresses of its own.',
    source: sources.overview,
  },
  {
    id: 'server-versions',
    text: 'Data Protection Manager is 2022 (10.22.123.0) or later, Microsoft Azure Backup Server v4 (14.0.30.0) or later.',
    why: 'Older ones cannot use private endpoints.',
    source: sources.configure,
  },
  {
    id: 'agent-updates',
    text: 'MARS agents that update themselves reach download.microsoft.com/download/MARSagent/*.',
    why: 'Updates do not come through the private endpoint.',
    source: sources.overview,
  },
  {
    id: 'file-recovery',
    text: 'Files are recovered in networks that hold an endpoint of the vault.',
    why: 'The vault’s names resolve there alone. One vault may have endpoints in several networks.',
    source: sources.overview,
  },
  {
    id: 'no-need',
    text: 'Nobody waits for an endpoint to back up Azure VMs (their disks) or Azure Files.',
    why: 'Neither uses it.',
    source: sources.overview,
  },
  {
    id: 'network-change',
    text: 'The network of the endpoint is the one to stay.',
    why: 'Another virtual network needs a new vault.',
    source: sources.overview,
  },
  {
    id: 'cross-subscription',
    text: 'Cross-subscription restore has a private DNS zone of its own.',
    why: 'In a shared zone, the records of one endpoint take the place of the other’s.',
    source: sources.configure,
  },
];

/** The list, filled in with what a template tells. Items that it answers are left out. */
export function readinessItems(facts: ReadinessFacts | undefined): readonly ReadinessItem[] {
  const known = facts ?? { vaults: [ANY_VAULT], networksWithOwnDns: [] };
  return ITEMS.filter(({ isOpen }) => !facts || !isOpen || isOpen(facts)).map(
    ({ id, text, why, source, commands }) => ({ id, text, why, source, commands: commands?.(known) ?? [] }),
  );
}

/** The zones that a vault's names are in, one line for the head of its list; undefined where its region is not known. */
export function zonesOf({ region }: VaultFacts): readonly string[] | undefined {
  const zones = region && expectedZones(region);
  return zones && [zones.backup, zones.blob, zones.queue];
}

const ANY_VAULT: VaultFacts = {
  name: undefined,
  resourceGroup: undefined,
  region: undefined,
  endpoints: [{ name: undefined, resourceGroup: undefined, isManual: true, hasZoneGroup: true }],
};
