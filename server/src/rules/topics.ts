import {
  ACCOUNT_TYPE,
  ENDPOINT_TYPE,
  LINK_TYPE,
  MACHINE_TYPE,
  ZONE_GROUP_TYPE,
  ZONE_TYPE,
} from '../data/resource-types';

/** Something that rules are about, told by words that no template about it is without. */
interface Topic {
  /** One of them stands in some file of every deployment that has to do with the topic; in lower case. */
  readonly words: readonly string[];
  /**
   * The types of the resources that show whether its rules have anything to say, in lower case; without them any may. What they say then
   * may depend on all others.
   */
  readonly types?: readonly string[];
}

/**
 * Vaults and what private endpoints, zones and firewalls do for Azure Backup; private DNS zones; their groups; private endpoints for whatever,
 * which no rule is about, but which are explained; unmanaged disks, which are files in a storage account.
 */
export type TopicName = 'backup' | 'zones' | 'zoneGroups' | 'endpoints' | 'disks';

/** What the rules are about. Most templates of most projects have to do with none of it, and are not worked out at all. */
export const TOPICS: Readonly<Record<TopicName, Topic>> = {
  // A slip in one word of a zone's name leaves the other.
  backup: { words: ['backup', 'windowsazure', 'recoveryservices', 'siterecovery'] },
  zones: {
    words: ['privatednszones'],
    types: [ZONE_TYPE, LINK_TYPE],
  },
  zoneGroups: {
    words: ['privatednszonegroups'],
    types: [ENDPOINT_TYPE, ZONE_GROUP_TYPE],
  },
  endpoints: { words: ['privateendpoints'] },
  disks: {
    words: ['vhd'],
    types: [MACHINE_TYPE, ACCOUNT_TYPE],
  },
};
