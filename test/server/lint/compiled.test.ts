import assert from 'node:assert/strict';
import { rules } from '../../../server/src/rules/index';
import { compiledFixtures, judgeMistaken, mistakes } from '../../support/compiled-fixtures';
import { differences } from '../../support/judgement';

/** Bicep, and the JSON that the real compiler made of it: `test/oracle/compiled-json.test.ts` holds that to the compiler. */
describe('Bicep and its JSON are judged alike', () => {
  const found = new Map<string, number>();

  for (const name of compiledFixtures()) {
    for (const mistake of [undefined, ...mistakes]) {
      it(`${name}, ${mistake?.name ?? 'as it is'}`, async () => {
        const bicep = await judgeMistaken(name, 'bicep', mistake);
        const json = await judgeMistaken(name, 'json', mistake);
        assert.deepEqual(differences(bicep, json), []);
        if (!mistake) assert.deepEqual(bicep.findings, [], 'the fixture is right');
        for (const finding of bicep.findings) found.set(finding.slice(0, 5), (found.get(finding.slice(0, 5)) ?? 0) + 1);
      });
    }
  }

  it('every rule has spoken', () => {
    const silent = rules.filter(({ id, check }) => check && !found.has(id));
    assert.deepEqual(
      silent.map(({ id }) => id),
      [],
    );
  });
});
