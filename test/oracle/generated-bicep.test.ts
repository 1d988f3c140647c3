import assert from 'node:assert/strict';
import { workloadIds } from '../../server/src/data/workloads';
import { allowListArtefact, dnsArtefact } from '../support/artefacts';
import { BicepCompiler } from '../support/bicep-compiler';
import { checkFiles } from '../support/check-files';

const asked = [['eastus'], ['usgovvirginia'], ['chinaeast2'], ['germanycentral'], ['westeurope', 'northeurope']];

/** Whether what pelint writes in Bicep is taken by the compiler without a warning, and by pelint without a finding. */
describe('Bicep that pelint generates', () => {
  let compiler: BicepCompiler | undefined;

  before(function () {
    compiler = BicepCompiler.find();
    if (!compiler) this.skip();
  });

  after(() => compiler?.close());

  const check = (title: string, text: string): void => {
    it(title, async () => {
      assert.ok(compiler);
      const diagnostics = await compiler.diagnose(text, 'bicep');
      assert.deepEqual(
        diagnostics.map(({ code, message }) => `${code}: ${message}`),
        [],
      );
      const { findings } = await checkFiles({ 'main.bicep': text });
      assert.deepEqual(
        findings.map(({ ruleId, message }) => `${ruleId}: ${message}`),
        [],
      );
    });
  };

  for (const names of asked) {
    for (const target of ['azure-zones', 'azure-resolver'] as const) {
      check(`${target} for ${names.join(' and ')}`, dnsArtefact(target, names).text);
    }
    for (const target of ['azure-firewall', 'nsg'] as const) {
      for (const privateEndpoint of [true, false]) {
        check(
          `${target} for ${names.join(' and ')}, ${privateEndpoint ? 'with' : 'without'} private endpoints`,
          allowListArtefact(target, names, { privateEndpoint }).text,
        );
      }
    }
  }
  check('azure-resolver with given servers', dnsArtefact('azure-resolver', ['eastus'], '', ['10.0.0.4']).text);
  for (const id of workloadIds.filter((it) => it !== 'vm' && it !== 'azure-files')) {
    for (const target of ['azure-firewall', 'nsg'] as const)
      check(`${target} for ${id}`, allowListArtefact(target, ['eastus'], { workloads: [id] }).text);
  }
});
