import { strict as assert } from 'node:assert';
import type { PositionEncodingKind } from 'vscode-languageserver';
import { uriOfPath } from '../../../../server/src/host/paths';
import { LanguageServer, watchingCapabilities } from '../../../support/language-server';
import { randomNumbers } from '../../../support/random';
import { languageOf, RandomClient, type Playground } from '../../../support/random-client';
import { repositoryText } from '../../../support/repository';
import { temporaryFolder } from '../../../support/temporary-folder';

/*
 * A client that does anything in any order. Whenever it rests, the editor must show what it shows with a server that has just been started
 * for the same files and documents, and nothing of what is gone. PELINT_SEED repeats a run; with PELINT_FULL=1 it goes on for long.
 */

const seed = Number(process.env['PELINT_SEED'] ?? Date.now() % 1_000_000);
const rounds = process.env['PELINT_FULL'] === '1' ? 100 : 3;
const actionsPerRound = 40;

const zone = `resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: 'privatelink.westeurope.backup.windowsazure.com'
}
`;
const usesZone = "module zone 'zone.bicep' = { params: { geo: 'westeurope' } }\n";
const usesOuterZone = usesZone.replace('zone.bicep', '../zone.bicep');
const openZone = `param geo string = 'we'\n${zone.replace('westeurope', '${geo}')}`;

/** Whole templates, parts of them, all ends of lines, and characters that take more than one unit. */
const pieces = [
  ...['main.bicep', 'backup-vault.json', 'modules/private-dns.bicep'].map((file) =>
    repositoryText(`examples/backup-private-endpoint/${file}`),
  ),
  ...[zone, usesZone, usesOuterZone, openZone].flatMap((text) => [text, text.replaceAll('\n', '\r\n')]),
  "using 'main.bicep'\nparam geo = 'westeurope'\n",
  '{ "rules": { "PE202": "info", "nonsense": 7 } }',
  '{ "root": true }',
  '\r\n',
  '\n',
  '\r',
  "'",
  '}',
  '${',
  '// ä€😀\n',
  '\ud83d',
  '\ude00',
  '/* ',
  ' */',
];

describe('a server whose client does anything in any order', function () {
  this.timeout(1_200_000);

  for (const encoding of ['utf-16', 'utf-8'] as const)
    it(`shows what one shows that has just been started (${encoding}, PELINT_SEED=${seed})`, async () => {
      const folder = temporaryFolder({
        '.git/HEAD': '',
        'main.bicep': usesZone,
        'zone.bicep': zone,
        // A project in the project, as submodules are.
        'inner/.git/HEAD': '',
        'inner/main.bicep': usesOuterZone,
      });
      const files = [
        'main.bicep',
        'zone.bicep',
        'main.bicepparam',
        'main.json',
        'main.parameters.json',
        'pelint.config.json',
        'inner/main.bicep',
        'inner/pelint.config.json',
      ];
      const elsewhere = ['untitled:Untitled-1', 'file:///C:/elsewhere/main.bicep'];
      const playground: Playground = { folder, files: [...files, 'parts/main.bicep'], elsewhere, pieces, encoding };
      const server = await start(playground);
      const client = new RandomClient(server, playground, randomNumbers(seed));
      for (let round = 0; round < rounds; round++) {
        for (let action = 0; action < actionsPerRound; action++) await client.act();
        for (const uri of client.all) await server.settled(uri);
        const fresh = await start(playground);
        for (const [uri, text] of client.documents) await fresh.open(uri, languageOf(uri), text);
        for (const uri of client.all) await fresh.settled(uri);
        assert.deepEqual(
          server.shown,
          fresh.shown,
          `round ${round}: ${client.done.slice(-actionsPerRound).join(', ')}`,
        );
        assert.equal(await fresh.stop(), 0);
      }
      assert.deepEqual(server.messages, []);
      assert.equal(await server.stop(), 0);
      folder.remove();
    });
});

function start({ folder, encoding }: Playground): Promise<LanguageServer> {
  const general = { positionEncodings: [encoding] satisfies PositionEncodingKind[] };
  const capabilities = { ...watchingCapabilities, general };
  return LanguageServer.start({ folders: [uriOfPath(folder.path)], capabilities });
}
