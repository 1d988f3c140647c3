import assert from 'node:assert/strict';
import { fileUri } from '../../../server/src/base/uri';
import { check, createSession } from '../../../server/src/lint/check';
import type { CheckResult, ModuleLocations } from '../../../server/src/lint/check';
import type { Finding } from '../../../server/src/lint/finding';
import { readMarks } from '../../support/marks';

const home = fileUri('/home/me');
const cached = (module: string, tag: string, cache = '/home/me/.bicep'): string =>
  `${cache}/br/mcr.microsoft.com/bicep$${module.replaceAll('/', '$')}/${tag}$/main.json`;

/** A published module that makes a zone with a location that Azure refuses; a name that is given ends up in the zone's. */
const zoneModule = JSON.stringify({
  $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
  contentVersion: '1.0.0.0',
  parameters: { label: { type: 'string', defaultValue: 'eus' } },
  resources: [
    {
      type: 'Microsoft.Network/privateDnsZones',
      apiVersion: '2024-06-01',
      name: "[format('privatelink.{0}.backup.windowsazure.com', parameters('label'))]",
      location: 'eastus',
    },
  ],
});

interface Run {
  readonly result: CheckResult;
  /** Every path that was asked for, in order. */
  readonly asked: readonly string[];
}

/** Checks `/project/…`, with other files on the same machine. */
async function run(files: Readonly<Record<string, string>>, modules: ModuleLocations = { home }): Promise<Run> {
  const texts = new Map(Object.entries(files).map(([file, text]) => [fileUri(file), text]));
  const asked: string[] = [];
  const read = (uri: string): Promise<string | undefined> => {
    asked.push(decodeURIComponent(uri.replace('file://', '')));
    return Promise.resolve(texts.get(uri));
  };
  const project = [...texts.keys()].filter((uri) => uri.startsWith('file:///project/') && /\.bicep$/.test(uri));
  const options = { levels: new Map(), cloud: undefined, location: undefined, syntaxErrors: () => true, modules };
  const result = await check({ project, report: project, options }, { read }, createSession());
  assert.deepEqual(result.failures, []);
  return { result, asked };
}

/** Checks one marked file; the findings of a rule must stand at its marks, in the order of the text. */
async function findingsAt(marked: string, ruleId: string, files: Readonly<Record<string, string>>): Promise<Finding[]> {
  const { text, spans } = readMarks(marked);
  const { result } = await run({ ...files, '/project/main.bicep': text });
  const found = result.findings.filter((finding) => finding.ruleId === ruleId);
  const uri = fileUri('/project/main.bicep');
  assert.deepEqual(
    found.map(({ place }) => place),
    spans.map((span) => ({ uri, ...span })),
  );
  return found;
}

const useZone = (reference: string): string => `module zone '${reference}' = { name: 'zone' }\n`;

describe('modules from the cache', () => {
  const module = cached('dns/zone', '1.0');

  it('are read where Bicep keeps them', async () => {
    const { result, asked } = await run({
      '/project/main.bicep': useZone('br/public:dns/zone:1.0'),
      [module]: zoneModule,
    });
    assert.ok(asked.includes(module));
    assert.deepEqual(
      result.findings.map(({ ruleId }) => ruleId),
      ['PE209'],
    );
  });

  it('are looked for only when the configuration is known', async () => {
    const other = '/caches/br/acme.azurecr.io/net$dns$zone/1.0$/main.json';
    const { result, asked } = await run({
      '/project/a/main.bicep': useZone('br/acme:dns/zone:1.0'),
      '/project/bicepconfig.json': `{
        // Ours.
        "cacheRootDirectory": "/caches",
        "moduleAliases": { "br": { "acme": { "registry": "acme.azurecr.io", "modulePath": "net" } } }
      }`,
      '/bicepconfig.json': '{ "cacheRootDirectory": "/never" }',
      [other]: zoneModule,
    });
    assert.equal(result.findings.length, 1);
    assert.deepEqual(
      asked.filter((file) => file.endsWith('main.json')),
      [other],
    );
  });

  it('are in the cache that the configuration names below the home folder', async () => {
    const { result } = await run({
      '/project/main.bicep': useZone('br/public:dns/zone:1.0'),
      '/project/bicepconfig.json': '{ "cacheRootDirectory": "~/modules" }',
      [cached('dns/zone', '1.0', '/home/me/modules')]: zoneModule,
    });
    assert.equal(result.findings.length, 1);
  });

  it('are in the cache that the user names, whatever the configuration says', async () => {
    const files = {
      '/project/main.bicep': useZone('br/public:dns/zone:1.0'),
      '/project/bicepconfig.json': '{ "cacheRootDirectory": "~/modules" }',
      [cached('dns/zone', '1.0', '/named')]: zoneModule,
    };
    const { result } = await run(files, { home, cache: fileUri('/named') });
    assert.equal(result.findings.length, 1);
  });

  it('are nowhere where there is neither a home folder nor a cache', async () => {
    const { result, asked } = await run({ '/project/main.bicep': useZone('br/public:dns/zone:1.0') }, {});
    assert.deepEqual(result.findings, []);
    assert.ok(!asked.some((file) => file.endsWith('main.json')));
  });

  it('leave configuration files alone that no reference needs', async () => {
    const { asked } = await run({ '/project/main.bicep': "param location string = 'eastus'\n" });
    assert.deepEqual(asked, ['/project/main.bicep']);
  });
});

