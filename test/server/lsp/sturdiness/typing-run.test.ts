import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { globSync } from 'tinyglobby';
import { uriOfPath } from '../../../../server/src/host/paths';
import { freshDiagnostics } from '../../../support/fresh-diagnostics';
import { LanguageServer, pullCapabilities, usualCapabilities } from '../../../support/language-server';
import { repositoryRoot } from '../../../support/repository';
import { sharedPath } from '../../../support/shared';
import { temporaryFolder, type TemporaryFolder } from '../../../support/temporary-folder';

/*
 * Somebody types a file of a project from its first to its last character. After every step the server must say what one says that has
 * seen nothing but the text as it is. With PELINT_FULL=1 every step is one character, and a module as large as they come is typed, too.
 */

const example = path.join(repositoryRoot, 'examples/backup-private-endpoint');
const configuration = `{
  "rules": { "PE202": "warning", "unknown-rule": "off" },
  "suppressions": [{ "rule": "PE103", "files": ["main.bicep"], "reason": "The addresses are reserved." }],
  "overrides": [{ "files": ["modules/**"], "rules": { "PE201": "info" } }]
}
`;
const isFull = process.env['PELINT_FULL'] === '1';
const languages = { bicep: 'bicep', bicepparam: 'bicep-params', json: 'json' } as const;

/** What is typed, and how many characters at a time unless everything is to be tried. */
const typed = [
  { file: 'main.bicep', step: 101 },
  { file: 'modules/private-dns.bicep', step: 61 },
  { file: 'prod.bicepparam', step: 7 },
  { file: 'pelint.config.json', step: 29 },
] as const;

describe('a server to which a file is typed', function () {
  this.timeout(isFull ? 3_600_000 : 60_000);
  let folder: TemporaryFolder;
  let server: LanguageServer;
  let texts: Map<string, string>;
  const uriOf = (file: string): string => uriOfPath(path.join(folder.path, file));

  /** A project with the templates and parameter files of a folder. */
  const prepare = (source: string): void => {
    const project: Record<string, string> = { 'pelint.config.json': configuration };
    for (const file of globSync('**/*.{bicep,bicepparam,json}', { cwd: source }))
      project[file] = readFileSync(path.join(source, file), 'utf8');
    folder = temporaryFolder({ ...project, '.git/HEAD': '' });
    texts = new Map(Object.entries(project).map(([file, text]) => [uriOf(file), text]));
  };

  afterEach(async () => {
    assert.deepEqual([server.messages, server.logged], [[], []]);
    assert.equal(await server.stop(), 0);
    folder.remove();
  });

  /** Types a file, beside the template in an editor; `look` is called after every step. */
  const type = async (
    file: string,
    step: number,
    look: (uri: string, open: string[]) => Promise<void>,
  ): Promise<void> => {
    const [uri, main] = [uriOf(file), uriOf('main.bicep')];
    const whole = texts.get(uri);
    assert.ok(whole, `${file} is not there`);
    const open = [...new Set([main, uri])];
    for (const each of open) {
      if (each === uri) texts.set(uri, '');
      await server.open(each, languages[each.split('.').at(-1) as keyof typeof languages], texts.get(each) ?? '');
    }
    for (let end = 0; end < whole.length;) {
      const position = endOf(whole.slice(0, end));
      const next = Math.min(whole.length, end + step);
      await server.edit(uri, [{ range: { start: position, end: position }, text: whole.slice(end, next) }]);
      end = next;
      texts.set(uri, whole.slice(0, end));
      await look(uri, open);
    }
  };

  /** For editors that ask for diagnostics. */
  const typeAndAsk = async (file: string, step: number): Promise<void> => {
    server = await LanguageServer.start({ folders: [uriOf('')], capabilities: pullCapabilities });
    await type(file, step, async (uri, open) => {
      const expected = await freshDiagnostics(texts, open);
      for (const each of open) {
        const report = await server.pull(each);
        assert.ok(report.kind === 'full', 'the client has said of no result that it knows it');
        assert.deepEqual(report.items, expected[each] ?? [], texts.get(uri));
      }
    });
  };

  /** For editors to which diagnostics are sent. */
  const typeAndHear = async (file: string, step: number): Promise<void> => {
    server = await LanguageServer.start({ folders: [uriOf('')], capabilities: usualCapabilities });
    await type(file, step, async (uri, open) => {
      await server.settled(uri);
      assert.deepEqual(server.shown, await freshDiagnostics(texts, open), texts.get(uri));
    });
  };

  for (const { file, step } of typed) {
    it(`answers after each step in ${file} as one that has just been started`, async () => {
      prepare(example);
      await typeAndAsk(file, isFull ? 1 : step);
    });

    it(`sends after each step in ${file} what one sends that has just been started`, async () => {
      prepare(example);
      await typeAndHear(file, isFull ? 1 : step);
    });
  }

  if (isFull)
    it('does so in a module as large as they come', async function () {
      const source = sharedPath('corpus', 'verified-modules', 'avm', 'res', 'compute', 'virtual-machine');
      if (source === undefined) return this.skip();
      prepare(source);
      await typeAndAsk('main.bicep', 199);
    });
});

function endOf(text: string): { readonly line: number; readonly character: number } {
  const lines = text.split('\n');
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}
