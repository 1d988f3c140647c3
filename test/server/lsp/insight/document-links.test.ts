import { strict as assert } from 'node:assert';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { trustedNotification } from '../../../../server/src/protocol';
import { AskedDocument } from '../../../support/asked-documents';
import { LanguageServer, usualCapabilities } from '../../../support/language-server';
import { temporaryFolder, type TemporaryFolder } from '../../../support/temporary-folder';

const template = (resources = ''): string =>
  `{ "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#", "contentVersion": "1.0.0.0", "resources": [${resources}] }`;
const linked = (link: string): string =>
  `{ "type": "Microsoft.Resources/deployments", "apiVersion": "2022-09-01", "name": "n", "properties": { "mode": "Incremental", "templateLink": { ${link} } } }`;

describe('document links of the language server', () => {
  let folder: TemporaryFolder;
  let server: LanguageServer;
  const uriOf = (file: string): string => pathToFileURL(path.join(folder.path, file)).href;

  const start = async (files: Readonly<Record<string, string>>, options = {}): Promise<void> => {
    folder = temporaryFolder({ 'work/pelint.config.json': '{ "root": true }', ...files });
    server = await LanguageServer.start({ folders: [uriOf('work')], ...options });
  };
  /** What is underlined, with the files that it leads to. */
  const linksIn = async (file: string, text: string, languageId = 'bicep'): Promise<Record<string, string>> => {
    const document = new AskedDocument(server, uriOf(`work/${file}`), languageId);
    await document.open(text);
    const links = await document.links();
    return Object.fromEntries(
      links.map(({ range, target = '' }) => [
        document.textIn(range),
        path.relative(folder.path, fileURLToPath(target)),
      ]),
    );
  };

  afterEach(async () => {
    assert.equal(await server.stop(), 0);
    folder.remove();
  });

  it('lead to modules, imports and loaded files that are there, and to no others', async () => {
    await start({
      'work/modules/zone.bicep': '',
      'work/types.bicep': '@export()\nvar a = 1\n',
      'work/data.json': '{}',
    });
    const text = [
      "import { a } from 'types.bicep'",
      "module one './modules/zone.bicep' = {}",
      "module two 'modules/gone.bicep' = {}",
      "var data = loadJsonContent('data.json')",
      "var file = 'data.json'",
      'var again = loadTextContent(file)',
    ].join('\n');
    assert.deepEqual(await linksIn('main.bicep', text), {
      'types.bicep': 'work/types.bicep',
      './modules/zone.bicep': 'work/modules/zone.bicep',
      'data.json': 'work/data.json',
    });
  });

  it('lead from a parameter file to its template and to what it extends', async () => {
    await start({ 'work/main.bicep': 'param a string\n', 'work/base.bicepparam': "using none\nparam a = 'x'\n" });
    const text = "using 'main.bicep'\nextends 'base.bicepparam'\n";
    assert.deepEqual(await linksIn('dev.bicepparam', text, 'bicep-params'), {
      'main.bicep': 'work/main.bicep',
      'base.bicepparam': 'work/base.bicepparam',
    });
    assert.deepEqual(await linksIn('none.bicepparam', 'using none\n', 'bicep-params'), {});
  });

  it('lead from JSON to linked templates', async () => {
    await start({ 'work/nested/zone.json': template() });
    const text = template(`${linked('"relativePath": "nested/zone.json"')}, ${linked('"relativePath": "gone.json"')}`);
    assert.deepEqual(await linksIn('main.json', text, 'json'), { 'nested/zone.json': 'work/nested/zone.json' });
  });

  it('lead to modules from registries that are in the cache, by their aliases', async () => {
    const cached = 'cache/br/contoso.azurecr.io/bicep$zones/1.0$/main.json';
    await start({
      'work/bicepconfig.json': JSON.stringify({
        cacheRootDirectory: '../cache',
        moduleAliases: { br: { own: { registry: 'contoso.azurecr.io', modulePath: 'bicep' } } },
      }),
      [cached]: template(),
    });
    const text =
      "module one 'br/own:zones:1.0' = {}\nmodule two 'br:contoso.azurecr.io/bicep/zones:1.0' = {}\nmodule three 'br/own:zones:2.0' = {}\n";
    assert.deepEqual(await linksIn('main.bicep', text), {
      'br/own:zones:1.0': cached,
      'br:contoso.azurecr.io/bicep/zones:1.0': cached,
    });
  });

  it('do not lead out of a workspace that is not trusted', async () => {
    await start({ 'outside.bicep': '' }, { initializationOptions: { trusted: false } });
    const text = "module outside '../outside.bicep' = {}\n";
    assert.deepEqual(await linksIn('main.bicep', text), {});
    await server.connection.sendNotification(trustedNotification);
    assert.deepEqual(await linksIn('main.bicep', text), { '../outside.bicep': 'outside.bicep' });
  });

  it('are at the right place in UTF-8, and in a broken document', async () => {
    const capabilities = { ...usualCapabilities, general: { positionEncodings: ['utf-8'] } };
    await start({ 'work/zone.bicep': '' }, { capabilities });
    const text = "/* ä€😀 */ module zone 'zone.bicep' = {\n";
    assert.deepEqual(await linksIn('main.bicep', text), { 'zone.bicep': 'work/zone.bicep' });
  });

  it('are none in JSON that is no template', async () => {
    await start({ 'work/zone.json': template() });
    assert.deepEqual(await linksIn('other.json', '{ "relativePath": "zone.json" }', 'json'), {});
  });
});
