import assert from 'node:assert/strict';
import Ajv from 'ajv';
import { readConfigFile } from '../../../../server/src/lint/config/config-file';
import { readMarks } from '../../../support/marks';
import { repositoryText } from '../../../support/repository';

const uri = 'file:///project/pelint.config.json';

const right: Readonly<Record<string, string>> = {
  nothing: '{}',
  everything: `{
    "$schema": "https://example.org/schema.json",
    "root": true,
    "extends": "../base.json",
    "rules": { "PE103": "warning", "zone-not-global": "off" },
    "dns": "policy",
    "cloud": "usgov",
    "defaultLocation": "West Europe",
    "moduleCache": "cache",
    "geoCodes": { "newregion": "nr1" },
    "ignore": ["generated/**"],
    "suppressions": [
      { "rule": "PE101", "path": "a.bicep", "reason": "known" },
      { "rule": ["PE101", "static-ip"], "path": ["a/**", "b/**"], "reason": "known", "until": "2028-02-29" }
    ],
    "overrides": [{ "files": "dev/**", "rules": { "PE103": "off" }, "dns": "hosts" }]
  }`,
};

/** The mark stands where the message belongs. A third text says why the schema lets it pass. */
const wrong: readonly (readonly [text: string, message: RegExp, onlyHere?: string])[] = [
  ['{ ‹"sevrity"›: {} }', /no key 'sevrity'\. The keys here are .*rules/],
  ['{ ‹"rule"›: {} }', /no key 'rule'\. Did you mean 'rules'\?/],
  ['{ "rules": { ‹"PE130"›: "off" } }', /'PE130' is not a rule\. Did you mean 'PE103'\?/],
  ['{ "rules": { ‹"pe103"›: "off" } }', /Did you mean 'PE103'\?/],
  ['{ "rules": { ‹"static-ips"›: "off" } }', /Did you mean 'static-ip'\?/],
  ['{ "rules": { ‹"XX1"›: "off" } }', /`pelint rules` lists them/],
  ['{ "rules": { "PE103": ‹"warn"› } }', /'warn' is not a level\. Did you mean 'warning'\?/],
  ['{ "rules": { "PE103": ‹2› } }', /should stand a level, as text/],
  ['{ "rules": ‹[]› }', /should stand an object/],
  ['{ "dns": ‹"zones"› }', /'zones' is not a DNS mode\. It can be private-zones, policy/],
  ['{ "cloud": ‹"airgapped"› }', /'airgapped' is not a cloud/],
  ['{ "root": ‹"yes"› }', /true or false/],
  ['{ "ignore": ‹"a"› }', /an array/],
  ['{ "ignore": [‹"../a"›] }', /cannot lead out/, 'patterns are read here alone'],
  ['{ "extends": ‹" "› }', /is not a path/],
  ['{ "geoCodes": { "newregion": ‹"n.r"› } }', /is not a geo code/],
  ['{ "suppressions": [‹{› "rule": "PE103", "path": "a" }] }', /'reason' is missing/],
  ['{ "suppressions": [{ "rule": "PE103", "path": "a", "reason": ‹" "› }] }', /is not a reason/],
  ['{ "suppressions": [{ "rule": "PE103", "path": "a", "reason": "b", "until": ‹"soon"› }] }', /is not a day/],
  [
    '{ "suppressions": [{ "rule": "PE103", "path": "a", "reason": "b", "until": ‹"2027-02-29"› }] }',
    /no day 2027-02-29/,
    'a pattern knows no calendar',
  ],
  ['{ "overrides": [{ "files": "a", ‹"ignore"›: [] }] }', /no key 'ignore'/],
  ['{ "root": true, ‹"root"›: false }', /a second time/, 'JSON takes the last'],
  ['‹[]›', /an object/],
];

describe('readConfigFile', () => {
  const validate = new Ajv({ strict: false }).compile(
    JSON.parse(repositoryText('schemas/pelint.config.schema.json')) as object,
  );

  for (const [name, text] of Object.entries(right)) {
    it(`takes ${name}, as the published schema does`, () => {
      assert.deepEqual(readConfigFile(uri, text).problems, []);
      assert.ok(validate(JSON.parse(text)), JSON.stringify(validate.errors));
    });
  }

  for (const [marked, message, onlyHere] of wrong) {
    it(`refuses ${marked}${onlyHere === undefined ? ', as the published schema does' : `: ${onlyHere}`}`, () => {
      const { text, spans } = readMarks(marked);
      const { problems } = readConfigFile(uri, text);
      assert.deepEqual(
        problems.map(({ start, end }) => ({ start, end })),
        spans,
      );
      assert.match(problems[0]?.message ?? '', message);
      assert.equal(validate(JSON.parse(text)), onlyHere !== undefined);
    });
  }

  it('keeps what is right in a file that is wrong elsewhere', () => {
    const { levels, dns } = readConfigFile(
      uri,
      '{ "rules": { "PE103": "off", "PE9": "off" }, "dns": "hosts", "x": 1 }',
    );
    assert.deepEqual([[...levels], dns], [[['PE103', 'off']], 'hosts']);
  });

  it('takes comments and trailing commas, and says where text is no JSON', () => {
    assert.deepEqual(readConfigFile(uri, '{ // why\n "root": true, }').problems, []);
    const [problem] = readConfigFile(uri, '{ "root": }').problems;
    assert.ok(problem);
  });
});
