import assert from 'node:assert/strict';
import { configurationCompletions } from '../../../../server/src/lint/completion/configuration';
import { withTaken } from '../../../support/completions';
import { readMarks } from '../../../support/marks';

const offeredIn = (marked: string): ReturnType<typeof configurationCompletions> => {
  const { text, spans } = readMarks(marked);
  return configurationCompletions(text, spans[0]?.end ?? -1);
};
const labels = (marked: string): readonly string[] => offeredIn(marked).map(({ label }) => label);

describe('completion in a configuration file', () => {
  for (const [marked, label, taken] of [
    ['{ ‹› }', 'rules', '{ "rules": {} }'],
    ['{ "r‹›" }', 'root', '{ "root": true }'],
    ['{ "‹›', 'dns', '{ "dns": ""'],
    ['{ ‹› "cloud": "public" }', 'ignore', '{ "ignore": [], "cloud": "public" }'],
    ['{ "‹›": "public" }', 'cloud', '{ "cloud": "public" }'],
    ['{ "rules": { "‹›" } }', 'PE103', '{ "rules": { "PE103": "" } }'],
    ['{ "rules": { "static‹›" } }', 'static-ip', '{ "rules": { "static-ip": "" } }'],
    ['{ "rules": { "PE103": "‹›" } }', 'off', '{ "rules": { "PE103": "off" } }'],
    ['{ "rules": { "PE103": ‹› } }', 'error', '{ "rules": { "PE103": "error" } }'],
    ['{ "dns": "‹›" }', 'forwarder', '{ "dns": "forwarder" }'],
    ['{ "root": ‹› }', 'false', '{ "root": false }'],
    ['{ "overrides": [{ "‹›" }] }', 'files', '{ "overrides": [{ "files": [] }] }'],
    [
      '{ "overrides": [{ "rules": { "PE109": "‹›" } }] }',
      'info',
      '{ "overrides": [{ "rules": { "PE109": "info" } }] }',
    ],
    ['{ "suppressions": [{ "rule": "‹›" }] }', 'PE201', '{ "suppressions": [{ "rule": "PE201" }] }'],
    [
      '{ "suppressions": [{ "rule": ["PE101", "‹›"] }] }',
      'PE201',
      '{ "suppressions": [{ "rule": ["PE101", "PE201"] }] }',
    ],
  ] as const)
    it(`writes ${label} into ${marked}`, () => {
      assert.equal(withTaken(label, marked, offeredIn(marked)), taken);
    });

  it('says what a setting, a value and a rule mean', () => {
    for (const marked of ['{ "‹›" }', '{ "dns": "‹›" }', '{ "rules": { "‹›" } }'])
      for (const { label, documentation } of offeredIn(marked)) assert.match(documentation ?? '', /\.$/, label);
  });

  it('leaves out the settings that the object has, but for the one at the cursor', () => {
    const found = labels('{ "dns": "policy", "cloud‹›": "public" }');
    assert.ok(!found.includes('dns') && found.includes('cloud') && found.includes('rules'));
  });

  it('has nothing to offer elsewhere', () => {
    for (const marked of [
      '{ // ‹›\n}',
      '{ "dns": /* "‹›" */ "" }',
      '{ "defaultLocation": "‹›" }',
      '{ "unknown": { "‹›" } }',
      '{ "overrides": { "‹›" } }',
      '{ "rules": ["‹›"] }',
      '‹›',
    ])
      assert.deepEqual(labels(marked), [], marked);
  });
});
