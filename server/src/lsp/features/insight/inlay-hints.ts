import type { InlayHint } from 'vscode-languageserver';
import type { Topic } from '../../../domain/insight/insight';
import { geoCodeHint, subnetHint } from '../../../formats/insight/words';
import type { DocumentReading } from './readings';

/** What stands behind literals of a document: a geo code's region, and how many addresses of a prefix are needed. In the order of the text. */
export function inlayHints({ uri, ranges, projects }: DocumentReading): InlayHint[] {
  const labels = new Map<number, Set<string>>();
  for (const { topic, origin } of projects.flatMap((it) => it.deployments.flatMap(({ insights }) => insights))) {
    const label = labelOf(topic);
    if (label === undefined || origin?.uri !== uri) continue;
    labels.set(origin.end, (labels.get(origin.end) ?? new Set()).add(label));
  }
  return [...labels]
    .sort(([one], [other]) => one - other)
    .map(([end, texts]) => ({
      position: ranges.of({ uri, start: end, end }).start,
      // Deployments may differ in what they make of a literal.
      label: [...texts].join(' or '),
      paddingLeft: true,
    }));
}

function labelOf(topic: Topic): string | undefined {
  if (topic.kind === 'geoCode') return geoCodeHint(topic);
  return topic.kind === 'subnet' ? subnetHint(topic) : undefined;
}
