import type { EdgeKind, GraphEdge, NodeKind, Presence } from '../../domain/graph/graph';
import type { Finding } from '../../lint/finding';
import type { DiagramNode } from './diagram';

/** What a node is, for people. */
export const kindWords: Readonly<Record<NodeKind, string>> = {
  vault: 'Recovery Services vault',
  service: 'Resource',
  endpoint: 'Private endpoint',
  zoneGroup: 'DNS zone group',
  zone: 'Private DNS zone',
  zoneLink: 'Zone link',
  subnet: 'Subnet',
  network: 'Virtual network',
  dnsServer: 'DNS server',
  dnsResolver: 'DNS resolver',
  forwardingRuleset: 'DNS forwarding ruleset',
  firewall: 'Firewall',
  keyVault: 'Key Vault',
};

const presenceWords: Readonly<Record<Presence, string>> = {
  deployed: '',
  conditional: 'under a condition',
  existing: 'exists already',
  named: 'not in the template',
};

const edgeWords: Readonly<Record<EdgeKind, string>> = {
  connects: 'connects to',
  standsIn: 'in',
  partOf: '',
  hasGroup: '',
  binds: '',
  hasLink: '',
  links: 'linked to',
  asks: 'asks',
  resolvesIn: 'in',
  forwardsThrough: 'forwards through',
  encryptedWith: 'key from',
};

/** What a node is and whether the deployment makes it: `Subnet, exists already`. */
export function caption({ kind, presence }: Pick<DiagramNode, 'kind' | 'presence'>): string {
  return [kindWords[kind], presenceWords[presence]].filter((word) => word !== '').join(', ');
}

/** What is written at an edge; empty for one that needs no words. */
export function edgeText({ kind, label }: GraphEdge): string {
  return label === '' ? edgeWords[kind] : label;
}

/** `PE102 error`. */
export function findingText({ ruleId, severity }: Finding): string {
  return `${ruleId} ${severity}`;
}

/** All that a node shows in one sentence after the other, for those who do not see it, with the findings in full. */
export function describe(node: DiagramNode): string {
  const what = [`${caption(node)}: ${node.label}`, ...node.details].join('. ');
  return [`${what}.`, ...node.findings.map((it) => `${findingText(it)}: ${it.message}`)].join(' ');
}

/** `2 errors and 1 warning`; empty where there is nothing. */
export function countText(findings: readonly Finding[]): string {
  const words = (['error', 'warning', 'info'] as const).flatMap((severity) => {
    const count = findings.filter((it) => it.severity === severity).length;
    return count === 0 ? [] : [`${count} ${severity}${count === 1 || severity === 'info' ? '' : 's'}`];
  });
  return words.join(' and ');
}
