import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { run } from '../../../../server/src/cli/commands/graph';
import { endpoint, vault } from '../../../support/bicep-parts';
import { temporaryFolder } from '../../../support/temporary-folder';
import type { TemporaryFolder } from '../../../support/temporary-folder';
import { memoryIo } from '../memory-io';

interface Document {
  readonly version: number;
  readonly deployments: readonly {
    readonly title: string;
    readonly nodes: readonly {
      readonly id: string;
      readonly label: string;
      readonly presence: string;
      readonly place: { readonly file: string; readonly startLine: number; readonly startColumn: number };
      readonly findings: readonly { readonly ruleId: string; readonly place: { readonly startLine: number } }[];
    }[];
    readonly edges: readonly { readonly from: string; readonly to: string; readonly kind: string }[];
  }[];
}

const publicVault = vault("properties: { publicNetworkAccess: 'Enabled' }");

describe('pelint graph', () => {
  let folder: TemporaryFolder;

  beforeEach(() => {
    folder = temporaryFolder();
    // The folder is a project of its own.
    mkdirSync(path.join(folder.path, '.git'));
  });
  afterEach(() => folder.remove());

  function write(name: string, text: string): void {
    writeFileSync(path.join(folder.path, name), text);
  }

  async function output(...args: readonly string[]): Promise<string> {
    const io = memoryIo(folder.path);
    assert.equal(await run(args, io), 0, io.written.stderr);
    return io.written.stdout;
  }

  async function document(...args: readonly string[]): Promise<Document> {
    return JSON.parse(await output(...args, '--as', 'json')) as Document;
  }

  it('tells the parts, their places and the findings on them', async () => {
    write('main.bicep', publicVault + endpoint());
    const { version, deployments } = await document('main.bicep');
    assert.equal(version, 1);
    assert.deepEqual(
      deployments.map(({ title }) => title),
      ['main.bicep'],
    );
    const [drawn] = deployments;
    const found = drawn?.nodes.find(({ id }) => id === 'vault-1');
    assert.deepEqual(found?.place, { file: 'main.bicep', startLine: 2, startColumn: 10, endLine: 2, endColumn: 15 });
    const line = publicVault.split('\n').findIndex((it) => it.includes('Enabled')) + 1;
    assert.deepEqual(
      found?.findings.map(({ ruleId, place }) => `${ruleId} ${place.startLine}`),
      [`PE109 ${line}`],
    );
    assert.deepEqual(drawn?.edges, [{ from: 'endpoint-1', to: 'vault-1', kind: 'connects', label: 'AzureBackup' }]);
  });

  it('draws a template once for each of its parameter files, or for the one that is chosen', async () => {
    write('main.bicep', `param name string\n${vault().replace("'rsv-1'", 'name')}`);
    write('a.bicepparam', "using 'main.bicep'\nparam name = 'rsv-a'\n");
    write('b.bicepparam', "using 'main.bicep'\nparam name = 'rsv-b'\n");
    const names = async (...args: string[]): Promise<string[]> =>
      (await document(...args)).deployments.map(
        ({ title, nodes }) => `${title}: ${nodes.map((it) => it.label).join()}`,
      );
    const [a, b] = ['main.bicep with a.bicepparam: rsv-a', 'main.bicep with b.bicepparam: rsv-b'];
    assert.deepEqual(await names('main.bicep'), [a, b]);
    assert.deepEqual(await names('main.bicep', '--params', 'b.bicepparam'), [b]);
    assert.deepEqual(await names('a.bicepparam'), [a]);
    assert.match(await output('main.bicep', '--as', 'mermaid'), /subgraph d2\["main\.bicep with b\.bicepparam"\]/);
  });

  it('keeps suppressed findings out', async () => {
    write('main.bicep', `#disable-diagnostics PE109 // reached from outside\n${publicVault}${endpoint()}`);
    const { deployments } = await document('main.bicep');
    const rules = deployments.flatMap(({ nodes }) => nodes.flatMap((node) => node.findings.map((it) => it.ruleId)));
    assert.ok(!rules.includes('PE109'), rules.join());
  });

  it('draws what is not known with what is known of it', async () => {
    write('main.bicep', `param name string\n${vault().replace("'rsv-1'", "'rsv-${name}'")}`);
    const { deployments } = await document('main.bicep');
    assert.deepEqual(
      deployments[0]?.nodes.map(({ label }) => label),
      ['rsv-…'],
    );
  });

  it('writes each format, also to a file', async () => {
    write('main.bicep', publicVault + endpoint());
    assert.match(await output('main.bicep', '--as', 'svg'), /^<svg .*\n[^]*<\/svg>\n$/);
    assert.match(await output('main.bicep', '--as', 'dot'), /^digraph /);
    assert.equal(await output('main.bicep', '--as', 'svg', '--output', 'topology.svg'), '');
    assert.ok(existsSync(path.join(folder.path, 'topology.svg')));
    assert.match(readFileSync(path.join(folder.path, 'topology.svg'), 'utf8'), /PE109 warning/);
  });

  it('refuses what it cannot draw, and says why', async () => {
    write('main.bicep', vault());
    write('other.bicepparam', "using 'else.bicep'\n");
    write('notes.json', '{ "a": 1 }');
    for (const [args, message] of [
      [['--as', 'svg'], /Name a template/],
      [['main.bicep'], /--as svg\|mermaid\|dot\|json/],
      [['main.bicep', '--as', 'pdf'], /--as cannot be 'pdf'/],
      [['main.bicep', 'other.bicep', '--as', 'svg'], /Only one file/],
      [['missing.bicep', '--as', 'svg'], /missing\.bicep: no such file/],
      [['notes.json', '--as', 'svg'], /no template/],
      [['main.bicep', '--as', 'svg', '--params', 'other.bicepparam'], /parameters of else\.bicep/],
      [['main.bicep', '--as', 'svg', '--location', 'atlantis'], /atlantis/],
    ] as const) {
      await assert.rejects(run([...args], memoryIo(folder.path)), message);
    }
  });
});
