import { strict as assert } from 'node:assert';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { run } from '../../../server/src/cli/commands/graph';
import { topologyRequest, type SourcePlace, type Topology, type TopologyPart } from '../../../server/src/protocol';
import { LanguageServer } from '../../support/language-server';
import { memoryIo } from '../cli/memory-io';

const main = `param vaultName string
resource vault 'Microsoft.RecoveryServices/vaults@2024-04-01' = {
  name: vaultName
  location: 'westeurope'
}
resource endpoint 'Microsoft.Network/privateEndpoints@2024-05-01' = {
  name: 'pe-<b>&amp;'
  location: 'westeurope'
  properties: {
    privateLinkServiceConnections: [
      { name: 'b', properties: { privateLinkServiceId: vault.id, groupIds: ['AzureBackups'] } }
    ]
  }
}
module zones 'modules/zones.bicep' = {}
`;
const zones = `resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: 'privatelink.westeurope.backup.windowsazure.com'
  location: 'global'
}
`;
const files = {
  'main.bicep': main,
  'modules/zones.bicep': zones,
  'dev.bicepparam': "using 'main.bicep'\nparam vaultName = 'rsv-dev'\n",
  'prod.bicepparam': "using 'main.bicep'\nparam vaultName = 'rsv-prod'\n",
  'list.json': '[]',
  'empty.bicep': '',
};

describe('the topology that the language server draws', () => {
  let folder: string;
  let server: LanguageServer;
  const uriOf = (name: string): string => pathToFileURL(path.join(folder, name)).href;
  const topology = (name: string): Promise<Topology> =>
    server.connection.sendRequest<Topology>(topologyRequest, { template: uriOf(name) });

  beforeEach(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'pelint-lsp-'));
    for (const name of ['.git', 'modules']) mkdirSync(path.join(folder, name));
    for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
    server = await LanguageServer.start({ folders: [pathToFileURL(folder).href] });
  });

  afterEach(async () => {
    assert.equal(await server.stop(), 0);
    rmSync(folder, { recursive: true });
  });

  for (const isOpen of [true, false]) {
    it(`is what the command draws of a template that is ${isOpen ? 'open' : 'not open'}`, async () => {
      if (isOpen) await server.open(uriOf('main.bicep'), 'bicep', main);
      const drawn = await topology('main.bicep');
      for (const form of ['svg', 'mermaid'] as const) {
        const io = memoryIo(folder);
        assert.equal(await run(['main.bicep', '--as', form], io), 0, io.written.stderr);
        assert.equal(drawn[form], io.written.stdout);
      }
    });
  }

  it('has each part in words under the ID that it has in the drawing', async () => {
    const { svg, deployments } = await topology('main.bicep');
    assert.deepEqual(
      deployments.map(({ title, parts }) => [title, ...parts.map(({ id, name }) => `${id} ${name}`)]),
      ['dev', 'prod'].map((name, index) => [
        `main.bicep with ${name}.bicepparam`,
        `d${index + 1}-vault-1 Recovery Services vault: rsv-${name}`,
        `d${index + 1}-endpoint-1 Private endpoint: pe-<b>&amp;`,
        `d${index + 1}-zone-1 Private DNS zone: privatelink.westeurope.backup.windowsazure.com`,
      ]),
    );
    const ids = [...svg.matchAll(/data-part="([^"]*)"/g)].map(([, id]) => id);
    assert.deepEqual(
      ids,
      deployments.flatMap(({ parts }) => parts.map(({ id }) => id)),
    );
  });

  it('knows where parts and findings are written, also in modules, for the text as it is typed', async () => {
    await server.open(uriOf('main.bicep'), 'bicep', main);
    await server.change(uriOf('main.bicep'), `// One line more.\n${main}`);
    const { deployments } = await topology('main.bicep');
    const parts = deployments[1]?.parts ?? [];
    const [vault, endpoint, zone] = parts;
    assert.ok(vault && endpoint && zone);
    const typed = { [uriOf('main.bicep')]: `// One line more.\n${main}` };
    assert.equal(lineAt(vault.place, typed), "resource vault 'Microsoft.RecoveryServices/vaults@2024-04-01' = {");
    assert.match(findingOf(endpoint, 'PE102').text, /^PE102 error: .*'AzureBackups'/);
    assert.match(lineAt(findingOf(endpoint, 'PE102').place, typed), /AzureBackups/);
    assert.match(lineAt(zone.place, { [uriOf('modules/zones.bicep')]: zones }), /^resource zone/);
    assert.match(lineAt(findingOf(zone, 'PE202').place, { [uriOf('modules/zones.bicep')]: zones }), /name: /);
    assert.ok(vault.facts.includes('Reached through Private endpoint pe-<b>&amp; (AzureBackups)'), vault.facts.join());
  });

  it('knows the regions of the configuration', async () => {
    const text = main.replace(/location: .*/, "location: 'newregion'");
    await server.open(uriOf('main.bicep'), 'bicep', text);
    await server.open(uriOf('pelint.config.json'), 'json', '{ "geoCodes": { "newregion": "nr" } }');
    const { deployments } = await topology('main.bicep');
    assert.ok(deployments[0]?.parts[0]?.facts.includes('newregion'), JSON.stringify(deployments[0]?.parts[0]));
  });

  it('is refused for a file that is no template, and is empty for a template without parts', async () => {
    await assert.rejects(topology('list.json'), /no template/);
    const { deployments } = await topology('empty.bicep');
    assert.deepEqual(
      deployments.map(({ parts }) => parts),
      [[]],
    );
  });
});

function findingOf({ findings }: TopologyPart, rule: string): TopologyPart['findings'][number] {
  const found = findings.find(({ text }) => text.startsWith(rule));
  assert.ok(found, findings.map(({ text }) => text).join());
  return found;
}

/** The line in which a place begins, given the texts by URI. */
function lineAt(place: SourcePlace | null, texts: Readonly<Record<string, string>>): string {
  assert.ok(place);
  return texts[place.uri]?.split('\n')[place.range.start.line] ?? '';
}
