import { strict as assert } from 'node:assert';
import { once } from 'node:events';
import { ResponseError } from 'vscode-languageserver';
import {
  checklistRequest,
  expectedFqdnsRequest,
  fqdnFormsRequest,
  newConfigurationRequest,
  regionsRequest,
  rulePageRequest,
  rulesRequest,
  syntaxErrorsNotification,
  type ExpectedFqdnsParams,
  type TextResult,
  type FqdnForm,
  type Region,
  type RuleSummary,
} from '../../../server/src/protocol';
import { readConfigFile } from '../../../server/src/lint/config/config-file';
import { LanguageServer } from '../../support/language-server';
import { repositoryText } from '../../support/repository';

const schema = JSON.parse(repositoryText('schemas/pelint.config.schema.json')) as { readonly $id: string };
const zone =
  "resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = {\n  name: 'privatelink.westeurope.backup.windowsazure.com'\n}\n";
const uri = 'untitled:Untitled-1';

describe('custom requests of the language server', () => {
  let server: LanguageServer;

  before(async () => {
    server = await LanguageServer.start();
  });

  after(async () => {
    assert.equal(await server.stop(), 0);
  });

  it('list the regions, with code and cloud', async () => {
    const regions = await server.connection.sendRequest<Region[]>(regionsRequest);
    assert.deepEqual(
      regions.find(({ name }) => name === 'westeurope'),
      { name: 'westeurope', displayName: 'West Europe', geoCode: 'we', cloud: 'Azure public cloud' },
    );
    const names = regions.map(({ displayName }) => displayName);
    assert.deepEqual(
      names,
      [...names].sort((one, other) => one.localeCompare(other, 'en')),
    );
  });

  it('print a list for every region that they offer', async () => {
    for (const { name, geoCode } of await server.connection.sendRequest<Region[]>(regionsRequest)) {
      const { text } = await expectedFqdns(server, [name]);
      assert.ok(text.includes(`.${geoCode}.backup.`), `${name}: ${text}`);
    }
  });

  it('take names as people write them, several at once', async () => {
    const { text } = await expectedFqdns(server, ['East US 2', 'we']);
    assert.match(text, /\.eus2\.backup\.windowsazure\.com/);
    assert.match(text, /\.we\.backup\.windowsazure\.com/);
  });

  it('print every form that they offer, each differently', async () => {
    const forms = await server.connection.sendRequest<FqdnForm[]>(fqdnFormsRequest);
    const texts = new Set<string>();
    for (const form of forms) {
      const { text } = await listed(server, { regions: ['westeurope'], form: form.id });
      assert.match(text, /\bwe\.backup\.windowsazure\.com|AzureActiveDirectory/, form.id);
      texts.add(text);
    }
    assert.equal(texts.size, forms.length);
    assert.ok(forms.length >= 19, String(forms.length));
  });

  it('refuse a form that does not exist, with the nearest one', async () => {
    await assert.rejects(
      listed(server, { regions: ['we'], form: 'dns --as bnd' }),
      (error) => error instanceof ResponseError && /Did you mean "dns --as bind"/.test(error.message),
    );
  });

  it('refuse regions of two clouds', async () => {
    await assert.rejects(listed(server, { regions: ['we', 'usgovvirginia'] }), /two clouds share no names/);
  });

  it('refuse a region that does not exist, with its name', async () => {
    await assert.rejects(
      expectedFqdns(server, ['atlantis']),
      (error) => error instanceof ResponseError && /"atlantis"/.test(error.message),
    );
  });
});

