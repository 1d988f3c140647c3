import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { run } from '../../../../server/src/cli/commands/checklist';
import { endpoint, vault } from '../../../support/bicep-parts';
import { temporaryFolder } from '../../../support/temporary-folder';
import type { TemporaryFolder } from '../../../support/temporary-folder';
import { memoryIo } from '../memory-io';

interface Document {
  readonly vaults: readonly {
    readonly name: string | null;
    readonly geoCode: string | null;
    readonly zones: string[];
  }[];
  readonly items: readonly { readonly id: string; readonly commands: readonly string[]; readonly source: string }[];
}

describe('pelint checklist', () => {
  let folder: TemporaryFolder | undefined;

  before(() => (folder = temporaryFolder()));
  after(() => folder?.remove());

  async function output(args: readonly string[], template?: string): Promise<string> {
    assert.ok(folder);
    if (template !== undefined) writeFileSync(path.join(folder.path, 'main.bicep'), template);
    const io = memoryIo(folder.path);
    assert.equal(await run(args, io), 0, io.written.stderr);
    return io.written.stdout;
  }

  async function document(args: readonly string[], template?: string): Promise<Document> {
    return JSON.parse(await output([...args, '--format', 'json'], template)) as Document;
  }

  it('prints every item by itself, with what to fill in', async () => {
    const { vaults, items } = await document([]);
    assert.deepEqual(vaults, []);
    assert.ok(items.length >= 16, String(items.length));
    assert.equal(new Set(items.map(({ id }) => id)).size, items.length);
    for (const { source } of items) assert.match(source, /^https:/);
    assert.match(await output([]), /--vault-name <vault> --resource-group <group>/);
  });

  it('is filled in with the vaults of a template and their zones', async () => {
    const { vaults, items } = await document(['main.bicep', '--resource-group', 'rg-b'], vault() + endpoint());
    assert.deepEqual(
      vaults.map(({ name, geoCode, zones }) => ({ name, geoCode, zones })),
      [
        {
          name: 'rsv-1',
          geoCode: 'ne',
          zones: [
            'privatelink.ne.backup.windowsazure.com',
            'privatelink.blob.core.windows.net',
            'privatelink.queue.core.windows.net',
          ],
        },
      ],
    );
    const commands = items.flatMap((item) => item.commands).join('\n');
    assert.match(commands, /az backup container list --vault-name rsv-1 --resource-group rg-b /);
    assert.match(commands, /az network private-endpoint show --name pe-1 --resource-group rg-b .*nslookup/);
  });

  it('asks for an approval only where one is needed', async () => {
    const automatic = await document(['main.bicep'], vault() + endpoint());
    assert.ok(!automatic.items.some(({ id }) => id === 'approval'));
    const connections = 'manualPrivateLinkServiceConnections';
    const manual = await document(['main.bicep'], vault() + endpoint({ connections }));
    assert.match(manual.items.find(({ id }) => id === 'approval')?.commands.join('\n') ?? '', /approve/);
  });

  it('speaks of records by hand where no zone group keeps them', async () => {
    const without = await document(['main.bicep'], vault() + endpoint());
    assert.ok(without.items.some(({ id }) => id === 'own-dns-records'));
    const group = `resource zones 'privateDnsZoneGroups' = { name: 'default', properties: { privateDnsZoneConfigs: [] } }`;
    const within = await document(['main.bicep'], vault() + endpoint({ inside: group }));
    assert.ok(!within.items.some(({ id }) => id === 'own-dns-records'));
  });

  it('is Markdown with boxes to tick', async () => {
    const text = await output(['main.bicep', '--format', 'markdown'], vault() + endpoint());
    assert.match(text, /^# Readiness for private endpoints of Azure Backup: main\.bicep\n/);
    assert.ok((text.match(/^- \[ \] /gm) ?? []).length >= 14);
  });

  it('refuses a template without vaults, a missing one, and options without one', async () => {
    assert.ok(folder);
    writeFileSync(path.join(folder.path, 'empty.bicep'), 'param a string\n');
    for (const [args, message] of [
      [['empty.bicep'], /deploys no Recovery Services vault/],
      [['missing.bicep'], /no such file/],
      [['--params', 'a.bicepparam'], /belongs to a template/],
      [['main.bicep', 'empty.bicep'], /Only one template/],
    ] as const) {
      await assert.rejects(async () => run([...args], memoryIo(folder?.path ?? '')), message);
    }
  });
});
