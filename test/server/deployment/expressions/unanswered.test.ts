import assert from 'node:assert/strict';
import { getEntry, valueKey } from '../../../../server/src/deployment/values/values';
import type { Value } from '../../../../server/src/deployment/values/value';
import { evaluateBicep } from '../../../support/evaluate-text';
import { deployFiles } from '../../../support/deploy-files';

/** Calls that the engine behind `bicep snapshot` 0.49.2 leaves as they are, and what is said of each. */
const calls: readonly (readonly [call: string, reason: string])[] = [
  ["fail('no such region')", 'the deployment fails here: no such region'],
  ["fail('no ${newGuid()}')", 'the deployment fails here'],
  ["pickZones('Microsoft.Compute', 'virtualMachines', 'westus')", 'only Azure knows what pickZones() gives'],
  ["toLogicalZone('id', 'westus', 'westus-az1')", 'only Azure knows what toLogicalZone() gives'],
  ["toLogicalZones('id', 'westus', ['westus-az1'])", 'only Azure knows what toLogicalZones() gives'],
  ["toPhysicalZone('id', 'westus', '1')", 'only Azure knows what toPhysicalZone() gives'],
  ["toPhysicalZones('id', 'westus', ['1'])", 'only Azure knows what toPhysicalZones() gives'],
  ["providers('Microsoft.Compute', 'virtualMachines')", 'only Azure knows what providers() gives'],
  ["roleDefinitions('Reader').id", 'only Azure knows what roleDefinitions() gives'],
  ["az.getSecret('id', 'rg', 'kv', 'name')", 'only Azure knows what getSecret() gives'],
  ["externalInput('sys.cli', 'x')", 'externalInput() is answered when the deployment starts'],
  ["readCliArg('x')", 'readCliArg() is answered when the deployment starts'],
  ["readEnvVar('x')", 'readEnvVar() is answered when the deployment starts'],
  ["readEnvironmentVariable('x')", 'readEnvironmentVariable() is answered when the deployment starts'],
  ['newGuid()', 'newGuid() differs from deployment to deployment'],
  ['utcNow()', 'utcNow() differs from deployment to deployment'],
];

describe('calls that no template can answer', () => {
  for (const [call, reason] of calls) {
    it(`say of ${call} why`, () => {
      const value = evaluateBicep(call);
      assert.equal(value.kind === 'unknown' && value.reason, reason);
    });
  }

  it('are the same value where they ask the same', () => {
    const key = (expression: string): string => valueKey(evaluateBicep(expression));
    assert.equal(key("externalInput('a', 'b')"), key("externalInput('a', 'b')"));
    assert.notEqual(key("externalInput('a', 'b')"), key("externalInput('a', 'c')"));
    const [first, second] = [tagsOf('[newGuid(), newGuid()]'), tagsOf('[this.exists(), this.exists()]')];
    for (const list of [first, second]) {
      assert(list.kind === 'array' && list.items[0] && list.items[1]);
      assert.notEqual(valueKey(list.items[0]), valueKey(list.items[1]));
    }
  });

  it('know what members the deployer has', () => {
    const value = tagsOf("[contains(deployer(), 'objectId'), deployer().objectId, deployer().tenantId]");
    assert(value.kind === 'array');
    const [has, object, tenant] = value.items;
    assert(has?.kind === 'boolean' && has.value);
    assert(object?.kind === 'unknown' && tenant?.kind === 'unknown');
    assert.notEqual(valueKey(object), valueKey(tenant));
  });
});

/** What the tags of a resource come to. */
function tagsOf(expression: string): Value {
  const source = `resource it 'Microsoft.Network/networkSecurityGroups@2024-01-01' = { name: 'it', tags: ${expression} }\n`;
  const [resource] = deployFiles({ 'main.bicep': source }).resources;
  const tags = resource && getEntry(resource.body, 'tags')?.value;
  assert(tags);
  return tags;
}
