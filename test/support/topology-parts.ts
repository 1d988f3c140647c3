import { createRegionTable } from '../../server/src/domain/names/regions';
import type { Finding } from '../../server/src/lint/finding';
import type { Diagram } from '../../server/src/formats/graph/diagram';
import { diagramOf } from '../../server/src/formats/graph/diagram';
import { checkFiles, type ProjectFiles } from './check-files';
import { deployFiles } from './deploy-files';
import { endpoint, vault, zone, zoneGroup } from './bicep-parts';

/** A network with a subnet that endpoints can stand in, written inside the network. */
export const network = (dnsServers = ''): string => `
resource network 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'vnet-hub'
  location: 'northeurope'
  properties: {
    addressSpace: { addressPrefixes: ['10.1.0.0/16'] }
    ${dnsServers === '' ? '' : `dhcpOptions: { dnsServers: [${dnsServers}] }`}
    subnets: [
      { name: 'snet-pe', properties: { addressPrefix: '10.1.4.0/26' } }
      { name: 'snet-unused', properties: { addressPrefix: '10.1.5.0/26' } }
    ]
  }
}
`;

export const zoneLink = (symbol: string, networkId = 'network.id'): string => `
resource ${symbol}Link 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = {
  parent: ${symbol}
  name: 'hub'
  location: 'global'
  properties: { registrationEnabled: false, virtualNetwork: { id: ${networkId} } }
}
`;

/** A template with a part of most kinds. */
export const wholeTemplate = [
  vault(),
  network("'10.1.0.4'"),
  endpoint({ extra: 'subnet: { id: network.properties.subnets[0].id }' }),
  zone('backupZone', "'privatelink.ne.backup.windowsazure.com'"),
  zoneLink('backupZone'),
  zoneGroup('backupZone.id'),
].join('\n');

/** A diagram of what the first file deploys, with what is found in all files. */
export async function diagramOfFiles(files: ProjectFiles): Promise<Diagram> {
  const { findings, elsewhere } = await checkFiles(files);
  return diagramOf(deployFiles(files), createRegionTable(), [...findings, ...elsewhere], Object.keys(files)[0] ?? '');
}

/** `PE109 on vault-1`, for every finding on a node. */
export function attached({ nodes }: Diagram): string[] {
  return nodes.flatMap(({ id, findings }) => findings.map(({ ruleId }: Finding) => `${ruleId} on ${id}`));
}

/** Texts that mean something to one format or another. */
export const hostileText = ']"<>&;`#|{}()\\ \u0007\n--> end %% \'$& 😀 #quot; &lt; <script>';

/** A diagram of one endpoint and its vault with the given texts everywhere. */
export function hostileDiagram(text: string): Diagram {
  const finding: Finding = {
    ruleId: 'PE102',
    ruleName: 'unknown-group-id',
    severity: 'error',
    message: text,
    place: { uri: 'file:///main.bicep', start: 0, end: 1 },
    related: [],
    fixes: [],
    deployments: [],
    partial: false,
    suppression: undefined,
  };
  const node = { label: text, details: [text], presence: 'deployed', place: undefined, extents: [] } as const;
  return {
    title: text,
    nodes: [
      { id: 'endpoint-1', kind: 'endpoint', ...node, findings: [finding] },
      { id: 'vault-1', kind: 'vault', ...node, findings: [] },
    ],
    edges: [{ from: 'endpoint-1', to: 'vault-1', kind: 'connects', label: text }],
    otherFindings: [finding],
  };
}
