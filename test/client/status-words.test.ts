import { strict as assert } from 'node:assert';
import { statusSentences, statusText } from '../../client/src/status-words';
import type { CheckedDocument } from '../../server/src/protocol';

const quiet: CheckedDocument = {
  uri: 'file:///main.bicep',
  deployments: [{ template: 'file:///main.bicep' }],
  regions: ['West Europe'],
  errors: 0,
  warnings: 0,
};
const loud: CheckedDocument = {
  ...quiet,
  deployments: ['dev', 'prod'].map((name) => ({
    template: 'file:///main.bicep',
    parameters: `file:///${name}.bicepparam`,
  })),
  regions: ['West Europe', 'East US 2'],
  errors: 1,
  warnings: 2,
};
const nameOf = (uri: string): string => uri.slice('file:///'.length);

describe('the words of the status bar', () => {
  it('are few where all is well', () => {
    assert.equal(statusText(quiet), '$(shield) West Europe $(check)');
    assert.equal(statusText({ ...quiet, regions: [] }), '$(shield) $(check)');
  });

  it('count what there are several of', () => {
    assert.equal(statusText(loud), '$(shield) 2 regions, 2 deployments $(error) 1 $(warning) 2');
  });

  it('are whole sentences for those who hear them', () => {
    assert.deepEqual(statusSentences(quiet, nameOf), [
      '0 errors and 0 warnings in 1 deployment: main.bicep.',
      'Vaults in West Europe.',
    ]);
    assert.deepEqual(statusSentences({ ...loud, regions: [] }, nameOf), [
      '1 error and 2 warnings in 2 deployments: main.bicep with dev.bicepparam, main.bicep with prod.bicepparam.',
      'No vault whose region is known.',
    ]);
  });
});
