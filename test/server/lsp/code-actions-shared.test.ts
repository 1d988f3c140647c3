import { fail, strict as assert } from 'node:assert';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CodeAction, Diagnostic } from 'vscode-languageserver';
import { LanguageServer } from '../../support/language-server';
import { temporaryFolder, type TemporaryFolder } from '../../support/temporary-folder';
import { applied } from '../../support/workspace-edits';

const zone = `resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: 'privatelink.westeurope.backup.windowsazure.com'
  location: 'global'
}
`;
const root = '{ "root": true }';
const call = "module zone 'inner/zone.bicep' = {}\n";

describe('code actions in a file that several projects share', () => {
  let folder: TemporaryFolder;
  let server: LanguageServer;
  const uriOf = (file: string): string => pathToFileURL(path.join(folder.path, file)).href;
  const shared = (): string => uriOf('inner/zone.bicep');

  beforeEach(async () => {
    folder = temporaryFolder({
      'pelint.config.json': root,
      'main.bicep': call,
      'inner/pelint.config.json': root,
      'inner/zone.bicep': zone,
    });
    server = await LanguageServer.start({ folders: [uriOf('')] });
    await server.open(uriOf('main.bicep'), 'bicep', call);
    await server.shows(shared(), (diagnostics) => diagnostics.length > 0);
    await server.open(shared(), 'bicep', zone);
    await server.settled(shared());
  });
  afterEach(async () => {
    assert.equal(await server.stop(), 0);
    folder.remove();
  });

  const actions = async (text: string, only?: string[]): Promise<CodeAction[]> => {
    const line = text.split('\n').findIndex((it) => it.includes('name:'));
    const at = { line, character: text.split('\n')[line]?.indexOf('westeurope') ?? 0 };
    return server.codeActions(shared(), { start: at, end: at }, only);
  };

  it('are offered once', async () => {
    const titles = (await actions(zone)).map(({ title }) => title);
    assert.ok(titles.length > 2);
    assert.deepEqual(titles, [...new Set(titles)]);
    assert.ok(!titles.includes('Fix all PE202 in this file'), 'one finding is not several');
  });

  it('change the text as it is now, whatever the other projects know', async () => {
    const moved = `// Moved\n\n${zone}`;
    await server.change(shared(), moved);
    for (const only of ['quickfix', 'source.fixAll']) {
      const [first = fail(only)] = await actions(moved, [only]);
      assert.equal(applied(moved, first), moved.replace('westeurope', 'we'), only);
    }
    const [, line = fail('suppress')] = await actions(moved);
    assert.equal(applied(moved, line), moved.replace('  name', '  #disable-next-line PE202 // reason\n  name'));
  });

  it('mark one diagnostic each', async () => {
    const seen = new Set(
      (await actions(zone)).flatMap(({ diagnostics = [] }: { diagnostics?: Diagnostic[] }) => diagnostics),
    );
    assert.ok(seen.size > 0);
    for (const { code } of seen) assert.equal(code, 'PE202');
  });
});
