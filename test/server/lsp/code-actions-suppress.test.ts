import { strict as assert } from 'node:assert';
import type { ClientCapabilities, CodeAction, Diagnostic } from 'vscode-languageserver';
import { armTemplate, armZone } from '../../support/arm-parts';
import { LanguageServer, usualCapabilities } from '../../support/language-server';
import { applied } from '../../support/workspace-edits';

const name = 'privatelink.westeurope.backup.windowsazure.com';
const bicep = `// Zones

resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: '${name}'
  location: 'global'
}
`;
const json = armTemplate([armZone(`"${name}"`)]);

const snippetCapabilities: ClientCapabilities = {
  ...usualCapabilities,
  workspace: { workspaceEdit: { documentChanges: true, snippetEditSupport: true } },
};

describe('code actions that suppress', () => {
  let server: LanguageServer;
  let uri: string;

  const start = async (file: string, language: string, text: string, capabilities = usualCapabilities) => {
    uri = `untitled:${file}`;
    server = await LanguageServer.start({ capabilities });
    await server.open(uri, language, text);
  };
  const shown = async (): Promise<Diagnostic> => {
    const [diagnostic] = await server.shows(uri, (diagnostics) => diagnostics.length > 0);
    assert.ok(diagnostic);
    return diagnostic;
  };
  const offered = async (): Promise<CodeAction[]> => {
    const actions = await server.codeActions(uri, (await shown()).range);
    return actions.filter(({ title }) => title.startsWith('Suppress'));
  };
  const titles = async (): Promise<string[]> => (await offered()).map(({ title }) => title);

  afterEach(async () => {
    assert.equal(await server.stop(), 0);
  });

  it('come behind the fixes, belong to their finding and are never preferred', async () => {
    await start('a.bicep', 'bicep', bicep);
    const diagnostic = await shown();
    const actions = await server.codeActions(uri, diagnostic.range);
    assert.deepEqual(
      actions.slice(0, 3).map(({ title, kind, isPreferred }) => [title.split(' ')[0], kind, isPreferred]),
      [
        ['Change', 'quickfix', true],
        ['Suppress', 'quickfix', undefined],
        ['Suppress', 'quickfix', undefined],
      ],
    );
    assert.deepEqual(actions[1]?.diagnostics, [diagnostic]);
  });

  for (const [file, language, text, reaches] of [
    ['a.bicep', 'bicep', bicep, ['line', 'file']],
    ['crlf.bicep', 'bicep', bicep.replaceAll('\n', '\r\n'), ['line', 'file']],
    ['a.json', 'json', json, ['resource', 'file']],
    ['a.jsonc', 'jsonc', json, ['line', 'file']],
    ['a.json', 'arm-template', json, ['line', 'file']],
  ] as const)
    it(`clear the finding in ${file} as ${language}`, async () => {
      await start(file, language, text);
      assert.deepEqual(
        await titles(),
        reaches.map((reach) => `Suppress PE202 for this ${reach}`),
      );
      for (const index of reaches.keys()) {
        const action = (await offered())[index];
        assert.ok(action);
        const changed = applied(text, action);
        assert.match(changed, /reason/);
        await server.change(uri, changed);
        await server.shows(uri, (diagnostics) => diagnostics.length === 0);
        await server.change(uri, text);
        await shown();
      }
    });

  it('are offered for each finding in its line, and once for each rule in the file', async () => {
    await start('a.bicep', 'bicep', bicep + bicep.replace('zone ', 'other '));
    await shown();
    const all = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    const actions = await server.codeActions(uri, all);
    assert.deepEqual(
      actions.map(({ title }) => title).filter((title) => title.startsWith('Suppress')),
      ['Suppress PE202 for this line', 'Suppress PE202 for this line', 'Suppress PE202 for this file'],
    );
  });

  it('have the reason selected where the editor takes snippets', async () => {
    await start('a.bicep', 'bicep', bicep, snippetCapabilities);
    const [line, file] = await offered();
    assert.ok(line && file);
    assert.match(applied(bicep, line), /^ {2}#disable-next-line PE202 \/\/ \$\{0:reason\}\n {2}name/m);
    assert.match(applied(bicep, file), /^#disable-diagnostics PE202 \/\/ \$\{0:reason\}\n\nresource/m);
  });

  it('escape what would be a part of the snippet', async () => {
    await start('a.json', 'json', json, snippetCapabilities);
    const [resource] = await offered();
    assert.ok(resource);
    assert.match(applied(json, resource), /"reason": "\$\{0:reason\}" \\\}\] \\\} \\\},/);
  });

  it('are texts where a snippet would be indented twice', async () => {
    await start('a.json', 'json', json, snippetCapabilities);
    const [, file] = await offered();
    assert.ok(file);
    assert.match(applied(json, file), /^ {2}"metadata": .*"reason": "reason" \}\] \} \},$/m);
  });
});
