import { strict as assert } from 'node:assert';
import path from 'node:path';
import { LanguageServer } from '../../../support/language-server';
import { repositoryRoot } from '../../../support/repository';

const zone =
  "resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = {\n  name: 'privatelink.westeurope.backup.windowsazure.com'\n}\n";

const lines = "param one string = 'a'\n\n\noutput two string = one\n";

describe('a rule that throws in the language server', () => {
  let server: LanguageServer;

  beforeEach(async () => {
    const source = path.join(repositoryRoot, 'test', 'support', 'failing-server.ts');
    server = LanguageServer.launch(['--import', 'tsx', source, '--stdio']);
    await server.initialize();
  });

  afterEach(async () => {
    assert.equal(await server.stop(), 0);
  });

  it('takes nothing wrong with it where it takes a whole check down', async () => {
    const uri = 'untitled:Untitled-1.bicep';
    const two = zone + zone.replace('zone', 'other');
    const next = async (text: string): Promise<number> => {
      const version = await server.change(uri, text);
      await server.settled(uri);
      return server.published.findLast((it) => it.uri === uri)?.version === version
        ? server.diagnostics(uri).length
        : -1;
    };
    await server.open(uri, 'bicep', zone);
    assert.equal(await next(two), 2);
    assert.equal(await next(`\n\n${two}`), 0, 'what is known is about another text');
    assert.equal(await next(zone), 1);
    assert.equal(await next(`\n${zone}`), 1);
    assert.equal(server.messages.filter((it) => it.startsWith('Checking')).length, 1);
  });

  it('is told once, logged for each file, and the other rules speak all the same', async () => {
    for (const [uri, template] of [
      ['untitled:Untitled-1.bicep', zone],
      ['untitled:Untitled-2.bicep', lines + zone],
    ] as const) {
      await server.open(uri, 'bicep', template);
      for (let end = 0; end < 5; end++) {
        await server.change(uri, `${template}${'\n'.repeat(end)}`);
        await server.settled(uri);
        assert.deepEqual(
          server.diagnostics(uri).map(({ code }) => code),
          ['PE202'],
        );
      }
    }
    assert.deepEqual(server.messages, [
      'Rule PE999 failed, which is a defect of pelint; the rest goes on. The output of pelint says more.',
    ]);
    assert.deepEqual(server.logged, [
      'Rule PE999 failed at untitled:Untitled-1.bicep:1:10 in the deployment of untitled:Untitled-1.bicep: out of paper',
      'Rule PE999 failed at untitled:Untitled-2.bicep:5:10 in the deployment of untitled:Untitled-2.bicep: out of paper',
    ]);
  });
});
