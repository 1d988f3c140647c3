import { window, type QuickPickItem } from 'vscode';
import { regionsRequest, type Region } from '../../server/src/protocol';
import type { Client } from './client';

/** Lets the user choose a region; undefined where none is chosen. */
export async function pickRegion(client: Client, title: string): Promise<Region | undefined> {
  const items = client.request<Region[]>(regionsRequest).then((regions) => regions.map(toItem));
  const picked = await window.showQuickPick(items, {
    title,
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
