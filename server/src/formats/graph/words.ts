import type { EdgeKind, GraphEdge, NodeKind, Presence } from '../../domain/graph/graph';
import type { Finding } from '../../lint/finding';
import type { Diagram, DiagramNode } from './diagram';

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

/** What an edge means for the node that it leaves, and for the one that it reaches. */
const relationWords: Readonly<Record<EdgeKind, readonly [string, string]>> = {
  connects: ['Connects to', 'Reached through'],
  standsIn: ['Stands in', 'Holds'],
  partOf: ['Part of', 'Has'],
  hasGroup: ['Has', 'Belongs to'],
  binds: ['Registers in', 'Filled by'],
  hasLink: ['Has', 'Belongs to'],
  links: ['Linked to', 'Linked by'],
  asks: ['Asks', 'Asked by'],
  resolvesIn: ['Resolves in', 'Has'],
  forwardsThrough: ['Forwards through', 'Forwards for'],
  encryptedWith: ['Has its key from', 'Holds the key of'],
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

/** What a node is and its name: `Private endpoint: pe-1`. */
export function nameOf(node: Pick<DiagramNode, 'kind' | 'presence' | 'label'>): string {
  return `${caption(node)}: ${node.label}`;
}

/** What a node has to do with others, seen from it: `Connects to Recovery Services vault rsv-1 (AzureBackup)`. */
export function connectionsOf(
  node: DiagramNode,
  { nodes, edges }: Pick<Diagram, 'nodes' | 'edges'>,
): readonly string[] {
  const labels = new Map(nodes.map(({ id, kind, label }) => [id, `${kindWords[kind]} ${label}`]));
  return edges.flatMap(({ from, to, kind, label }) => {
    if (from !== node.id && to !== node.id) return [];
    const [forth, back] = relationWords[kind];
    const [words, other] = from === node.id ? [forth, to] : [back, from];
    return [`${words} ${labels.get(other) ?? other}${label === '' ? '' : ` (${label})`}`];
  });
}

/** `PE102 error: what is wrong`. */
export function findingSentence(finding: Finding): string {
  return `${findingText(finding)}: ${finding.message}`;
}

/** All that a node shows in one sentence after the other, for those who do not see it, with its connections and the findings in full. */
export function describe(node: DiagramNode, diagram: Pick<Diagram, 'nodes' | 'edges'>): string {
  const what = [nameOf(node), ...node.details, ...connectionsOf(node, diagram)].join('. ');
  return [`${what}.`, ...node.findings.map(findingSentence)].join(' ');
}

/** `2 errors and 1 warning`; empty where there is nothing. */
export function countText(findings: readonly Finding[]): string {
  const words = (['error', 'warning', 'info'] as const).flatMap((severity) => {
    const count = findings.filter((it) => it.severity === severity).length;
    return count === 0 ? [] : [`${count} ${severity}${count === 1 || severity === 'info' ? '' : 's'}`];
  });
  return words.join(' and ');
}
