import assert from 'node:assert/strict';
import { deploy } from '../../../../server/src/deployment/deploy';
import { Session } from '../../../../server/src/deployment/project/session';
import { evaluatedResource } from '../../../../server/src/formats/evaluated-json';
import { createSources } from '../../../../server/src/lint/closure';

/** The ID of the one resource of a nested deployment that states where it goes. */
function idOfNested(target: Readonly<Record<string, string | null>>): unknown {
  const schema = { $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#' };
  const zone = { type: 'Microsoft.Network/privateDnsZones', apiVersion: '2024-06-01', name: 'z', location: 'global' };
  const template = { ...schema, contentVersion: '1.0.0.0', resources: [zone] };
  const nested = { type: 'Microsoft.Resources/deployments', apiVersion: '2022-09-01', name: 'n', ...target };
  const uri = 'file:///project/main.json';
  const text = JSON.stringify({
    ...schema,
    contentVersion: '1.0.0.0',
    resources: [{ ...nested, properties: { mode: 'Incremental', template } }],
  });
  const sources = createSources(new Map([[uri, text]]), new Session());
  const main = sources.template(uri);
  assert.ok(main);
  const known = { subscriptionId: 'sub', resourceGroup: 'own' };
  const request = { template: main, parameters: undefined, cloud: 'public', known, deploymentName: 'main' } as const;
  const [resource, ...others] = deploy(request, sources).resources;
  assert.ok(resource && others.length === 0);
  return evaluatedResource(resource)['id'];
}

describe('where a module is deployed', () => {
  const zone = '/providers/Microsoft.Network/privateDnsZones/z';

  it('is the own group, where no other is named', () => {
    assert.equal(idOfNested({}), `/subscriptions/sub/resourceGroups/own${zone}`);
  });

  it('is the group that it names', () => {
    assert.equal(idOfNested({ resourceGroup: 'hub' }), `/subscriptions/sub/resourceGroups/hub${zone}`);
    assert.equal(
      idOfNested({ resourceGroup: 'hub', subscriptionId: 'other' }),
      `/subscriptions/other/resourceGroups/hub${zone}`,
    );
  });

  it('is the own group where the name is empty', () => {
    assert.equal(idOfNested({ resourceGroup: '' }), `/subscriptions/sub/resourceGroups/own${zone}`);
    assert.equal(
      idOfNested({ resourceGroup: "[if(true(), '', 'hub')]" }),
      `/subscriptions/sub/resourceGroups/own${zone}`,
    );
    assert.equal(idOfNested({ resourceGroup: null }), `/subscriptions/sub/resourceGroups/own${zone}`);
  });
});
