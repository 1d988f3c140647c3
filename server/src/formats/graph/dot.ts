import { idPrefix, type Diagram, type DiagramNode } from './diagram';
import { caption, edgeText, findingText } from './words';

/** The diagrams as one digraph of Graphviz, each a cluster where there are several. */
export function formatDot(diagrams: readonly Diagram[]): string {
  const lines = [
    'digraph topology {',
    '  rankdir=LR;',
    '  node [shape=box, style=rounded, fontname="Segoe UI, Helvetica, Arial, sans-serif", fontsize=11];',
    '  edge [fontname="Segoe UI, Helvetica, Arial, sans-serif", fontsize=10];',
  ];
  for (const [index, diagram] of diagrams.entries()) {
    const prefix = idPrefix(index, diagrams);
    const body = diagramLines(diagram, prefix);
    if (diagrams.length === 1) lines.push(...body);
    else
      lines.push(
        `  subgraph cluster_${index + 1} {`,
        `    label=${quoted([diagram.title])};`,
        ...body.map((line) => `  ${line}`),
        '  }',
      );
  }
  return `${[...lines, '}'].join('\n')}\n`;
}

const colors = { error: '#cf222e', warning: '#9a6700', info: '#0969da' } as const;

function diagramLines({ nodes, edges }: Diagram, prefix: string): readonly string[] {
  return [
    ...(nodes.length === 0 ? [`  "${prefix}nothing" [label="Nothing for private endpoints"];`] : []),
    ...nodes.map((node) => `  "${prefix}${node.id}" [${attributes(node).join(', ')}];`),
    ...edges.map((edge) => {
      const text = edgeText(edge);
      const label = text === '' ? '' : ` [label=${quoted([text])}]`;
      return `  "${prefix}${edge.from}" -> "${prefix}${edge.to}"${label};`;
    }),
  ];
}

function attributes(node: DiagramNode): readonly string[] {
  const [worst] = node.findings;
  const isElsewhere = node.presence === 'existing' || node.presence === 'named';
  return [
    `label=${quoted([caption(node), node.label, ...node.details, ...node.findings.map(findingText)])}`,
    ...(worst ? [`color="${colors[worst.severity]}"`, 'penwidth=2'] : []),
    ...(isElsewhere ? ['style="rounded,dashed"'] : []),
  ];
}

/** A quoted string of lines. Graphviz reads backslashes, and `&` as the begin of a character reference as in HTML. */
function quoted(lines: readonly string[]): string {
  const escaped = lines.map((line) =>
    line
      .replace(/\p{Cc}+/gu, ' ')
      .replaceAll('\\', '\\\\')
      .replaceAll('"', '\\"')
      .replaceAll('&', '&amp;'),
  );
  return `"${escaped.join('\\n')}"`;
}
