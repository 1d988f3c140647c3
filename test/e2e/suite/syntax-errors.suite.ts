import { strict as assert } from 'node:assert';
import { extensions } from 'vscode';
import { brokenRules, closeAll, eventually, openText } from './workbench';

/** A text that breaks the rule about syntax and another one. */
const broken = `param location string =
resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: 'privatelink.westeurope.backup.windowsazure.com'
  location: 'global'
}
`;

const official = extensions.getExtension('ms-azuretools.vscode-bicep') !== undefined;

describe('Syntax errors', () => {
  afterEach(closeAll);

  it(
    official ? 'are left to the official Bicep extension' : 'are told where the official extension is absent',
    async () => {
      const document = await openText('bicep', broken);
      const rules = await eventually(
        () => brokenRules(document.uri),
        (found) => found.includes('PE202'),
      );
      assert.equal(rules.includes('PE001'), !official);
    },
  );
});
