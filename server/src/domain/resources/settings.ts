/**
 * How names of private endpoints are answered, where the configuration tells: by zones of the templates, by zone groups that Azure Policy
 * adds, by the customer's own DNS, by hosts files, or by forwarders.
 */
export const dnsModes = ['private-zones', 'policy', 'custom', 'hosts', 'forwarder'] as const;

export type DnsMode = (typeof dnsModes)[number];

/** What the user says of the surroundings that no template shows. */
export interface Settings {
  readonly dns?: DnsMode | undefined;
}
