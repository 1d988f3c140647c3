import { commands, Disposable, Uri, window, workspace, type QuickPickItem } from 'vscode';
import {
  commandIds,
  expectedFqdnsRequest,
  regionsRequest,
  type ExpectedFqdnsParams,
  type ExpectedFqdnsResult,
  type Region,
} from '../../../server/src/protocol';
import type { Client } from '../client';

/** Read-only documents whose name tells the region: `pelint-fqdn:/eastus2.txt`. */
const scheme = 'pelint-fqdn';

/** Offers the regions and opens the list of FQDNs that a firewall has to allow there. */
export function registerShowExpectedFqdns(client: Client): Disposable {
  return Disposable.from(
    workspace.registerTextDocumentContentProvider(scheme, {
      provideTextDocumentContent: (uri) => expectedFqdns(client, uri.path.replace(/^\/|\.txt$/g, '')),
    }),
    commands.registerCommand(commandIds.showExpectedFqdns, () => showExpectedFqdns(client)),
  );
}

async function showExpectedFqdns(client: Client): Promise<void> {
  const region = await pickRegion(client);
  if (region === undefined) return;
  const document = await workspace.openTextDocument(Uri.from({ scheme, path: `/${region.name}.txt` }));
  await window.showTextDocument(document, { preview: false });
}

async function pickRegion(client: Client): Promise<Region | undefined> {
  const items = client.request<Region[]>(regionsRequest).then((regions) => regions.map(toItem));
  const picked = await window.showQuickPick(items, {
    title: 'Show Expected FQDNs for Region',
    placeHolder: 'A region, its geo code or its cloud',
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.region;
}

function toItem(region: Region): QuickPickItem & { readonly region: Region } {
  return {
    region,
    label: region.displayName,
    description: `${region.geoCode} · ${region.name} · ${region.cloud}`,
  };
}

async function expectedFqdns(client: Client, region: string): Promise<string> {
  const params: ExpectedFqdnsParams = { regions: [region] };
  const { text } = await client.request<ExpectedFqdnsResult>(expectedFqdnsRequest, params);
  return text;
}
