import type { TemplatePair } from './mistake';
import { geoCodes } from './regional-zone';
import { zonesForEndpoint } from './zones-for-endpoint';

/** The same vault, endpoint and zones in any region: the location is a parameter, and the geo code is looked up by it. */
export const zonesInRegion: TemplatePair = {
  bicep: zonesForEndpoint.bicep
    .replace('param subnetId', "param location string = 'westeurope'\nparam subnetId")
    .replace('var zoneNames', `${geoCodes.bicep}var zoneNames`)
    .replaceAll("location: 'westeurope'", 'location: location')
    .replace('privatelink.we.', 'privatelink.${geoCodes[location]}.'),
  json: zonesForEndpoint.json
    .replace('    "subnetId"', '    "location": { "type": "string", "defaultValue": "westeurope" },\n    "subnetId"')
    .replace('  "resources"', `${geoCodes.json}  "resources"`)
    .replaceAll('"location": "westeurope"', '"location": "[parameters(\'location\')]"')
    .replace(
      "'privatelink.we.backup.windowsazure.com'",
      "format('privatelink.{0}.backup.windowsazure.com', variables('geoCodes')[parameters('location')])",
    ),
};
