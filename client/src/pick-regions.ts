import { QuickPickItemKind, window, type QuickPick, type QuickPickItem } from 'vscode';
import { regionsRequest, type Region } from '../../server/src/protocol';
import type { Surroundings } from './surroundings';

interface RegionItem extends QuickPickItem {
  /** None in a line between others. */
  readonly region?: Region;
}

/** Under which key the last used regions are remembered, and how many of them. */
const lastUsed = 'lastUsedRegions';
const remembered = 5;

/** Lets the user choose regions, those that were used last first; none where the user gives up. */
export async function pickRegions({ client, memory }: Surroundings, title: string): Promise<readonly Region[]> {
  const picker = window.createQuickPick<RegionItem>();
  try {
    Object.assign(picker, { title, placeholder: 'Regions, by name, geo code or cloud', busy: true });
    Object.assign(picker, { canSelectMany: true, matchOnDescription: true, matchOnDetail: true });
    picker.show();
    const used = memory.get<readonly string[]>(lastUsed, []);
    picker.items = itemsOf(await client.request<Region[]>(regionsRequest), used);
    picker.busy = false;
    const picked = await accepted(picker);
    const names = picked.map(({ name }) => name);
    if (names.length > 0) await memory.update(lastUsed, [...new Set([...names, ...used])].slice(0, remembered));
    return picked;
  } finally {
    picker.dispose();
  }
}

/** Several regions in a title. */
export function namesOf(regions: readonly Region[]): string {
  return regions.map(({ displayName }) => displayName).join(', ');
}

function itemsOf(regions: readonly Region[], used: readonly string[]): RegionItem[] {
  const recent = used.flatMap((name) => regions.find((region) => region.name === name) ?? []);
  const others = regions.filter((region) => !recent.includes(region));
  if (recent.length === 0) return others.map(toItem);
  return [separator('last used'), ...recent.map(toItem), separator('all other regions'), ...others.map(toItem)];
}

function separator(label: string): RegionItem {
  return { label, kind: QuickPickItemKind.Separator };
}

function toItem(region: Region): RegionItem {
  const { displayName, geoCode, name, cloud } = region;
  return { region, label: displayName, description: `${geoCode} · ${name} · ${cloud}` };
}

/** What is ticked when the user accepts. Who ticks nothing and presses Enter means the region that is lit up. */
function accepted(picker: QuickPick<RegionItem>): Promise<readonly Region[]> {
  const light = (): void => {
    picker.activeItems = bestFits(picker);
  };
  picker.onDidChangeValue(light);
  light();
  return new Promise((resolve) => {
    picker.onDidAccept(() => {
      const chosen = picker.selectedItems.length > 0 ? picker.selectedItems : picker.activeItems;
      if (chosen.length > 0) resolve(chosen.flatMap(({ region }) => region ?? []));
    });
    picker.onDidHide(() => resolve([]));
  });
}

/** The region whose code or name was typed, else the first in which that text stands; VS Code itself lights none up where several may be picked. */
function bestFits({ items, value }: QuickPick<RegionItem>): RegionItem[] {
  const typed = value.trim().toLowerCase();
  const named = items.find(({ region }) => region?.geoCode === typed || region?.name === typed);
  const holding = items.find(
    ({ label, description, region }) => region && `${label} ${description ?? ''}`.toLowerCase().includes(typed),
  );
  const best = named ?? holding;
  return best === undefined ? [] : [best];
}
