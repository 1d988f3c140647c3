import assert from 'node:assert/strict';
import type { KnownScope } from '../../../../server/src/deployment/identity/locations';
import { knownText } from '../../../../server/src/deployment/values/values';
import { check, createSession } from '../../../../server/src/lint/check';
import type { CheckHost, CheckOptions, CheckRequest } from '../../../../server/src/lint/check';
import { evaluateFile } from '../../../../server/src/lint/evaluate';
import { checkFiles, projectUri } from '../../../support/check-files';

const zone = (geo: string): string => `resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: 'privatelink.${geo}.backup.windowsazure.com'
  location: 'global'
}
`;
/** PE202, an error, or for an unknown code a warning. */
const regionName = zone('westeurope');
const unknownCode = zone('qqq');

type Files = Readonly<Record<string, string | object>>;

/** What is found, as `file rule level`. An object is a configuration file. */
async function found(
  files: Files,
  options: Partial<CheckOptions> = {},
  request: Partial<CheckRequest> = {},
): Promise<string[]> {
  const { findings, configurationProblems } = await checkFiles(texts(files), options, request);
  assert.deepEqual(configurationProblems, []);
  return findings.map(({ place, ruleId, severity }) => `${nameOf(place.uri)} ${ruleId} ${severity}`);
}

async function mistakes(files: Files, request: Partial<CheckRequest> = {}): Promise<string[]> {
  const { configurationProblems } = await checkFiles(texts(files), {}, request);
  return configurationProblems.map(({ uri, message }) => `${nameOf(uri)}: ${message}`);
}

function texts(files: Files): Record<string, string> {
  const written = Object.entries(files).map(([path, text]) => [
    path,
    typeof text === 'string' ? text : JSON.stringify(text),
  ]);
  return Object.fromEntries(written) as Record<string, string>;
}

