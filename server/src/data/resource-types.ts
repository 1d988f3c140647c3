/*
 * The types of the resources that pelint reads, in lower case, as types are compared: Azure does not tell their letters' case apart
 * (https://learn.microsoft.com/azure/templates lists them).
 */

/** A deployment that is written as a resource: a template in a template. */
export const DEPLOYMENT_TYPE = 'microsoft.resources/deployments';
export const VAULT_TYPE = 'microsoft.recoveryservices/vaults';
/** The vault's own side of a connection. */
export const CONNECTION_TYPE = 'microsoft.recoveryservices/vaults/privateendpointconnections';
export const ENCRYPTION_TYPE = 'microsoft.recoveryservices/vaults/backupencryptionconfigs';
export const STORAGE_CONFIG_TYPE = 'microsoft.recoveryservices/vaults/backupstorageconfig';
export const BACKUP_VAULT_TYPE = 'microsoft.dataprotection/backupvaults';
export const ENDPOINT_TYPE = 'microsoft.network/privateendpoints';
export const ZONE_GROUP_TYPE = 'microsoft.network/privateendpoints/privatednszonegroups';
export const ZONE_TYPE = 'microsoft.network/privatednszones';
export const LINK_TYPE = 'microsoft.network/privatednszones/virtualnetworklinks';
export const NETWORK_TYPE = 'microsoft.network/virtualnetworks';
export const SUBNET_TYPE = 'microsoft.network/virtualnetworks/subnets';
export const PEERING_TYPE = 'microsoft.network/virtualnetworks/virtualnetworkpeerings';
export const INTERFACE_TYPE = 'microsoft.network/networkinterfaces';
export const SECURITY_GROUP_TYPE = 'microsoft.network/networksecuritygroups';
export const SECURITY_RULE_TYPE = 'microsoft.network/networksecuritygroups/securityrules';
export const FIREWALL_TYPE = 'microsoft.network/azurefirewalls';
export const FIREWALL_POLICY_TYPE = 'microsoft.network/firewallpolicies';
export const COLLECTION_GROUP_TYPE = 'microsoft.network/firewallpolicies/rulecollectiongroups';
export const RESOLVER_TYPE = 'microsoft.network/dnsresolvers';
export const RULESET_TYPE = 'microsoft.network/dnsforwardingrulesets';
export const FORWARDING_RULE_TYPE = 'microsoft.network/dnsforwardingrulesets/forwardingrules';
export const KEY_VAULT_TYPE = 'microsoft.keyvault/vaults';
export const MACHINE_TYPE = 'microsoft.compute/virtualmachines';
export const ACCOUNT_TYPE = 'microsoft.storage/storageaccounts';
export const ASSIGNMENT_TYPE = 'microsoft.authorization/roleassignments';
