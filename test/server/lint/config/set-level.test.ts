import assert from 'node:assert/strict';
import { applyEdits } from '../../../../server/src/base/text-edit';
import { Configurations } from '../../../../server/src/lint/config/configurations';
import { changesForLevel, levelSite } from '../../../../server/src/lint/config/set-level';
import { formatNewConfiguration } from '../../../../server/src/formats/new-configuration';
import { checkFiles, projectUri } from '../../../support/check-files';

const rule = { ruleId: 'PE202', ruleName: 'unknown-geo-code' };
const wrong =
  "resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = {\n  name: 'privatelink.westeurope.backup.windowsazure.com'\n  location: 'global'\n}\n";

function withLevel(text: string, override?: number): string | undefined {
  const changes = changesForLevel(text, override, rule, 'info');
  return (
    changes &&
    applyEdits(
      text,
      changes.map((change) => ({ uri: '', ...change })),
    )
  );
}

describe('setting the level of a rule in a configuration file', () => {
  for (const [what, before, after] of [
    ['an empty object', '{}', '{\n  "rules": {\n    "PE202": "info"\n  }\n}'],
    ['no rules yet', '{\n  "dns": "policy"\n}\n', '{\n  "dns": "policy",\n  "rules": {\n    "PE202": "info"\n  }\n}\n'],
    [
      'other rules',
      '{\n\t"rules": {\n\t\t"PE101": "off" // why\n\t}\n}\n',
      '{\n\t"rules": {\n\t\t"PE101": "off", // why\n\t\t"PE202": "info"\n\t}\n}\n',
    ],
    [
      'a comma behind the last',
      '{\r\n  "rules": {\r\n    "PE101": "off", /* why */\r\n    // the end\r\n  },\r\n}\r\n',
      '{\r\n  "rules": {\r\n    "PE101": "off", /* why */\r\n    "PE202": "info",\r\n    // the end\r\n  },\r\n}\r\n',
    ],
    [
      'no rules yet and a comment',
      '{\n  "root": true // why\n}\n',
      '{\n  "root": true, // why\n  "rules": {\n    "PE202": "info"\n  }\n}\n',
    ],
    [
      'a comment that goes on',
      '{\n  "rules": {\n    "PE101": "off" /* why\n    */\n  }\n}\n',
      '{\n  "rules": {\n    "PE101": "off",\n    "PE202": "info" /* why\n    */\n  }\n}\n',
    ],
    ['the rule', '{ "rules": { /* why */ "PE202": "off" } }', '{ "rules": { /* why */ "PE202": "info" } }'],
    ['its name', '{ "rules": { "unknown-geo-code": "off" } }', '{ "rules": { "unknown-geo-code": "info" } }'],
    [
      'both',
      '{ "rules": { "PE202": "off", "unknown-geo-code": "off" } }',
      '{ "rules": { "PE202": "off", "unknown-geo-code": "info" } }',
    ],
    [
      'Windows line ends',
      '{\r\n  "rules": {\r\n    "PE101": "off"\r\n  }\r\n}\r\n',
      '{\r\n  "rules": {\r\n    "PE101": "off",\r\n    "PE202": "info"\r\n  }\r\n}\r\n',
    ],
  ] as const)
    it(`keeps the rest of a file with ${what}`, () => {
      assert.equal(withLevel(before), after);
    });

  it('changes the override that decides', () => {
    const text = '{ "rules": { "PE202": "off" }, "overrides": [{ "files": "x", "rules": { "PE202": "error" } }] }';
    assert.equal(withLevel(text, 1), text.replace('"error"', '"info"'));
  });

  it('works in the file that users are given', () => {
    assert.match(withLevel(formatNewConfiguration()) ?? '', /"rules": \{\s+"PE202": "info"\s+\},\n {2}\/\/ What/);
  });

  for (const broken of ['', '[]', '{ "rules": ', '{ "rules": [] }', '{ "dns": "polcy" }'])
    it(`leaves ${JSON.stringify(broken)} alone`, () => {
      assert.equal(withLevel(broken), undefined);
    });
});

describe('where the level of a rule is set', () => {
  const siteOf = (files: Readonly<Record<string, string>>, file: string): unknown => {
    const texts = new Map(Object.entries(files).map(([name, text]) => [projectUri(name), text]));
    const site = levelSite(new Configurations('nearest', texts), projectUri(file), 'PE202');
    return site && [site.uri.slice(projectUri('').length).replace(/^\//, ''), site.override];
  };
  const off = '"rules": { "PE202": "off" }';

  it('is nowhere yet without a configuration', () => {
    assert.equal(siteOf({}, 'a.bicep'), undefined);
  });

  it('is the nearest file, whatever that extends', () => {
    const files = {
      'pelint.config.json': `{ "overrides": [{ "files": "**", ${off} }] }`,
      'app/pelint.config.jsonc': '{ "extends": "../pelint.config.json" }',
    };
    assert.deepEqual(siteOf(files, 'app/a.bicep'), ['app/pelint.config.jsonc', undefined]);
    assert.deepEqual(siteOf(files, 'a.bicep'), ['pelint.config.json', 1]);
  });

  it('is the last of its overrides that says something of the rule for the file', () => {
    const overrides = `[{ "files": "a*", ${off} }, { "files": "*.bicep", ${off} }, { "files": "*", "dns": "hosts" }, { "files": "b*", ${off} }]`;
    const files = { 'pelint.config.json': `{ ${off}, "overrides": ${overrides} }` };
    assert.deepEqual(siteOf(files, 'a.bicep'), ['pelint.config.json', 2]);
    assert.deepEqual(siteOf(files, 'b.bicep'), ['pelint.config.json', 4]);
    assert.deepEqual(siteOf(files, 'c.json'), ['pelint.config.json', undefined]);
  });

  it('makes the level count', async () => {
    for (const text of ['{}', `{ "overrides": [{ "files": "*.bicep", "rules": { "unknown-geo-code": "error" } }] }`]) {
      const config = projectUri('pelint.config.json');
      const site = levelSite(new Configurations('nearest', new Map([[config, text]])), projectUri('a.bicep'), 'PE202');
      const changed = withLevel(text, site?.override) ?? '';
      const { findings } = await checkFiles({ 'a.bicep': wrong, 'pelint.config.json': changed });
      assert.deepEqual(
        findings.map(({ severity }) => severity),
        ['info'],
        changed,
      );
    }
  });
});
