import type { PlacedRecord } from '../../domain/fqdns/address-records';
import { single } from '../artefact';
import { isVersion6, originOf, timeToLive, type DnsExporter } from './input';

/**
 * A script for DNS servers of Windows: conditional forwarders, and zones for names with known addresses. It can be run again. For a SQL
 * Server availability group the forwarders belong on the group's domain controllers, which share them through Active Directory.
 */
export const windows: DnsExporter = {
  records: 'optional',
  export: ({ plan, records, forwardTo, tool }) => {
    const zones = new Map<string, PlacedRecord[]>();
    for (const record of records) {
      const zone = record.names.service === 'Azure Backup' ? record.names.forward : record.asked;
      zones.set(zone, [...(zones.get(zone) ?? []), record]);
    }
    const forwarded = plan.names.filter(({ forward }) => !zones.has(forward));
    return single([
      '#Requires -Modules DnsServer',
      ...originOf(plan.regions, tool).map((line) => `# ${line}`),
      ...head(forwardTo, zones.size > 0),
      ...forwarded.map(({ forward }) => `Set-Forwarder -Name ${quoted(forward)}`),
      ...[...zones].flatMap(([zone, own]) => [
        '',
        `Set-Zone -Name ${quoted(zone)}`,
        ...own.flatMap((it) => setRecords(it, zone)),
      ]),
    ]);
  },
};

function head(forwardTo: readonly string[], hasRecords: boolean): string[] {
  return [
    '[CmdletBinding()]',
    'param(',
    '    # The servers that are asked. They must know the private DNS zones.',
    `    [string[]] $ForwardTo = @(${forwardTo.map(quoted).join(', ')}),`,
    '    # For a SQL Server availability group, on one of its domain controllers: keeps all in Active Directory, so that every',
    '    # domain controller of the forest answers alike.',
    '    [switch] $AvailabilityGroup',
    ')',
    "$ErrorActionPreference = 'Stop'",
    '$forwarderScope = @{}',
    "if ($AvailabilityGroup) { $forwarderScope.ReplicationScope = 'Forest' }",
    '',
    'function Set-Forwarder([string] $Name) {',
    '    $zone = Get-DnsServerZone -Name $Name -ErrorAction SilentlyContinue',
    '    if (-not $zone) {',
    '        Add-DnsServerConditionalForwarderZone -Name $Name -MasterServers $ForwardTo @forwarderScope',
    "    } elseif ($zone.ZoneType -eq 'Forwarder') {",
    '        Set-DnsServerConditionalForwarderZone -Name $Name -MasterServers $ForwardTo',
    '    } else {',
    '        Write-Error "The zone $Name exists and is no conditional forwarder."',
    '    }',
    '}',
    ...(hasRecords ? zoneFunctions : []),
    '',
  ];
}

const zoneFunctions = [
  '',
  'function Set-Zone([string] $Name) {',
  '    if (Get-DnsServerZone -Name $Name -ErrorAction SilentlyContinue) { return }',
  '    if ($AvailabilityGroup) {',
  "        Add-DnsServerPrimaryZone -Name $Name -ReplicationScope 'Forest'",
  '    } else {',
  '        Add-DnsServerPrimaryZone -Name $Name -ZoneFile "$Name.dns"',
  '    }',
  '}',
  '',
  'function Set-Address([string] $Zone, [string] $Name, [string[]] $Address, [string] $Type) {',
  '    Get-DnsServerResourceRecord -ZoneName $Zone -Name $Name -RRType $Type -ErrorAction SilentlyContinue |',
  '        Remove-DnsServerResourceRecord -ZoneName $Zone -Force',
  `    $record = @{ ZoneName = $Zone; Name = $Name; TimeToLive = [TimeSpan]::FromSeconds(${timeToLive}) }`,
  "    if ($Type -eq 'A') {",
  '        $record.IPv4Address = $Address',
  '        Add-DnsServerResourceRecordA @record',
  '    } else {',
  '        $record.IPv6Address = $Address',
  '        Add-DnsServerResourceRecordAAAA @record',
  '    }',
  '}',
];

function setRecords({ asked, addresses }: PlacedRecord, zone: string): string[] {
  const label = asked === zone ? '@' : asked.slice(0, -zone.length - 1);
  return ['A', 'AAAA'].flatMap((type) => {
    const own = addresses.filter((address) => isVersion6(address) === (type === 'AAAA'));
    if (own.length === 0) return [];
    const list = own.map(quoted).join(', ');
    return [`Set-Address -Zone ${quoted(zone)} -Name ${quoted(label)} -Type ${quoted(type)} -Address ${list}`];
  });
}

/** Host names and addresses hold nothing that PowerShell would read in single quotes. */
function quoted(text: string): string {
  return `'${text}'`;
}
