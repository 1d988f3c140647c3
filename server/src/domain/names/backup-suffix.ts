import { editDistance } from '../../base/edit-distance';
import { clouds, mistakenBackupDomains, type Cloud } from '../../data/clouds';
import { isMarkedPlaceholder } from './geo-label';
import { hole, type Label } from './zone-labels';

/** How a name ends, seen from Azure Backup: what stands where `windowsazure.<tld>` belongs. */
export interface BackupSuffix {
  readonly kind:
    | 'right'
    /** `windowsazure` with a slip. */
    | 'misspelt'
    /** `windowsazure` without or with an unknown top-level domain. */
    | 'unknownDomain'
    /** A domain of Microsoft's that is not Backup's. */
    | 'mistaken'
    /** Only the top-level domain, after `backup`. */
    | 'bare'
    /** `windowsazure` and the top-level domain with other labels between them. */
    | 'scattered'
    | 'placeholder'
    /** Not known. */
    | 'open';
  /** The cloud that the suffix is of, or for a mistaken one the cloud that is meant. */
  readonly cloud: Cloud | undefined;
  /** The labels before the suffix. */
  readonly before: readonly Label[];
  readonly labels: readonly Label[];
}

/** Splits the labels of a name at its suffix; undefined where the name cannot be meant for Azure Backup. */
export function splitBackupSuffix(labels: readonly Label[]): BackupSuffix | undefined {
  return domainSuffix(labels) ?? mistakenSuffix(labels) ?? unknownSuffix(labels) ?? scatteredSuffix(labels);
}

function domainSuffix(labels: readonly Label[]): BackupSuffix | undefined {
  const [domain, top] = textsAtEnd(labels, 2);
  if (top === 'windowsazure') return suffix('unknownDomain', undefined, labels, 1);
  if (top.startsWith(`windowsazure${hole}`)) return suffix('right', undefined, labels, 1);
  const cloud = cloudOfTopLevel(top);
  if (domain === 'windowsazure') {
    if (cloud !== undefined || top.includes(hole)) return suffix('right', cloud, labels, 2);
    return suffix(isMarkedPlaceholder(top) ? 'placeholder' : 'unknownDomain', undefined, labels, 2);
  }
  if (cloud === undefined) return undefined;
  if (isSlipOf(domain, 'windowsazure', 2)) return suffix('misspelt', cloud, labels, 2);
  const scattered = labels.some(({ text }) => text === 'windowsazure');
  return domain === 'backup' && !scattered ? suffix('bare', cloud, labels, 1) : undefined;
}

function mistakenSuffix(labels: readonly Label[]): BackupSuffix | undefined {
  for (const { ending, cloud } of mistakenBackupDomains) {
    const count = ending.split('.').length;
    if (textsAtEnd(labels, count).join('.') === ending) return suffix('mistaken', cloud, labels, count);
  }
  return undefined;
}

/** A suffix of holes (`${suffix}`, `${domain}.com`) or of a mark that was never replaced. */
function unknownSuffix(labels: readonly Label[]): BackupSuffix | undefined {
  const [domain, top] = textsAtEnd(labels, 2);
  const cloud = cloudOfTopLevel(top);
  if (isMarkedPlaceholder(top)) return suffix('placeholder', undefined, labels, 1);
  if (isMarkedPlaceholder(domain) && cloud !== undefined) return suffix('placeholder', cloud, labels, 2);
  if (domain === hole && cloud !== undefined) return suffix('open', cloud, labels, 2);
  if (top !== hole) return undefined;
  return suffix('open', undefined, labels, domain === hole ? 2 : 1);
}

function scatteredSuffix(labels: readonly Label[]): BackupSuffix | undefined {
  const domain = labels.findIndex(({ text }) => text === 'windowsazure');
  const top = labels.at(-1);
  const cloud = top === undefined ? undefined : cloudOfTopLevel(top.text);
  if (domain < 0 || top === undefined || cloud === undefined) return undefined;
  const before = labels.filter((label, i) => i !== domain && label !== top);
  return { kind: 'scattered', cloud, before, labels: labels.slice(domain) };
}

function suffix(
  kind: BackupSuffix['kind'],
  cloud: Cloud | undefined,
  all: readonly Label[],
  count: number,
): BackupSuffix {
  return { kind, cloud, before: all.slice(0, -count), labels: all.slice(-count) };
}

/** The last `count` texts; empty ones where the name has not so many labels. */
function textsAtEnd(labels: readonly Label[], count: 2): [string, string];
function textsAtEnd(labels: readonly Label[], count: number): string[];
function textsAtEnd(labels: readonly Label[], count: number): string[] {
  return Array.from({ length: count }, (_, i) => labels[labels.length - count + i]?.text ?? '');
}

function cloudOfTopLevel(top: string): Cloud | undefined {
  return clouds.find(({ backupDomain }) => backupDomain === `windowsazure.${top}`)?.cloud;
}

/** Whether a word is another one with a few slips, and not the word itself. */
export function isSlipOf(text: string, word: string, slips: number): boolean {
  if (text === word || text.includes(hole) || Math.abs(text.length - word.length) > slips) return false;
  return editDistance(text, word) <= slips;
}
