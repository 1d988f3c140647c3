import assert from 'node:assert/strict';
import { parseBicep, parseBicepParam } from '../../../../server/src/syntax/bicep/parse';
import { rebuild } from '../../../../server/src/syntax/bicep/rebuild';
import { invalidBicep, invalidBicepParam, validBicep, validBicepParam, type Probe } from './probes';

describe('Probes of Bicep syntax', () => {
  suite('takes in .bicep', validBicep, parseBicep, true);
  suite('rejects in .bicep', invalidBicep, parseBicep, false);
  suite('takes in .bicepparam', validBicepParam, parseBicepParam, true);
  suite('rejects in .bicepparam', invalidBicepParam, parseBicepParam, false);
});

function suite(title: string, probes: readonly Probe[], parse: typeof parseBicep, valid: boolean): void {
  describe(title, () => {
    for (const { name, text } of probes) {
      it(name, () => {
        const { tree, problems } = parse(text);
        assert.equal(rebuild(tree), text);
        if (valid) assert.deepEqual(problems, []);
        else assert.notEqual(problems.length, 0);
        for (const { start, end } of problems) assert(0 <= start && start <= end && end <= text.length);
      });
    }
  });
}
