/** A role that the version 1 experience had to give to a vault's identity and that version 2 has no use for. */
export interface VersionOneRole {
  readonly name: string;
  /** The name of its definition: a GUID that is the same everywhere, in lower case. */
  readonly definition: string;
}

/**
 * The roles for nothing but networks and private DNS; plain Contributor serves other ends, too. Sources: the permissions in
 * https://learn.microsoft.com/azure/backup/private-endpoints, their IDs in
 * https://learn.microsoft.com/azure/role-based-access-control/built-in-roles.
 */
export const versionOneRoles: readonly VersionOneRole[] = [
  { name: 'Network Contributor', definition: '4d97b98b-1d4f-4787-a291-c67834d212e7' },
  { name: 'Private DNS Zone Contributor', definition: 'b12aa53e-6015-4669-85d0-8515ebb3ae7f' },
];
