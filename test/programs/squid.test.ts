import assert from 'node:assert/strict';
import { workloadIds } from '../../server/src/data/workloads';
import { allowListArtefact } from '../support/artefacts';
import { hasProgram, runProgram } from '../support/program';
import { temporaryFolder } from '../support/temporary-folder';

describe('Squid and what is made for it', () => {
  const folder = temporaryFolder();
  before(function () {
    if (!hasProgram('squid')) this.skip();
  });
  after(folder.remove);

  const check = (text: string): void => {
    const included = folder.write('azure-backup.conf', text);
    const own = `http_port 127.0.0.1:3128\ninclude ${included}\nhttp_access deny all\n`;
    const { status, output } = runProgram('squid', ['-k', 'parse', '-f', folder.write('squid.conf', own)], folder.path);
    assert.equal(status, 0, output);
    assert.doesNotMatch(output, /WARNING|ERROR|FATAL|subdomain/i);
    assert.ok(output.includes('http_access allow azure_backup azure_backup_ports'), output);
  };

  for (const region of ['eastus', 'usgovvirginia', 'usdodeast', 'chinaeast2', 'germanycentral']) {
    it(`takes it for ${region}, with private endpoints and without`, () => {
      check(allowListArtefact('squid', [region]).text);
      check(allowListArtefact('squid', [region], { privateEndpoint: false }).text);
    });
  }

  it('takes it for every workload, and for two regions', () => {
    check(allowListArtefact('squid', ['eastus', 'westus'], { workloads: workloadIds }).text);
  });
});
