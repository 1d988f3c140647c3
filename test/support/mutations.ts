/**
 * One mistake that people make, as a change that can be made in any template where its pattern fits. Marks `‹…›` tell where it must be
 * found: in what is put in, or in the rest of the text.
 */
export interface Mutation {
  readonly ruleId: string;
  readonly name: string;
  readonly language: 'bicep' | 'json';
  readonly from: RegExp;
  /** As for String.replace; with marks where the finding is at the change itself. */
  readonly to: string;
  /** Where the finding is elsewhere: the match nearest to the change. */
  readonly at?: Where;
  /** The resources stay the same: what is wrong is their order, or what other values would make of them. */
  readonly unseen?: boolean;
}

type Where = RegExp | ((changed: string) => RegExp);

interface Change {
  readonly from: RegExp;
  readonly to: string;
}

/** The same mistake in both languages. */
function both(ruleId: string, name: string, bicep: Change, json: Change): readonly Mutation[] {
  return [
    { ruleId, name, language: 'bicep', ...bicep },
    { ruleId, name, language: 'json', ...json },
  ];
}

/** A change inside a text, whatever quotes it has. */
function inText(ruleId: string, name: string, from: RegExp, to: string): readonly Mutation[] {
  return both(ruleId, name, { from, to }, { from, to });
}

const GEO = /privatelink\.(?:ne|we|sdc|uks|ugv)\.backup/g;
const BACKUP_NAME = /privatelink\.(ne|we|sdc|uks|ugv)\.backup\.windowsazure\.(com|us)/g;
/** The right codes of the maps, which are what a location is looked up in. */
const STORAGE_ZONE =
  /privatelink\.(?:blob|queue)\.(?:\$\{environment\(\)\.suffixes\.storage\}|core\.windows\.net|core\.usgovcloudapi\.net)/g;

