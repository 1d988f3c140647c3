/** Something that a fact can be checked against. */
export interface SourceReference {
  readonly title: string;
  readonly url: string;
  /** The edition that the facts were taken from: a date, or a year where no more is known. */
  readonly edition: string;
}

/** The sources of the facts in this folder and of the rules. */
export const sources = {
  /** The primary source. */
  overview: {
    title: 'Private endpoints for Azure Backup: version 2 experience',
    url: 'https://learn.microsoft.com/azure/backup/backup-azure-private-endpoints-concept',
    edition: '2025-09-09',
  },
  configure: {
    title: 'Create and use private endpoints (v2 experience) for Azure Backup',
    url: 'https://learn.microsoft.com/azure/backup/backup-azure-private-endpoints-configure-manage',
    edition: '2025-06-26',
  },
  versionOne: {
    title: 'Create and use private endpoints (v1 experience) for Azure Backup',
    url: 'https://learn.microsoft.com/azure/backup/private-endpoints',
    edition: '2023',
  },
  dnsZoneValues: {
    title: 'Azure private endpoint private DNS zone values',
    url: 'https://learn.microsoft.com/azure/private-link/private-endpoint-dns',
    edition: '2026-05',
  },
  dnsZoneValuesChina: {
    title: 'Azure private endpoint private DNS zone values, China edition',
    url: 'https://docs.azure.cn/private-link/private-endpoint-dns',
    edition: '2020-09',
  },
  dnsIntegration: {
    title: 'Azure private endpoint DNS integration scenarios',
    url: 'https://learn.microsoft.com/azure/private-link/private-endpoint-dns-integration',
    edition: '2026-05',
  },
  privateEndpoints: {
    title: 'What is a private endpoint?',
    url: 'https://learn.microsoft.com/azure/private-link/private-endpoint-overview',
    edition: '2023-08',
  },
  virtualNetworkQuestions: {
    title: 'Azure Virtual Network frequently asked questions',
    url: 'https://learn.microsoft.com/azure/virtual-network/virtual-networks-faq',
    edition: '2023',
  },
  geoCodes: {
    title: 'Geo-code mapping',
    url: 'https://learn.microsoft.com/azure/backup/scripts/geo-code-list',
    edition: '2021',
  },
  geoCodesChina: {
    title: 'Geo-code mapping, China edition',
    url: 'https://docs.azure.cn/en-us/backup/scripts/geo-code-list',
    edition: '2026',
  },
  privateDnsZonesModule: {
    title: 'Azure Verified Module for private link private DNS zones',
    url: 'https://github.com/Azure/bicep-registry-modules/blob/main/avm/ptn/network/private-link-private-dns-zones/main.bicep',
    edition: '2026-06',
  },
  storageAccounts: {
    title: 'Storage accounts: REST reference, network rule set',
    url: 'https://learn.microsoft.com/rest/api/storagerp/storage-accounts/create',
    edition: '2026',
  },
  builtInRoles: {
    title: 'Azure built-in roles',
    url: 'https://learn.microsoft.com/azure/role-based-access-control/built-in-roles',
    edition: '2026',
  },
  resourceTypes: {
    title: 'Published Bicep resource types',
    url: 'https://github.com/Azure/bicep-types-az',
    edition: '2026-08-20',
  },
  privateDns: {
    title: 'Private DNS zones: REST reference, and Azure/bicep issue 10678',
    url: 'https://learn.microsoft.com/rest/api/dns/privatedns/private-zones/create-or-update',
    edition: '2024-06-01',
  },
  publicDns: {
    title: 'Delegation of DNS zones with Azure DNS',
    url: 'https://learn.microsoft.com/azure/dns/dns-domain-delegation',
    edition: '2024',
  },
  autoRegistration: {
    title: 'What is the autoregistration feature in Azure DNS private zones?',
    url: 'https://learn.microsoft.com/azure/dns/private-dns-autoregistration',
    edition: '2023',
  },
  marsConnectivity: {
    title: 'Install the Azure Backup MARS agent: URL and IP access',
    url: 'https://learn.microsoft.com/azure/backup/install-mars-agent',
    edition: '2025-02-28',
  },
  fileRecovery: {
    title: 'Recover files and folders from Azure virtual machine backup: access requirements',
    url: 'https://learn.microsoft.com/azure/backup/backup-azure-restore-files-from-vm',
    edition: '2020',
  },
  serviceTags: {
    title: 'Virtual network service tags',
    url: 'https://learn.microsoft.com/azure/virtual-network/service-tags-overview',
    edition: '2026',
  },
  fqdnTags: {
    title: 'Azure Firewall FQDN tags',
    url: 'https://learn.microsoft.com/azure/firewall/fqdn-tags',
    edition: '2026',
  },
  microsoft365: {
    title: 'Microsoft 365 URLs and IP address ranges, version 2023073100',
    url: 'https://learn.microsoft.com/microsoft-365/enterprise/urls-and-ip-address-ranges',
    edition: '2023-07-31',
  },
  microsoft365GccHigh: {
    title: 'Microsoft 365 U.S. Government GCC High endpoints, version 2023073100',
    url: 'https://learn.microsoft.com/microsoft-365/enterprise/microsoft-365-u-s-government-gcc-high-endpoints',
    edition: '2023-07-31',
  },
  microsoft365Dod: {
    title: 'Microsoft 365 U.S. Government DoD endpoints, version 2023073100',
    url: 'https://learn.microsoft.com/microsoft-365/enterprise/microsoft-365-u-s-government-dod-endpoints',
    edition: '2023-07-31',
  },
  microsoft365China: {
    title: 'URLs and IP address ranges for Office 365 operated by 21Vianet, version 2023062900',
    url: 'https://learn.microsoft.com/microsoft-365/enterprise/urls-and-ip-address-ranges-21vianet',
    edition: '2023-06-30',
  },
  firewallDns: {
    title: 'Azure Firewall DNS settings',
    url: 'https://learn.microsoft.com/azure/firewall/dns-settings',
    edition: '2023',
  },
  firewallPolicies: {
    title: 'Azure Firewall Manager policy overview',
    url: 'https://learn.microsoft.com/azure/firewall-manager/policy-overview',
    edition: '2023',
  },
  bicepLanguage: {
    title: 'Bicep file structure and syntax',
    url: 'https://learn.microsoft.com/azure/azure-resource-manager/bicep/file',
    edition: '2026',
  },
  bicepLinter: {
    title: 'Use Bicep linter: how to silence a diagnostic',
    url: 'https://learn.microsoft.com/azure/azure-resource-manager/bicep/linter',
    edition: '2026',
  },
  bicepModules: {
    title: 'Bicep modules',
    url: 'https://learn.microsoft.com/azure/azure-resource-manager/bicep/modules',
    edition: '2026',
  },
  linkedTemplates: {
    title: 'Using linked and nested templates when deploying Azure resources',
    url: 'https://learn.microsoft.com/azure/azure-resource-manager/templates/linked-templates',
    edition: '2026',
  },
  environments: {
    title: 'Endpoints of the Azure environments, @azure/ms-rest-azure-env 2.0.0',
    url: 'https://learn.microsoft.com/javascript/api/@azure/ms-rest-azure-env/environment',
    edition: '2.0.0',
  },
} as const satisfies Readonly<Record<string, SourceReference>>;
