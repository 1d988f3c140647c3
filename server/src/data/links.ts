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
  autoRegistration: {
    title: 'What is the autoregistration feature in Azure DNS private zones?',
    url: 'https://learn.microsoft.com/azure/dns/private-dns-autoregistration',
    edition: '2023',
  },
  bicepLanguage: {
    title: 'Bicep file structure and syntax',
    url: 'https://learn.microsoft.com/azure/azure-resource-manager/bicep/file',
    edition: '2026',
  },
  environments: {
    title: 'Endpoints of the Azure environments, @azure/ms-rest-azure-env 2.0.0',
    url: 'https://learn.microsoft.com/javascript/api/@azure/ms-rest-azure-env/environment',
    edition: '2.0.0',
  },
} as const satisfies Readonly<Record<string, SourceReference>>;
