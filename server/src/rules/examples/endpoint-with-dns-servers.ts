import { linkedZones } from './linked-zones';
import type { TemplatePair } from './mistake';

/** A private endpoint in a network that names Azure's own DNS as its server. */
export const endpointWithDnsServers: TemplatePair = {
  bicep: linkedZones.bicep.replace(
    "    addressSpace: { addressPrefixes: ['10.1.0.0/16'] }\n",
    "$&    dhcpOptions: { dnsServers: ['168.63.129.16'] }\n",
  ),
  json: linkedZones.json.replace(
    '        "addressSpace": { "addressPrefixes": ["10.1.0.0/16"] },\n',
    '$&        "dhcpOptions": { "dnsServers": ["168.63.129.16"] },\n',
  ),
};
