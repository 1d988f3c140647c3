import type { DnsNames, DnsPlan } from '../../domain/fqdns/dns-plan';
import type { Region } from '../../domain/names/regions';
import { single } from '../artefact';
import { hostLine, symbol } from '../bicep-lines';
import { originOf, type DnsExporter } from './input';

/**
 * Bicep for the private DNS zones, their links to virtual networks, and a zone group for the private endpoint of each region. Azure then
 * writes the records, those of storage accounts that the vault gets later included.
 */
export const azureZones: DnsExporter = {
  records: 'none',
  export: ({ plan, tool }) => {
    const zones = zonesOf(plan);
    return single([
      ...originOf(plan.regions, tool).map((line) => `// ${line}`),
      '',
      "@description('The IDs of the virtual networks in which the names have to resolve; with own DNS servers, those of the servers.')",
      'param virtualNetworkIds string[]',
      ...plan.regions.flatMap((region) => [
        '',
        `@description('The name of the private endpoint for vaults in ${region.displayName}, in this resource group.')`,
        `param ${endpointName(region, plan)} string`,
      ]),
      ...zones.flatMap(zoneLines),
      ...plan.regions.flatMap((region) => groupLines(region, plan, zones)),
    ]);
  },
};

interface Zone {
  readonly names: DnsNames;
  readonly zone: string;
  readonly symbol: string;
}

function zonesOf({ names, regions }: DnsPlan): readonly Zone[] {
  return names.flatMap((it) => {
    if (it.zone === null) return [];
    const kind = it.service === 'Azure Backup' ? 'backup' : (it.forward.split('.')[0] ?? '');
    const geo = it.region !== undefined && regions.length > 1 ? [it.region.geoCode] : [];
    return [{ names: it, zone: it.zone, symbol: symbol(kind, ...geo, 'zone') }];
  });
}

function zoneLines({ zone, symbol: name }: Zone): string[] {
  return [
    '',
    `resource ${name} 'Microsoft.Network/privateDnsZones@2024-06-01' = {`,
    ...hostLine(`  name: '${zone}'`),
    "  location: 'global'",
    '}',
    '',
    `resource ${name}Links 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = [`,
    '  for id in virtualNetworkIds: {',
    `    parent: ${name}`,
    "    name: 'link-${uniqueString(id)}'",
    "    location: 'global'",
    '    properties: {',
    '      registrationEnabled: false',
    '      virtualNetwork: {',
    '        id: id',
    '      }',
    '    }',
    '  }',
    ']',
  ];
}

function groupLines(region: Region, plan: DnsPlan, zones: readonly Zone[]): string[] {
  const own = zones.filter(({ names }) => names.region === undefined || names.region === region);
  const endpoint = endpointName(region, plan).replace(/Name/, '');
  return [
    '',
    `resource ${endpoint} 'Microsoft.Network/privateEndpoints@2024-05-01' existing = {`,
    `  name: ${endpointName(region, plan)}`,
    '}',
    '',
    `resource ${endpoint}Zones 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2024-05-01' = {`,
    `  parent: ${endpoint}`,
    "  name: 'default'",
    '  properties: {',
    '    privateDnsZoneConfigs: [',
    ...own.flatMap(({ names, symbol: name, zone }) => [
      '      {',
      `        name: '${names.service === 'Azure Backup' ? 'backup' : (zone.split('.')[1] ?? zone)}'`,
      '        properties: {',
      `          privateDnsZoneId: ${name}.id`,
      '        }',
      '      }',
    ]),
    '    ]',
    '  }',
    '}',
  ];
}

function endpointName({ geoCode }: Region, { regions }: DnsPlan): string {
  return regions.length > 1 ? symbol('privateEndpoint', 'name', geoCode) : 'privateEndpointName';
}
