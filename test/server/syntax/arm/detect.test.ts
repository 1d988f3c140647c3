import assert from 'node:assert/strict';
import { detectArmDocument, looksLikeArm, scopeOfSchema } from '../../../../server/src/syntax/arm/detect';
import { parseJson } from '../../../../server/src/syntax/arm/json';

const SCHEMAS = 'https://schema.management.azure.com/schemas';

describe('detectArmDocument', () => {
  const documents: readonly [name: string, text: string, kind: 'template' | 'parameters' | undefined][] = [
    ['a template', `{"$schema": "${SCHEMAS}/2019-04-01/deploymentTemplate.json#", "resources": []}`, 'template'],
    ['a template without resources', `{"$schema": "${SCHEMAS}/2019-04-01/deploymentTemplate.json#"}`, 'template'],
    [
      'an old schema',
      `{"$schema": "http://schema.management.azure.com/schemas/2014-04-01-preview/deploymentTemplate.json"}`,
      'template',
    ],
    [
      'another spelling',
      `{"$SCHEMA": "HTTPS://SCHEMA.MANAGEMENT.AZURE.COM/SCHEMAS/2015-01-01/DEPLOYMENTTEMPLATE.JSON#"}`,
      'template',
    ],
    [
      'another cloud',
      `{"$schema": "https://schema.management.azure.cn/schemas/2019-04-01/deploymentTemplate.json#"}`,
      'template',
    ],
    [
      'a subscription template',
      `{"$schema": "${SCHEMAS}/2018-05-01/subscriptionDeploymentTemplate.json#"}`,
      'template',
    ],
    [
      'a management group template',
      `{"$schema": "${SCHEMAS}/2019-08-01/managementGroupDeploymentTemplate.json#"}`,
      'template',
    ],
    ['a tenant template', `{"$schema": "${SCHEMAS}/2019-08-01/tenantDeploymentTemplate.json#"}`, 'template'],
    ['parameters', `{"$schema": "${SCHEMAS}/2019-04-01/deploymentParameters.json#"}`, 'parameters'],
    [
      'parameters of a subscription',
      `{"$schema": "${SCHEMAS}/2018-05-01/subscriptionDeploymentParameters.json#"}`,
      'parameters',
    ],
    ['a template by its shape', '{"contentVersion": "1.0.0.0", "resources": []}', 'template'],
    [
      'a symbolic template by its shape',
      '{"contentVersion": "1.0.0.0", "languageVersion": "2.0", "resources": {}}',
      'template',
    ],
    ['half a shape', '{"resources": []}', undefined],
    ['package.json', '{"name": "x", "version": "1.0.0"}', undefined],
    ['bicepconfig.json', '{"analyzers": {}}', undefined],
    [
      'another schema',
      '{"$schema": "https://json.schemastore.org/tsconfig", "contentVersion": "1", "resources": []}',
      undefined,
    ],
    ['a schema that is no text', '{"$schema": 1, "contentVersion": "1", "resources": []}', undefined],
    [
      'a portal form',
      '{"$schema": "https://schema.management.azure.com/schemas/0.1.2-preview/CreateUIDefinition.MultiVm.json#"}',
      undefined,
    ],
    [
      'a policy that embeds a template',
      `{"properties": {"policyRule": {"then": {"details": {"deployment": {"properties": {"template": {"$schema": "${SCHEMAS}/2015-01-01/deploymentTemplate.json#", "contentVersion": "1.0.0.0", "resources": []}}}}}}}}`,
      undefined,
    ],
    ['an array', '[]', undefined],
    ['nothing', '', undefined],
  ];
  for (const [name, text, kind] of documents) {
    it(`knows ${name}`, () => {
      assert.equal(detectArmDocument(parseJson(text).root), kind);
      if (kind !== undefined) assert(looksLikeArm(text), 'the quick look must let it through');
    });
  }

  it('is not asked about other JSON', () => {
    assert.equal(looksLikeArm('{"name": "x", "resources": []}'), false);
    assert.equal(looksLikeArm('{"analyzers": {"core": {"rules": {}}}}'), false);
  });
});

describe('scopeOfSchema', () => {
  const schemas: readonly [file: string, scope: string | undefined][] = [
    ['deploymentTemplate.json#', 'resourceGroup'],
    ['subscriptionDeploymentTemplate.json#', 'subscription'],
    ['managementGroupDeploymentTemplate.json', 'managementGroup'],
    ['TENANTDEPLOYMENTTEMPLATE.JSON#', 'tenant'],
    ['deploymentParameters.json#', undefined],
    ['resourceDeploymentTemplate.json#', undefined],
  ];
  for (const [file, scope] of schemas) {
    it(`reads ${file}`, () => assert.equal(scopeOfSchema(`${SCHEMAS}/2019-08-01/${file}`), scope));
  }
});