export const mutations: readonly Mutation[] = [
  ...both(
    'PE101',
    'a Backup vault as target',
    {
      from: /(?<=privateLinkServiceId: )[\w.[\]]+/g,
      to: "‹'/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg/providers/Microsoft.DataProtection/backupVaults/b'›",
    },
    {
      from: /(?<="privateLinkServiceId": )"[^"]+"/g,
      to: `‹"[resourceId('Microsoft.DataProtection/backupVaults', 'b')]"›`,
    },
  ),
  ...inText('PE102', 'a group ID that there is not', /(?<=['"])AzureBackup(?=['"])/g, '‹AzureBackups›'),
  ...inText('PE102', 'a group ID of storage', /(?<=['"])AzureBackup(?=['"])/g, '‹blob›'),
  ...both(
    'PE103',
    'static addresses',
    {
      from: /(?=privateLinkServiceConnections: \[)/g,
      to: "‹ipConfigurations›: [{ name: 'a', properties: { privateIPAddress: '10.0.0.9' } }]\n",
    },
    {
      from: /(?="privateLinkServiceConnections": \[)/g,
      to: '‹"ipConfigurations"›: [{ "name": "a", "properties": { "privateIPAddress": "10.0.0.9" } }],\n',
    },
  ),
  {
    ruleId: 'PE106',
    name: 'an item that does not wait',
    language: 'bicep',
    unseen: true,
    from: /dependsOn: \[\s+endpoint\s+\]/g,
    to: '',
    at: /(?<=name: )'\$\{vault\.name\}\/Azure\/[^']+'/g,
  },
  {
    ruleId: 'PE107',
    name: 'an endpoint elsewhere',
    language: 'bicep',
    from: /(privateEndpoints@2024-05-01' = \{\n {2}name: '(?!pep-secondary|'?pep-old)[^\n]+\n {2}location: )'\w+'/g,
    to: "$1‹'eastus2'›",
  },
  {
    ruleId: 'PE107',
    name: 'an endpoint elsewhere',
    language: 'json',
    from: /("type": "Microsoft.Network\/privateEndpoints",\n[^{}]*"name": "(?!pep-secondary|'?pep-old)[^\n]+\n *"location": )"[^"]+"/g,
    to: '$1‹"eastus2"›',
  },
  {
    ruleId: 'PE108',
    name: 'a secondary endpoint at home',
    language: 'bicep',
    from: /(name: 'pep-secondary'\n {2}location: )'westeurope'/g,
    to: "$1‹'northeurope'›",
  },
  {
    ruleId: 'PE108',
    name: 'a secondary endpoint somewhere',
    language: 'json',
    from: /("name": "pep-secondary",\n *"location": )"westeurope"/g,
    to: '$1‹"uksouth"›',
  },
  ...both(
    'PE109',
    'public access',
    { from: /(?<=publicNetworkAccess: )'Disabled'/g, to: "‹'Enabled'›" },
    { from: /(?<="publicNetworkAccess": )"Disabled"/g, to: '‹"Enabled"›' },
  ),
  ...both(
    'PE109',
    'nothing said of access',
    { from: /properties(: \{\s*)publicNetworkAccess: 'Disabled'/g, to: '‹properties›$1' },
    { from: /"properties"(: \{\s*)"publicNetworkAccess": "Disabled",?/g, to: '‹"properties"›$1' },
  ),
  {
    ruleId: 'PE110',
    name: 'no endpoint in the paired region',
    language: 'bicep',
    from: /(?<=groupIds: \[)'AzureBackup_secondary'/g,
    to: "'AzureSiteRecovery'",
    at: /(?<=crossRegionRestore: )'Enabled'/g,
  },
  ...both(
    'PE111',
    'a manual connection',
    { from: /privateLinkServiceConnections(?=: \[)/g, to: '‹manualPrivateLinkServiceConnections›' },
    { from: /"privateLinkServiceConnections"(?=: \[)/g, to: '‹"manualPrivateLinkServiceConnections"›' },
  ),
  ...inText('PE201', 'a missing dot', /privatelink\.(ne|we|sdc|uks|ugv)\.backup/g, '‹privatelink.$1backup›'),
  ...inText('PE201', 'no privatelink', /privatelink\.(ne|we|sdc|uks|ugv)\.backup/g, '‹$1.backup›'),
  ...inText('PE201', 'no geo code', GEO, '‹privatelink.backup›'),
  ...inText('PE201', 'a placeholder', /privatelink\.(?:ne|we|sdc|uks|ugv)\.backup/g, '‹privatelink.<geo>.backup›'),
  ...inText('PE202', 'the name of a region', GEO, '‹privatelink.westus2.backup›'),
  ...inText('PE202', 'a code that nobody knows', GEO, '‹privatelink.zzq.backup›'),
  ...inText('PE203', 'the code of another region', GEO, '‹privatelink.eus.backup›'),
  { ruleId: 'PE203', name: 'another code in the map', language: 'bicep', from: /(?<=westeurope: )'we'/g, to: "‹'ne'›" },
  {
    ruleId: 'PE202',
    name: 'a region in the map',
    language: 'bicep',
    from: /(?<=westeurope: )'we'/g,
    to: "‹'westeurope'›",
  },
  ...inText('PE204', 'a zone of Site Recovery', STORAGE_ZONE, '‹privatelink.siterecovery.windowsazure.com›'),
  {
    ruleId: 'PE205',
    name: 'no zone group',
    language: 'bicep',
    from: /\nresource zoneGroup [^]*?\n\}\n/g,
    to: '\n',
    at: /(?<=privateEndpoints@2024-05-01' = \{\n {2}name: )'[^']+'/g,
  },
  {
    ruleId: 'PE206',
    name: 'a zone left out of the group',
    language: 'bicep',
    from: /\n +\{ name: '(?:blob|queue|backup)', properties: \{ privateDnsZoneId[^\n]+/g,
    to: '',
    at: /privateDnsZoneConfigs/g,
  },
  {
    ruleId: 'PE206',
    name: 'a zone left out of the list',
    language: 'bicep',
    from: /\n +(?:'privatelink\.[^\n]+|(?:backup|blob|queue)Zone\.outputs\.id|resourceId\('rg-dns'[^\n]+)(?=\n)/g,
    to: '',
    at: /privateDnsZoneConfigs/g,
  },
  {
    ruleId: 'PE207',
    name: 'a zone that is not linked',
    language: 'bicep',
    at: (link: string): RegExp => {
      const [, zone = ''] = /resource (\w+)Link/.exec(link) ?? [];
      return new RegExp(`(?<=resource ${zone}Zone [^\\n]+\\n {2}name: )'[^']+'`, 'g');
    },
    from: /\nresource (?:backup|blob|queue)Link [^]*?\n\}\n/g,
    to: '\n',
  },
  ...both(
    'PE208',
    'a link that registers machines',
    { from: /(?<=registrationEnabled: )false/g, to: '‹true›' },
    { from: /(?<="registrationEnabled": )false/g, to: '‹true›' },
  ),
  ...inText('PE209', 'a zone in a region', /(?<=['"])global(?=['"])/g, '‹westeurope›'),
  ...inText('PE210', 'the suffix of another cloud', BACKUP_NAME, '‹privatelink.$1.backup.windowsazure.cn›'),
  ...inText('PE210', 'the storage of another cloud', /core\.usgovcloudapi\.net/g, '‹core.windows.net›'),
  {
    ruleId: 'PE211',
    name: 'a record by hand',
    language: 'bicep',
    from: /(?<=parent: backupZone\n {2}name: 'vnet-backup'\n[^}]+\}\s+\}\s*\}\n)/g,
    to: "\nresource record 'Microsoft.Network/privateDnsZones/A@2024-06-01' = {\n  parent: backupZone\n  name: ‹'mine'›\n  properties: { ttl: 60, aRecords: [{ ipv4Address: '10.20.0.9' }] }\n}\n",
  },
  {
    ruleId: 'PE212',
    name: 'DNS servers of one’s own',
    language: 'bicep',
    from: /(?<=addressSpace: \{ addressPrefixes: \['[^']+'\] \})(?=\n(?! +dhcp))/g,
    to: "\n    dhcpOptions: { ‹dnsServers›: ['10.9.9.9'] }",
  },
  {
    ruleId: 'PE213',
    name: 'one zone twice',
    language: 'bicep',
    from: /(\n +\{ name: )('(?:blob|queue|backup)')(, properties: \{ privateDnsZoneId[^\n]+)/g,
    to: '$1$2$3$1‹$2›$3',
  },
  {
    ruleId: 'PE214',
    name: 'a location that anybody may choose',
    language: 'bicep',
    from: /(?<=\n)var location = /g,
    to: 'param location string = ',
    unseen: true,
    at: /'privatelink\.(?:ne|uks)\.backup[^']+'/g,
  },
  ...inText('PE301', 'a subnet that is too small', /(?<=['"]10\.[0-9.]+\/)25(?=['"])/g, '‹29›'),
  ...inText('PE301', 'a subnet that is rather small', /(?<=['"]10\.[0-9.]+\/)25(?=['"])/g, '‹26›'),
  {
    ruleId: 'PE302',
    name: 'no way to Entra ID',
    language: 'bicep',
    from: /(?<=destinationAddressPrefix: )'AzureActiveDirectory'/g,
    to: "'VirtualNetwork'",
    at: /'deny-internet'/g,
  },
  {
    ruleId: 'PE302',
    name: 'no way to Entra ID',
    language: 'json',
    from: /(?<="destinationAddressPrefix": )"AzureActiveDirectory"/g,
    to: '"VirtualNetwork"',
    at: /"deny-internet"/g,
  },
  {
    ruleId: 'PE303',
    name: 'a name that is not allowed',
    language: 'bicep',
    from: /\n +'\*\.(?!uks\.backup)[^\n]+/g,
    to: '',
    at: /targetFqdns/g,
  },
  ...inText('PE304', 'a name without its dot', /\*\.uks\.backup/g, '‹*.uksbackup›'),
  ...inText('PE305', 'no DNS proxy', /(?<=enableProxy"?: )true/g, '‹false›'),
  {
    ruleId: 'PE401',
    name: 'a Key Vault that denies',
    language: 'bicep',
    from: /(?<=publicNetworkAccess: )'Enabled'/g,
    to: "'Disabled'",
    at: /keyUri(?=:)/g,
  },
  {
    ruleId: 'PE401',
    name: 'a Key Vault with rules',
    language: 'bicep',
    from: /(?<=defaultAction: )'Allow'/g,
    to: "'Deny'",
    at: /keyUri(?=:)/g,
  },
  {
    ruleId: 'PE402',
    name: 'a Key Vault behind an endpoint',
    language: 'bicep',
    from: /(?=\nresource server )/g,
    to: "\nresource keys 'Microsoft.Network/privateEndpoints@2024-05-01' = {\n  name: 'pep-key-vault'\n  location: location\n  properties: {\n    subnet: { id: subnetId }\n    privateLinkServiceConnections: [{ name: 'kv', properties: { privateLinkServiceId: keyVault.id, groupIds: ['vault'] } }]\n  }\n}\n",
    at: /keyUri(?=:)/g,
  },
];

/** The files of a template by their paths. */
type Files = Readonly<Record<string, string>>;

/** A template with one mistake in one of its files, with the marks where it may be found. */
export function* mutants(files: Files, { language, from, to, at }: Mutation): Iterable<Files> {
  for (const [path, text] of Object.entries(files)) {
    if (path.endsWith('.json') !== (language === 'json')) continue;
    const matches = [...text.matchAll(from)];
    // The compiler repeats names: who makes a mistake in JSON makes it in all of them.
    const groups = language === 'json' ? grouped(matches) : matches.map((match) => [match]);
    for (const group of groups) {
      const changed = group.reduceRight((result, match) => replacedAt(result, match.index, from, to), text);
      const [match] = group;
      const mutant = { ...files, [path]: changed };
      yield at && match ? withMark(mutant, path, match, at) : mutant;
    }
  }
}

function grouped(matches: readonly RegExpExecArray[]): readonly RegExpExecArray[][] {
  const groups = new Map<string, RegExpExecArray[]>();
  for (const match of matches) {
    const key = match[0] === '' ? String(match.index) : match[0];
    groups.set(key, [...(groups.get(key) ?? []), match]);
  }
  return [...groups.values()];
}

function replacedAt(text: string, index: number, from: RegExp, to: string): string {
  const sticky = new RegExp(from.source, 'y');
  sticky.lastIndex = index;
  return text.replace(sticky, to);
}

/** Marks the match that is nearest to the change or, where its file has none, all of the other files'. */
function withMark(files: Files, path: string, { 0: match, index: near }: RegExpExecArray, at: Where): Files {
  const pattern = typeof at === 'function' ? at(match) : at;
  const distance = ({ index }: RegExpExecArray): number => Math.abs(index - near);
  const [nearest] = [...(files[path] ?? '').matchAll(pattern)].sort((a, b) => distance(a) - distance(b));
  const marked = ([file, text]: [string, string]): [string, string] => {
    if (nearest && file !== path) return [file, text];
    return [file, text.replace(pattern, (found, ...rest) => (isMeant(nearest, rest) ? `‹${found}›` : found))];
  };
  return Object.fromEntries(Object.entries(files).map(marked));
}

/** `rest` is what String.replace hands on: groups, the offset, the text. */
function isMeant(nearest: RegExpExecArray | undefined, rest: readonly unknown[]): boolean {
  return nearest === undefined || rest.includes(nearest.index);
}
