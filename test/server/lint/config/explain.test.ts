import assert from 'node:assert/strict';
import { explainConfiguration } from '../../../../server/src/lint/config/explain';
import { readMarks } from '../../../support/marks';

/** What is said at the start of a mark, and whether it is said of what is marked. */
function said(marked: string): string | undefined {
  const { text, spans } = readMarks(marked);
  const explained = explainConfiguration(text, (spans[0]?.start ?? 0) + 1);
  if (explained === undefined) return undefined;
  assert.deepEqual(explained.span, spans[0]);
  return 'rule' in explained ? explained.rule.id : explained.description;
}

describe('explainConfiguration', () => {
  it('explains keys, wherever they may stand', () => {
    assert.match(said('{ ‹"root"›: true }') ?? '', /a project by itself/);
    assert.match(said('{ "overrides": [{ ‹"files"›: "a", "rules": {} }] }') ?? '', /files/);
    assert.match(said('{ "suppressions": [{}, { ‹"until"›: "2027-06-30" }] }') ?? '', /last day/);
  });

  it('explains rules by ID and by name, as keys and as values', () => {
    assert.equal(said('{ "rules": { ‹"PE103"›: "off" } }'), 'PE103');
    assert.equal(said('{ "overrides": [{ "rules": { ‹"static-ip"›: "off" } }] }'), 'PE103');
    assert.equal(said('{ "suppressions": [{ "rule": ‹"PE202"› }] }'), 'PE202');
    assert.equal(said('{ "suppressions": [{ "rule": ["PE203", ‹"PE202"›] }] }'), 'PE202');
  });

  it('explains values that have a meaning of their own', () => {
    assert.match(said('{ "dns": ‹"policy"› }') ?? '', /Azure Policy/);
  });

  it('is silent about the rest, broken files included', () => {
    for (const marked of [
      '{ "rules": { "PE103": ‹"off"› } }',
      '{ ‹"unknown"›: 1 }',
      '{ "rules": { ‹"PE999"›: "off" } }',
      '{ "dns": ‹"poli› }',
      '‹›',
    ])
      assert.equal(said(marked), undefined, marked);
    assert.match(said('{ ‹"dns"›: ') ?? '', /names of private endpoints/);
  });
});
