import type { Cloud } from './clouds';

/** What `environment()` says of a cloud, as far as it is documented: a name or text, or a group of them. */
export interface EnvironmentFacts {
  readonly [name: string]: string | EnvironmentFacts;
}

/**
 * The template function `environment()`, cloud by cloud.
 * Source: Azure Resource Manager, "Deployment functions: environment" (learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-deployment#environment)
 * and the endpoint lists of the US Government, China and German developer guides. Only what is the same in all of them is listed; the
 * evaluator treats anything else as unknown.
 */
export const ENVIRONMENTS: Readonly<Record<Cloud, EnvironmentFacts>> = {
  airgapped: {},
  public: {
    name: 'AzureCloud',
    gallery: 'https://gallery.azure.com/',
    graph: 'https://graph.windows.net/',
    portal: 'https://portal.azure.com',
    graphAudience: 'https://graph.windows.net/',
    activeDirectoryDataLake: 'https://datalake.azure.net/',
    batch: 'https://batch.core.windows.net/',
    media: 'https://rest.media.azure.net',
    sqlManagement: 'https://management.core.windows.net:8443/',
    resourceManager: 'https://management.azure.com/',
    authentication: { loginEndpoint: 'https://login.microsoftonline.com/', tenant: 'common', identityProvider: 'AAD' },
    suffixes: {
      acrLoginServer: '.azurecr.io',
      azureDatalakeAnalyticsCatalogAndJob: 'azuredatalakeanalytics.net',
      azureDatalakeStoreFileSystem: 'azuredatalakestore.net',
      azureFrontDoorEndpointSuffix: 'azurefd.net',
      keyvaultDns: '.vault.azure.net',
      sqlServerHostname: '.database.windows.net',
      storage: 'core.windows.net',
    },
  },
  usgov: {
    name: 'AzureUSGovernment',
    portal: 'https://portal.azure.us',
    resourceManager: 'https://management.usgovcloudapi.net/',
    authentication: { loginEndpoint: 'https://login.microsoftonline.us/', tenant: 'common', identityProvider: 'AAD' },
    suffixes: {
      acrLoginServer: '.azurecr.us',
      keyvaultDns: '.vault.usgovcloudapi.net',
      sqlServerHostname: '.database.usgovcloudapi.net',
      storage: 'core.usgovcloudapi.net',
    },
  },
  china: {
    name: 'AzureChinaCloud',
    portal: 'https://portal.azure.cn',
    resourceManager: 'https://management.chinacloudapi.cn/',
    authentication: { loginEndpoint: 'https://login.chinacloudapi.cn/', tenant: 'common', identityProvider: 'AAD' },
    suffixes: {
      acrLoginServer: '.azurecr.cn',
      keyvaultDns: '.vault.azure.cn',
      sqlServerHostname: '.database.chinacloudapi.cn',
      storage: 'core.chinacloudapi.cn',
    },
  },
  germany: {
    name: 'AzureGermanCloud',
    portal: 'https://portal.microsoftazure.de',
    resourceManager: 'https://management.microsoftazure.de/',
    authentication: { loginEndpoint: 'https://login.microsoftonline.de/', tenant: 'common', identityProvider: 'AAD' },
    suffixes: {
      keyvaultDns: '.vault.microsoftazure.de',
      sqlServerHostname: '.database.cloudapi.de',
      storage: 'core.cloudapi.de',
    },
  },
};
