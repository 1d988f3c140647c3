import assert from 'node:assert/strict';
import { idKey } from '../../../server/src/deployment/identity/resource-id';
import { getEntry, knownText, textKey } from '../../../server/src/deployment/values/values';
import { deployFiles } from '../../support/deploy-files';

/** The names of what a template deploys, with a star for what is not known of them. */
function namesOf(text: string): readonly string[] {
  return deployFiles({ 'main.bicep': text }).resources.map(({ id }) =>
    textKey(id)
      .replace(/\{[^}]*\}/g, '*')
      .replace(/^.*\//, ''),
  );
}

const zones = (list: string): string => `param codes array
${list}
resource zones 'Microsoft.Network/privateDnsZones@2024-06-01' = [for name in names: {
  name: name
  location: 'global'
}]
`;

describe('loops over lists that are not known', () => {
  it('keep the shape of their items', () => {
    assert.deepEqual(namesOf(zones("var names = [for code in codes: 'privatelink.${code}.backup']")), [
      'privatelink.*.backup',
    ]);
    assert.deepEqual(namesOf(zones("var names = [for item in items(codes): 'a.${item.value.code}']")), ['a.*']);
    assert.deepEqual(
      namesOf(zones("var made = [for code in codes: 'a.${code}']\nvar names = map(made, x => '${x}.b')")),
      ['a.*.b'],
    );
  });

  it('keep it beside items that are known', () => {
    const made = "var made = [for code in codes: 'a.${code}']\n";
    assert.deepEqual(namesOf(zones(`${made}var names = concat(['first'], made)`)), ['first', 'a.*']);
    assert.deepEqual(namesOf(zones(`${made}var names = union(['first'], made)`)), ['first', 'a.*']);
  });

  it('give no name to what could not be deployed', () => {
    const made = "var names = [for code in codes: code == '' ? '' : 'a.${code}']";
    assert.deepEqual(namesOf(zones(made)), ['a.*']);
  });

  it('know nothing of the items of two such lists together', () => {
    const made = "var made = [for code in codes: 'a.${code}']\nvar others = [for code in codes: 'b.${code}']\n";
    assert.deepEqual(namesOf(zones(`${made}var names = concat(made, others)`)), ['*']);
  });
});

describe('the network of a subnet', () => {
  const endpoint = (location: string): string => `
resource endpoint 'Microsoft.Network/privateEndpoints@2024-05-01' = {
  name: 'pe-1'
  location: ${location}
}
`;
  const network = `resource network 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'vnet-1'
  location: 'northeurope'
  properties: { subnets: [{ name: 'default' }] }
}
output subnetId string = network.properties.subnets[0].id
`;
  const ofSubnet = (id: string): string => `reference(split(${id}, '/subnets/')[0], '2020-06-01', 'Full').location`;

  it('is known from an ID that is a module’s output, also where a name depends on it', () => {
    const main = `module hub 'network.bicep' = { name: 'hub' }\nmodule part 'part.bicep' = {
  name: 'part'
  params: { subnetId: hub.outputs.subnetId }
}
`;
    const part = `param subnetId string\nvar place = ${ofSubnet('subnetId')}\n${endpoint('place').replace("'pe-1'", "'pe-${place}'")}`;
    const { resources } = deployFiles({ 'main.bicep': main, 'network.bicep': network, 'part.bicep': part });
    const found = resources.find(({ type }) => type.endsWith('privateEndpoints'));
    assert.equal(knownText(found && getEntry(found.body, 'location')?.value), 'northeurope');
    assert.equal(knownText(found?.name), 'pe-northeurope');
  });

  it('is known from what only Azure knows of a network', () => {
    const existing = "resource network 'Microsoft.Network/virtualNetworks@2024-05-01' existing = { name: 'vnet-1' }\n";
    const main = existing + endpoint(ofSubnet('network.properties.subnets[0].id'));
    const { resources } = deployFiles({ 'main.bicep': main });
    const location = getEntry(resources[1]?.body ?? assert.fail(), 'location')?.value;
    assert.equal(location?.kind === 'runtime' && location.nature, 'region');
    assert.match(location?.kind === 'runtime' ? idKey(location.resource) : '', /\/virtualnetworks\/vnet-1$/);
  });

  it('is a region where the ID is not known at all', () => {
    const { resources } = deployFiles({ 'main.bicep': `param subnetId string\n${endpoint(ofSubnet('subnetId'))}` });
    const location = getEntry(resources[0]?.body ?? assert.fail(), 'location')?.value;
    assert.equal(location?.kind === 'runtime' && location.nature, 'region');
  });
});
