import type { EndpointFacts, VaultFacts } from './facts';

/** The kinds of containers that items are registered in, as the Azure CLI names them. */
const CONTAINER_KINDS = ['AzureIaasVM', 'AzureStorage', 'AzureWorkload', 'MAB'];

/** What shows that nothing was registered: lists that must be empty. */
export function itemLists(vault: VaultFacts): readonly string[] {
  const [name, group] = placeholders(vault, 'vault');
  return CONTAINER_KINDS.map(
    (kind) =>
      `az backup container list --vault-name ${name} --resource-group ${group} --backup-management-type ${kind} --output table`,
  );
}

/** What shows the connections of a vault, and approves one. */
export function approvals(vault: VaultFacts): readonly string[] {
  const [name, group] = placeholders(vault, 'vault');
  const of = `--resource-name ${name} --resource-group ${group} --type Microsoft.RecoveryServices/vaults`;
  return [
    `az network private-endpoint-connection list --name ${name} --resource-group ${group} --type Microsoft.RecoveryServices/vaults --output table`,
    `az network private-endpoint-connection approve --name <connection> ${of} --description approved`,
  ];
}

/** What looks up every name of a vault's endpoints; the names contain the vault's ID, which only Azure tells. */
export function lookUps({ endpoints }: VaultFacts): readonly string[] {
  return endpoints.map((endpoint) => `${namesOf(endpoint)} | xargs -n 1 nslookup`);
}

function namesOf(endpoint: EndpointFacts): string {
  const [name, group] = placeholders(endpoint, 'private-endpoint');
  // Azure empties the endpoint's own list once a zone group keeps the records.
  return endpoint.hasZoneGroup
    ? `az network private-endpoint dns-zone-group list --endpoint-name ${name} --resource-group ${group} --query "[].privateDnsZoneConfigs[].recordSets[].fqdn" --output tsv`
    : `az network private-endpoint show --name ${name} --resource-group ${group} --query "customDnsConfigs[].fqdn" --output tsv`;
}

function placeholders(
  { name, resourceGroup }: Pick<VaultFacts, 'name' | 'resourceGroup'>,
  what: string,
): readonly [name: string, group: string] {
  return [
    name === undefined ? `<${what}>` : quoted(name),
    resourceGroup === undefined ? '<group>' : quoted(resourceGroup),
  ];
}

/** As every shell takes it; names of Azure resources need it only where they have parentheses. */
function quoted(name: string): string {
  return /^[\w.-]+$/.test(name) ? name : `"${name}"`;
}
