import { strict as assert } from 'node:assert';
import type { PositionEncodingKind, Range } from 'vscode-languageserver';
import { LanguageServer, usualCapabilities } from '../../support/language-server';

const uri = 'untitled:Untitled-1';
const before = "  name: /* ä€😀 */ '";
const name = 'privatelink.westeurope.backup.windowsazure.com';
const template = `resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = {\n${before}${name}'\n}\n`;

/** How long a text is in the units of an encoding. */
const lengths = {
  'utf-8': (text: string) => Buffer.byteLength(text, 'utf8'),
  'utf-16': (text: string) => text.length,
  'utf-32': (text: string) => [...text].length,
};

describe('positions of the language server', () => {
  let server: LanguageServer;

  const startWith = async (...positionEncodings: PositionEncodingKind[]): Promise<void> => {
    server = await LanguageServer.start({ capabilities: { ...usualCapabilities, general: { positionEncodings } } });
  };

  afterEach(async () => {
    assert.equal(await server.stop(), 0);
  });

  for (const [encoding, lengthOf] of Object.entries(lengths)) {
    it(`count in ${encoding} where the client wants that`, async () => {
      await startWith(encoding, 'utf-16');
      assert.equal(server.capabilities.positionEncoding, encoding);
      await server.open(uri, 'bicep', template);
      const [finding] = await server.shows(uri, (diagnostics) => diagnostics.length > 0);
      assert.equal(finding?.range.start.line, 1);
      const start = lengthOf(before);
      assert.ok(finding.range.start.character >= start - 1 && finding.range.start.character <= start + 12);
      assert.ok(finding.range.end.character <= start + name.length + 1);
    });

    it(`of changes are understood in ${encoding}`, async () => {
      await startWith(encoding);
      await server.open(uri, 'bicep', template);
      await server.shows(uri, (diagnostics) => diagnostics.length > 0);
      const from = { line: 1, character: lengthOf(`${before}privatelink.`) };
      const to = { line: 1, character: lengthOf(`${before}privatelink.westeurope`) };
      // Two changes at once: the second counts in the text that the first left.
      const emoji: Range = {
        start: { line: 1, character: lengthOf('  name: /* ä€') },
        end: { line: 1, character: lengthOf('  name: /* ä€😀') },
      };
      await server.edit(uri, [
        { range: { start: from, end: to }, text: 'we' },
        { range: emoji, text: 'é' },
      ]);
      await server.shows(uri, (diagnostics) => diagnostics.every(({ code }) => code !== 'PE202'));
      assert.deepEqual(
        server.diagnostics(uri).filter(({ code }) => code === 'PE001'),
        [],
      );
    });
  }

  it('count in UTF-16 where the client says nothing, or nothing that is known', async () => {
    await startWith();
    assert.equal(server.capabilities.positionEncoding, 'utf-16');
    await server.stop();
    await startWith('utf-7');
    assert.equal(server.capabilities.positionEncoding, 'utf-16');
  });
});