describe('the texts that the language server writes', () => {
  const template = 'untitled:Untitled-3';
  let server: LanguageServer;
  const text = async (request: string, params?: unknown): Promise<string> =>
    (await server.connection.sendRequest<TextResult>(request, params)).text;

  before(async () => {
    server = await LanguageServer.start();
  });

  after(async () => {
    assert.equal(await server.stop(), 0);
  });

  it('are a page for every rule', async () => {
    const rules = await server.connection.sendRequest<RuleSummary[]>(rulesRequest);
    assert.deepEqual(
      rules.find(({ id }) => id === 'PE103'),
      {
        id: 'PE103',
        name: 'static-ip',
        level: 'error',
        summary: 'A private endpoint for Azure Backup has static IP addresses.',
      },
    );
    for (const { id, name } of rules)
      assert.ok((await text(rulePageRequest, { rule: id })).startsWith(`# ${id}: ${name}\n`), id);
  });

  it('are none for a rule that does not exist', async () => {
    await assert.rejects(text(rulePageRequest, { rule: 'PE1033' }), /There is no rule "PE1033"\. Did you mean PE103\?/);
  });

  it('are the checklist of a template as it stands in the editor, or one for any', async () => {
    await server.open(
      template,
      'bicep',
      "resource vault 'Microsoft.RecoveryServices/vaults@2024-04-01' = {\n  name: 'rsv'\n  location: 'northeurope'\n}\n",
    );
    assert.match(await text(checklistRequest, { template }), /^# .*: Untitled-3\n\n- rsv, in North Europe \(ne\)/);
    assert.match(await text(checklistRequest, {}), /^# Readiness for private endpoints of Azure Backup\n/);
    await server.change(template, 'param a int\n');
    await assert.rejects(text(checklistRequest, { template }), /no Recovery Services vault/);
  });

  it('are a configuration in which nothing is wrong', async () => {
    const configuration = await text(newConfigurationRequest);
    const { problems, levels } = readConfigFile('file:///pelint.config.json', configuration);
    assert.deepEqual([problems, [...levels]], [[], []]);
    assert.ok(configuration.includes(`"$schema": ${JSON.stringify(schema.$id)}`));
  });
});

describe('syntax errors in the language server', () => {
  let server: LanguageServer;
  const broken = "resource zone '\n";

  afterEach(async () => {
    assert.equal(await server.stop(), 0);
  });

  it('are reported unless the client says that another extension does', async () => {
    server = await LanguageServer.start();
    await server.open(uri, 'bicep', broken);
    await server.shows(uri, (diagnostics) => diagnostics.some(({ code }) => code === 'PE001'));
    await server.connection.sendNotification(syntaxErrorsNotification, { bicep: false, json: false });
    await server.shows(uri, (diagnostics) => diagnostics.length === 0);
  });

  it('are not reported where the client says so at the start', async () => {
    server = await LanguageServer.start({
      initializationOptions: { syntaxErrors: { bicep: false, json: false } },
    });
    await server.open(uri, 'bicep', broken);
    await server.settled(uri);
    assert.deepEqual(server.diagnostics(uri), []);
  });
});

describe('a language server that is badly treated', () => {
  let server: LanguageServer;
  let expectedStatus = 0;

  beforeEach(() => {
    expectedStatus = 0;
  });

  afterEach(async () => {
    assert.equal(await server.stop(), expectedStatus);
  });

  it('survives malformed requests and notifications', async () => {
    server = await LanguageServer.start();
    const { connection } = server;
    for (const params of [undefined, null, 7, {}, { textDocument: null }, { textDocument: { uri: 5 } }, []]) {
      for (const method of [
        'textDocument/didOpen',
        'textDocument/didChange',
        'textDocument/didClose',
        'workspace/didChangeWatchedFiles',
        'unknown/notification',
        syntaxErrorsNotification,
      ]) {
        await connection.sendNotification(method, params);
      }
      for (const method of ['textDocument/codeAction', 'unknown/request', expectedFqdnsRequest]) {
        await connection.sendRequest(method, params).catch(() => undefined);
      }
    }
    await server.open(uri, 'bicep', zone);
    await server.shows(uri, (diagnostics) => diagnostics.some(({ code }) => code === 'PE202'));
  });

  it('survives documents that are no text, for themselves and for their neighbours', async () => {
    server = await LanguageServer.start();
    const beside = (name: string): string => `file:///nowhere/at/all/${name}`;
    for (const [index, text] of [undefined, null, 7, {}].entries()) {
      const textDocument = { uri: beside(`${index}.bicep`), languageId: 'bicep', version: 1, text };
      await server.connection.sendNotification('textDocument/didOpen', { textDocument });
      const change = { textDocument: { uri: beside('changed.bicep'), version: index + 2 }, contentChanges: [{ text }] };
      if (index === 0) await server.open(beside('changed.bicep'), 'bicep', zone);
      await server.connection.sendNotification('textDocument/didChange', change);
    }
    await server.open(beside('main.bicep'), 'bicep', zone);
    await server.shows(beside('main.bicep'), (diagnostics) => diagnostics.some(({ code }) => code === 'PE202'));
    assert.deepEqual(server.messages, []);
  });

  it('survives changes of a document that was never opened', async () => {
    server = await LanguageServer.start();
    await server.change(uri, zone);
    await server.close(uri);
    await server.open(uri, 'bicep', zone);
    await server.shows(uri, (diagnostics) => diagnostics.length > 0);
  });

  it('survives bytes that are no message', async () => {
    server = await LanguageServer.start();
    server.process.stdin?.write('Content-Length: 7\r\n\r\n{"a": 1Content-Length: 2\r\n\r\n[]');
    await server.open(uri, 'bicep', zone);
    await server.shows(uri, (diagnostics) => diagnostics.length > 0);
  });

  it('ends when its client dies', async () => {
    server = await LanguageServer.start();
    const exit = once(server.process, 'exit');
    server.process.stdin?.destroy();
    await exit;
    expectedStatus = 1;
  });
});

function expectedFqdns(server: LanguageServer, regions: string[]): Promise<TextResult> {
  return listed(server, { regions });
}

describe('the expected FQDNs of a template', () => {
  const vault = (location: string): string =>
    `resource vault 'Microsoft.RecoveryServices/vaults@2024-04-01' = {\n  name: 'rsv'\n  location: ${location}\n}\n`;
  const template = 'untitled:Untitled-2';
  let server: LanguageServer;

  before(async () => {
    server = await LanguageServer.start();
    await server.open(template, 'bicep', vault("'northeurope'"));
  });

  after(async () => {
    assert.equal(await server.stop(), 0);
  });

  it('are those of the regions of its vaults as they stand in the editor', async () => {
    assert.match((await listed(server, { template })).text, /privatelink\.ne\.backup/);
    await server.change(template, vault("'eastus2'"));
    const { text } = await listed(server, { template });
    assert.match(text, /privatelink\.eus2\.backup/);
    assert.doesNotMatch(text, /privatelink\.ne\.backup/);
  });

  for (const [what, text, reason] of [
    ['deploys no vault', 'param location string\n', /no Recovery Services vault/],
    ['does not say where its vault is', `param place string\n${vault('place')}`, /The region of 'rsv' is not known/],
  ] as const)
    it(`cannot be told of one that ${what}, which is said`, async () => {
      await server.change(template, text);
      await assert.rejects(listed(server, { template }), reason);
    });
});

function listed(server: LanguageServer, params: ExpectedFqdnsParams): Promise<TextResult> {
  return server.connection.sendRequest<TextResult>(expectedFqdnsRequest, params);
}