function nameOf(uri: string): string {
  return uri.replace(projectUri(''), '').replace(/^\//, '');
}

const off = { rules: { PE202: 'off' } };

describe('the configuration of a file', () => {
  it('gives rules levels, by ID or name, which replace all of their own', async () => {
    assert.deepEqual(await found({ 'a.bicep': regionName }), ['a.bicep PE202 error']);
    assert.deepEqual(await found({ 'a.bicep': unknownCode }), ['a.bicep PE202 warning']);
    const config = { rules: { 'unknown-geo-code': 'info' } };
    assert.deepEqual(await found({ 'a.bicep': regionName, 'pelint.config.json': config }), ['a.bicep PE202 info']);
    assert.deepEqual(await found({ 'a.bicep': unknownCode, 'pelint.config.json': config }), ['a.bicep PE202 info']);
    assert.deepEqual(await found({ 'a.bicep': regionName, 'pelint.config.json': off }), []);
  });

  it('is the nearest file upwards, alone', async () => {
    const files = {
      'pelint.config.json': { rules: { PE202: 'info', PE209: 'off' } },
      'near/pelint.config.jsonc': '// comments are fine\n{ "rules": {} }',
      'a.bicep': regionName,
      'near/deep/b.bicep': regionName.replace('global', 'westeurope'),
    };
    assert.deepEqual(await found(files), [
      'a.bicep PE202 info',
      'near/deep/b.bicep PE202 error',
      'near/deep/b.bicep PE209 error',
    ]);
  });

  it('takes pelint.config.json where a folder has both', async () => {
    const files = { 'pelint.config.json': off, 'pelint.config.jsonc': '{}', 'a.bicep': regionName };
    assert.deepEqual(await found(files), []);
  });

  it('counts only where it is asked for', async () => {
    const files = { 'pelint.config.json': off, 'a.bicep': regionName };
    assert.deepEqual(await found(files, {}, { configuration: undefined }), ['a.bicep PE202 error']);
  });

  it('can be one file for all, whose patterns are seen from the project', async () => {
    const files = {
      'pelint.config.json': off,
      'ci/config.json': { overrides: [{ files: 'dev/**', rules: { PE202: 'info' } }] },
      'dev/a.bicep': regionName,
      'b.bicep': regionName,
    };
    const configuration = { file: projectUri('ci/config.json'), folder: projectUri('') };
    assert.deepEqual(await found(files, {}, { configuration }), ['b.bicep PE202 error', 'dev/a.bicep PE202 info']);
  });

  it('is that of the file in which a finding stands', async () => {
    const module =
      "param name string\nresource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = {\n  name: name\n}\n";
    const call = `module zone 'modules/zone.bicep' = {\n  params: { name: 'privatelink.westeurope.backup.windowsazure.com' }\n}\n`;
    const files = { 'main.bicep': call, 'modules/zone.bicep': module };
    assert.deepEqual(await found({ ...files, 'modules/pelint.config.json': off }), ['main.bicep PE202 error']);
    assert.deepEqual(await found({ ...files, 'pelint.config.json': off, 'modules/pelint.config.json': {} }), []);
  });
});

describe('what goes before the configuration', () => {
  const files = { 'pelint.config.json': { rules: { PE202: 'info' } }, 'a.bicep': regionName };

  it('is a level for the run', async () => {
    assert.deepEqual(await found(files, { levels: new Map([['PE202', 'warning']]) }), ['a.bicep PE202 warning']);
    assert.deepEqual(await found(files, { levels: new Map([['PE202', 'off']]) }), []);
  });

  it('is the choice of a rule that is off, which leaves a level as it is', async () => {
    const selected = new Set(['PE202']);
    assert.deepEqual(await found(files, { selected }), ['a.bicep PE202 info']);
    assert.deepEqual(await found({ ...files, 'pelint.config.json': off }, { selected }), ['a.bicep PE202 error']);
  });
});

describe('overrides', () => {
  it('are for the files that they name, the later before the earlier', async () => {
    const config = {
      rules: { PE202: 'info' },
      overrides: [
        { files: ['dev/**', 'test/**'], rules: { PE202: 'off' } },
        { files: 'dev/x.bicep', rules: { PE202: 'warning' } },
      ],
    };
    const [a, b, x] = ['a.bicep', 'dev/b.bicep', 'dev/x.bicep'];
    const files = { 'pelint.config.json': config, [a]: regionName, [b]: regionName, [x]: regionName };
    assert.deepEqual(await found(files), ['a.bicep PE202 info', 'dev/x.bicep PE202 warning']);
  });
});

describe('extends', () => {
  it('takes over what the file itself does not say, overrides included', async () => {
    const files = {
      'base/base.json': {
        rules: { PE202: 'off', PE209: 'info' },
        overrides: [{ files: 'dev/**', rules: { PE209: 'off' } }],
      },
      'infra/pelint.config.json': { extends: '../base/base.json', rules: { PE202: 'warning' } },
      'infra/a.bicep': regionName.replace('global', 'westeurope'),
      'infra/dev/b.bicep': regionName.replace('global', 'westeurope'),
    };
    assert.deepEqual(await found(files), [
      'infra/a.bicep PE202 warning',
      'infra/a.bicep PE209 info',
      'infra/dev/b.bicep PE202 warning',
    ]);
  });

  it('says where it leads to no file, or in a circle', async () => {
    const none = await mistakes({ 'a.bicep': '', 'pelint.config.json': { extends: './none.json' } });
    assert.deepEqual(none, ["pelint.config.json: There is no file './none.json'."]);
    const circle = await mistakes({
      'a.bicep': '',
      'pelint.config.json': { extends: './b.json' },
      'b.json': { extends: './c.json' },
      'c.json': { extends: './b.json' },
    });
    assert.deepEqual(circle, [
      'c.json: This leads back to the same file: /project/b.json → /project/c.json → /project/b.json.',
    ]);
    const itself = await mistakes({ 'a.bicep': '', 'pelint.config.json': { extends: './pelint.config.json' } });
    assert.match(itself.join(), /leads back to the same file/);
  });

  it('says what is wrong in a file on the way, once', async () => {
    const files = { 'a.bicep': '', 'x/b.bicep': '', 'pelint.config.json': { extends: './b.json' }, 'b.json': { x: 1 } };
    const problems = await mistakes({ ...files, 'x/pelint.config.json': { extends: '../b.json' } });
    assert.equal(problems.length, 1);
    assert.match(problems.join(), /^b\.json: There is no key 'x'/);
  });

  it('says it of a file that cannot be read, too', async () => {
    const files = { 'a.bicep': regionName, 'pelint.config.json': '{ "extends": "./base.json" }' };
    const project = Object.keys(files).map(projectUri);
    const options = { levels: new Map(), cloud: undefined, location: undefined, syntaxErrors: () => true };
    const request = { project, report: project, configuration: 'nearest', options } as const;
    const { configurationProblems } = await check(request, hostOf(files, ['base.json']), createSession());
    assert.deepEqual(
      configurationProblems.map(({ message }) => message),
      ['This file cannot be read: it is binary.'],
    );
  });
});

describe('ignore', () => {
  it('leaves files out, and what only they use is judged by itself', async () => {
    const files = {
      'pelint.config.json': { ignore: ['test/**', 'old.bicep'] },
      'test/all.bicep': "module main '../main.bicep' = {}\n" + regionName,
      'old.bicep': regionName,
      'main.bicep': regionName,
    };
    assert.deepEqual(await found(files), ['main.bicep PE202 error']);
    const everything = await found(files, {}, { includeIgnored: true });
    assert.deepEqual(everything, ['main.bicep PE202 error', 'old.bicep PE202 error', 'test/all.bicep PE202 error']);
  });

  it('still reads them for those that use them', async () => {
    const files = {
      'pelint.config.json': { ignore: ['lib'] },
      'lib/names.bicep': "@export()\nvar geo = 'westeurope'\n",
      'main.bicep': "import { geo } from 'lib/names.bicep'\n" + zone('${geo}'),
    };
    const { findings, elsewhere } = await checkFiles(texts(files));
    assert.deepEqual([findings, elsewhere], [[], []]);
    assert.deepEqual(await found(files, {}, { includeIgnored: true }), ['lib/names.bicep PE202 error']);
  });
});

describe('what the configuration says of a deployment', () => {
  it('adds geo codes', async () => {
    const files = { 'pelint.config.json': { geoCodes: { 'New Region': 'QQQ' } }, 'a.bicep': unknownCode };
    assert.deepEqual(await found(files), []);
    assert.deepEqual(await found({ 'a.bicep': unknownCode }), ['a.bicep PE202 warning']);
  });

  it('is that of its root: its cloud, and the location that no template tells', async () => {
    const text =
      "resource vault 'Microsoft.RecoveryServices/vaults@2025-02-01' = {\n  name: 'v'\n  location: resourceGroup().location\n}\n";
    const files = texts({
      'a.bicep': text,
      'pelint.config.json': { cloud: 'usgov', overrides: [{ files: 'a.bicep', defaultLocation: 'usgovvirginia' }] },
    });
    const request = {
      project: Object.keys(files).map(projectUri),
      file: projectUri('a.bicep'),
      parameters: [],
      deploymentName: undefined,
      cloud: undefined,
      configuration: 'nearest',
    } as const;
    const evaluated = async (known: KnownScope): Promise<unknown> => {
      const { deployments } = await evaluateFile({ ...request, known }, hostOf(files), createSession());
      const [deployment] = deployments;
      const location = deployment?.resources[0]?.body.entries.get('location')?.value;
      return [deployment?.cloud, knownText(location)];
    };
    assert.deepEqual(await evaluated({}), ['usgov', 'usgovvirginia']);
    assert.deepEqual(await evaluated({ location: 'usgovtexas' }), ['usgov', 'usgovtexas']);
  });

  it('names the module cache, as a path from the file itself', async () => {
    const cached = 'cache/br/mcr.microsoft.com/bicep$my$zone/1.0.0$/main.json';
    const files = {
      'main.bicep': "module zone 'br/public:my/zone:1.0.0' = {}\n",
      'pelint.config.json': { extends: 'base/base.json' },
      'base/base.json': { moduleCache: '../cache' },
      [cached]: compiledZone,
    };
    assert.deepEqual(await found(files), ['main.bicep PE202 error']);
    assert.deepEqual(await found({ ...files, 'pelint.config.json': {} }), []);
  });
});

const compiledZone = {
  $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
  contentVersion: '1.0.0.0',
  resources: [
    {
      type: 'Microsoft.Network/privateDnsZones',
      apiVersion: '2024-06-01',
      name: 'privatelink.westeurope.backup.windowsazure.com',
      location: 'global',
    },
  ],
};

function hostOf(files: Readonly<Record<string, string>>, unreadable: readonly string[] = []): CheckHost {
  const broken = unreadable.map(projectUri);
  const byUri = new Map(Object.entries(files).map(([path, text]) => [projectUri(path), text]));
  return {
    read: (uri) => Promise.resolve(broken.includes(uri) ? { uri, message: 'it is binary' } : byUri.get(uri)),
  };
}
