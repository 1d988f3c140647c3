import { readGeoLabel } from './geo-label';
import type { RegionTable } from './regions';
import { hole, partOfLabel, type Label } from './zone-labels';

/**
 * Takes labels apart in which words run together (`eusbackup`, `privatelinkeus`, `backupwindowsazure`); `glued` are the labels that were.
 * A hole before `privatelink` at the start of a name is the rest of a resource ID, no label.
 */
export function separateWords(
  all: readonly Label[],
  regions: RegionTable,
): { labels: readonly Label[]; glued: readonly Label[] } {
  const glued: Label[] = [];
  const labels = all.flatMap((label, index) => {
    if (index === 0 && label.text === `${hole}privatelink`) return [partOfLabel(label, hole.length)];
    const parts = separateLabel(label, regions);
    if (parts.length > 1) glued.push(label);
    return parts;
  });
  return { labels, glued };
}

function separateLabel(label: Label, regions: RegionTable): readonly Label[] {
  const { text } = label;
  const domain = /backup(windowsazure)$/.exec(text) === null ? -1 : text.length - 'windowsazure'.length;
  if (domain > 0) return [...separateLabel(partOfLabel(label, 0, domain), regions), partOfLabel(label, domain)];
  if (text.startsWith(`backup${hole}`))
    return [partOfLabel(label, 0, 'backup'.length), partOfLabel(label, 'backup'.length)];
  if (text.endsWith('backup') && text !== 'backup' && text !== 'azurebackup') {
    const start = text.length - 'backup'.length;
    const end = /.[-_]$/.test(text.slice(0, start)) ? start - 1 : start;
    return [...separateLabel(partOfLabel(label, 0, end), regions), partOfLabel(label, start)];
  }
  const match = /^privatelink[-_]?(?=.)/.exec(text);
  if (match === null) return [label];
  const code = readGeoLabel(partOfLabel(label, match[0].length), regions);
  return code.meaning.kind === 'unknown' ? [label] : [partOfLabel(label, 0, 'privatelink'.length), code];
}
