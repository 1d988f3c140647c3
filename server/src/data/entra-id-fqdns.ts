import { sources, type SourceReference } from './links';

/** Which of Microsoft's endpoint lists holds for a region; the Department of Defense has one of its own within US Government. */
export type EntraIdList = 'public' | 'usgov' | 'usdod' | 'china';

/** A row of a Microsoft 365 endpoint list, from its part "Microsoft 365 Common and Office Online". */
export interface EntraIdSection {
  readonly list: EntraIdList;
  /** The number in the column "ID". */
  readonly section: number;
  readonly names: readonly string[];
  readonly ports: readonly number[];
  /** The row gives address ranges too, which the service tag `AzureActiveDirectory` stands for. */
  readonly hasAddresses: boolean;
  readonly source: SourceReference;
}

/**
 * The names of Microsoft Entra ID that agents and workload extensions need, row by row. The primary source names sections 56 and 59 of the
 * worldwide list. The other lists count differently: their rows here are those of the same names, so that they hold by analogy.
 */
export const entraIdSections: readonly EntraIdSection[] = [
  {
    list: 'public',
    section: 56,
    names: [
      '*.auth.microsoft.com',
      '*.msftidentity.com',
      '*.msidentity.com',
      'account.activedirectory.windowsazure.com',
      'accounts.accesscontrol.windows.net',
      'adminwebservice.microsoftonline.com',
      'api.passwordreset.microsoftonline.com',
      'autologon.microsoftazuread-sso.com',
      'becws.microsoftonline.com',
      'ccs.login.microsoftonline.com',
      'clientconfig.microsoftonline-p.net',
      'companymanager.microsoftonline.com',
      'device.login.microsoftonline.com',
      'graph.microsoft.com',
      'graph.windows.net',
      'login.microsoft.com',
      'login.microsoftonline.com',
      'login.microsoftonline-p.com',
      'login.windows.net',
      'logincert.microsoftonline.com',
      'loginex.microsoftonline.com',
      'login-us.microsoftonline.com',
      'nexus.microsoftonline-p.com',
      'passwordreset.microsoftonline.com',
      'provisioningapi.microsoftonline.com',
    ],
    ports: [80, 443],
    hasAddresses: true,
    source: sources.microsoft365,
  },
  {
    list: 'public',
    section: 59,
    names: [
      '*.hip.live.com',
      '*.microsoftonline.com',
      '*.microsoftonline-p.com',
      '*.msauth.net',
      '*.msauthimages.net',
      '*.msecnd.net',
      '*.msftauth.net',
      '*.msftauthimages.net',
      '*.phonefactor.net',
      'enterpriseregistration.windows.net',
      'policykeyservice.dc.ad.msft.net',
    ],
    ports: [80, 443],
    hasAddresses: false,
    source: sources.microsoft365,
  },
  ...governmentSections('usgov', 'graph.microsoft.us', sources.microsoft365GccHigh),
  ...governmentSections('usdod', 'dod-graph.microsoft.us', sources.microsoft365Dod),
  {
    list: 'china',
    section: 17,
    names: ['*.auth.microsoft.cn', 'login.partner.microsoftonline.cn', 'microsoftgraph.chinacloudapi.cn'],
    ports: [80, 443],
    hasAddresses: true,
    source: sources.microsoft365China,
  },
  {
    list: 'china',
    section: 13,
    names: ['*.msauth.cn', '*.msauthimages.cn', '*.msftauth.cn', '*.msftauthimages.cn', 'login.microsoftonline.com'],
    ports: [80, 443],
    hasAddresses: false,
    source: sources.microsoft365China,
  },
];

/** The two lists of US Government, which differ in the host of Microsoft Graph alone. */
function governmentSections(list: EntraIdList, graph: string, source: SourceReference): EntraIdSection[] {
  return [
    {
      list,
      section: 13,
      names: [
        '*.auth.microsoft.us',
        '*.gov.us.microsoftonline.com',
        graph,
        'graph.microsoftazure.us',
        'login.microsoftonline.us',
      ],
      ports: [443],
      hasAddresses: true,
      source,
    },
    {
      list,
      section: 14,
      names: [
        '*.msauth.net',
        '*.msauthimages.us',
        '*.msftauth.net',
        '*.msftauthimages.us',
        'clientconfig.microsoftonline-p.net',
        'graph.windows.net',
        'login.microsoftonline.com',
        'login.microsoftonline-p.com',
        'login.windows.net',
        'loginex.microsoftonline.com',
        'login-us.microsoftonline.com',
        'mscrl.microsoft.com',
        'nexus.microsoftonline-p.com',
        'secure.aadcdn.microsoftonline-p.com',
      ],
      ports: [443],
      hasAddresses: false,
      source,
    },
  ];
}
