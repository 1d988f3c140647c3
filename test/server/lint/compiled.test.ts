import assert from 'node:assert/strict';
import { compiledFixtures, judgeMistaken, mistakes } from '../../support/compiled-fixtures';
import { differences } from '../../support/judgement';

/** Bicep, and the JSON that the real compiler made of it: `test/oracle/compiled-json.test.ts` holds that to the compiler. */
describe('Bicep and its JSON are judged alike', () => {
  for (const name of compiledFixtures()) {
    for (const mistake of [undefined, ...mistakes]) {
      it(`${name}, ${mistake?.name ?? 'as it is'}`, async () => {
        const bicep = await judgeMistaken(name, 'bicep', mistake);
        const json = await judgeMistaken(name, 'json', mistake);
        assert.deepEqual(differences(bicep, json), []);
      });
    }
  }
});