describe('findings in a module from elsewhere', () => {
  const files = { [cached('dns/zone', '1.0')]: zoneModule };
  const reference = "'br/public:dns/zone:1.0'";

  it('stand at each statement that uses it, and name it', async () => {
    const marked = `
module ‹one› ${reference} = { name: 'one' }
module ‹two› ${reference} = { name: 'two' }
`;
    const found = await findingsAt(marked, 'PE209', files);
    for (const { message, fixes } of found) {
      assert.match(message, / \(inside the module 'br\/public:dns\/zone:1\.0'\)$/);
      assert.deepEqual(fixes, [], 'nobody can change a published module');
    }
  });

  it('show no place outside the project', async () => {
    const [finding] = await findingsAt(`module ‹one› ${reference} = { name: 'one' }\n`, 'PE209', files);
    assert.deepEqual(finding?.related, []);
  });

  it('stand at what the user wrote where that is the cause', async () => {
    const marked = `module one ${reference} = { name: 'one', params: { label: '‹weu›' } }\n`;
    const { text, spans } = readMarks(marked);
    const { result } = await run({ ...files, '/project/main.bicep': text });
    const [finding] = result.findings.filter(({ ruleId }) => ruleId === 'PE202');
    const [span] = spans;
    assert.ok(finding && span);
    assert.equal(finding.place.uri, fileUri('/project/main.bicep'));
    assert.ok(finding.place.start <= span.start && finding.place.end >= span.end);
    assert.doesNotMatch(finding.message, /inside the module/);
    assert.equal(finding.fixes[0]?.edits[0]?.newText, 'we');
  });

  it('stand in the module of the project that uses it', async () => {
    const { result } = await run({
      ...files,
      '/project/main.bicep': "module net 'net.bicep' = { name: 'net' }\n",
      '/project/net.bicep': `module one ${reference} = { name: 'one' }\n`,
    });
    assert.deepEqual(
      result.findings.map(({ place }) => place.uri),
      [fileUri('/project/net.bicep')],
    );
  });

  it('stand at the statement for a file outside the project, too', async () => {
    const { result } = await run({
      '/project/main.bicep': "module net '../elsewhere/net.bicep' = { name: 'net' }\n",
      '/elsewhere/net.bicep':
        "resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = { name: 'privatelink.eus.backup.windowsazure.com', location: 'eastus' }\n",
    });
    assert.match(result.findings[0]?.message ?? '', /\(inside the module '\.\.\/elsewhere\/net\.bicep'\)$/);
    assert.equal(result.findings[0]?.place.uri, fileUri('/project/main.bicep'));
  });
});

describe('well-known modules that are not in the cache', () => {
  it('are understood all the same', async () => {
    const marked = `
resource vault 'Microsoft.RecoveryServices/vaults@2024-04-01' existing = { name: 'rsv' }
module pe 'br/public:avm/res/network/private-endpoint:0.9.0' = {
  name: 'pe'
  params: {
    name: 'pe'
    subnetResourceId: 'subnet'
    privateLinkServiceConnections: [
      { name: 'c', properties: { privateLinkServiceId: vault.id, groupIds: [‹'AzureBackupp'›] } }
    ]
  }
}
`;
    const [finding] = await findingsAt(marked, 'PE102', {});
    assert.equal(finding?.fixes.length, 1);
  });

  it('give way to the module itself', async () => {
    const files = { [cached('avm/res/network/private-dns-zone', '0.7.0')]: zoneModule };
    await findingsAt(
      `module ‹zone› 'br/public:avm/res/network/private-dns-zone:0.7.0' = { name: 'z' }\n`,
      'PE209',
      files,
    );
  });

  it('are told what is wrong with their own version', async () => {
    const use = (version: string, name: string): string =>
      `module ${name} 'br/public:avm/ptn/network/private-link-private-dns-zones:${version}' = { name: 'z', params: { location: 'eastus' } }\n`;
    const [finding] = await findingsAt(use('0.2.0', '‹old›') + use('0.7.1', 'new'), 'PE201', {});
    assert.match(finding?.message ?? '', /^'eus\.privatelink\.backup\.windowsazure\.com'/);
  });

  it('have endpoints for Site Recovery unless they are told otherwise', async () => {
    const use = (service: string): string => `
module vault 'br/public:avm/res/recovery-services/vault:0.10.0' = {
  name: 'v'
  params: {
    name: 'rsv'
    publicNetworkAccess: 'Enabled'
    privateEndpoints: [{ subnetResourceId: 'subnet'${service} }]
  }
}
`;
    await findingsAt(use(''), 'PE109', {});
    await findingsAt(use(", service: 'AzureBackup'").replace("'Enabled'", "‹'Enabled'›"), 'PE109', {});
  });
});
