import assert from 'node:assert/strict';
import { dnsArtefact } from '../../../support/artefacts';
import { powershellErrors } from '../../../support/powershell';
import { recordsCsv } from '../../../support/records';

/** PowerShell cannot be had for the tests, so the scripts are read by its grammar and never run. */
describe('windows', () => {
  it('would show a mistake', async () => {
    assert.deepEqual(await powershellErrors("function A {\n  if ($b) { 'c'\n}\n"), [3]);
  });

  for (const records of ['', recordsCsv]) {
    it(`is PowerShell${records === '' ? '' : ', with records'}`, async () => {
      for (const regions of [['eastus'], ...(records === '' ? [['westeurope', 'northeurope'], ['chinaeast']] : [])])
        assert.deepEqual(await powershellErrors(dnsArtefact('windows', regions, records).text), []);
    });
  }

  it('forwards every name, to all servers', () => {
    const { text } = dnsArtefact('windows', ['eastus'], '', ['10.0.0.4', '10.0.0.5']);
    assert.match(text, /\$ForwardTo = @\('10\.0\.0\.4', '10\.0\.0\.5'\)/);
    assert.deepEqual(
      [...text.matchAll(/^Set-Forwarder -Name '(.*)'$/gm)].map(([, name]) => name),
      [
        'privatelink.eus.backup.windowsazure.com',
        'blob.core.windows.net',
        'queue.core.windows.net',
        'blob.storage.azure.net',
      ],
    );
    assert.doesNotMatch(text, /PrimaryZone/);
  });

  it('keeps the forwarders of an availability group in Active Directory', () => {
    const { text } = dnsArtefact('windows', ['eastus']);
    assert.match(text, /if \(\$AvailabilityGroup\) \{ \$forwarderScope\.ReplicationScope = 'Forest' \}/);
  });

  it('makes zones of known names instead', () => {
    const { text } = dnsArtefact('windows', ['eastus'], recordsCsv);
    assert.doesNotMatch(text, /Set-Forwarder -Name 'privatelink/);
    assert.match(text, /^Set-Zone -Name 'acct1\.blob\.core\.windows\.net'$/m);
    assert.match(text, /-Name '@' -Type 'AAAA' -Address 'fd00::7'$/m);
    assert.match(text, /-Name 'abc\.ab-pod01' -Type 'A' -Address '10\.0\.0\.4'$/m);
  });
});
