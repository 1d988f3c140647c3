import { idPrefix, type Diagram, type DiagramNode } from './diagram';
import { caption, edgeText, findingText } from './words';

/** The diagrams as one Mermaid flowchart, each a subgraph where there are several. */
export function formatMermaid(diagrams: readonly Diagram[]): string {
  const lines = ['flowchart LR'];
  for (const [index, diagram] of diagrams.entries()) {
    const prefix = idPrefix(index, diagrams);
    const body = diagramLines(diagram, prefix);
    if (diagrams.length === 1) lines.push(...body);
    else lines.push(`  subgraph d${index + 1}[${quoted(diagram.title)}]`, ...body.map((line) => `  ${line}`), '  end');
  }
  return `${[...lines, ...classes].join('\n')}\n`;
}

/** Colours that can be read on light and on dark grounds. The words say the same. */
const classes = [
  '  classDef error fill:#ffebe9,stroke:#cf222e,stroke-width:2px,color:#1f2328',
  '  classDef warning fill:#fff8c5,stroke:#9a6700,stroke-width:2px,color:#1f2328',
  '  classDef info fill:#ddf4ff,stroke:#0969da,stroke-width:2px,color:#1f2328',
  '  classDef elsewhere stroke-dasharray:4 3',
];

function diagramLines({ nodes, edges }: Diagram, prefix: string): readonly string[] {
  return [
    ...(nodes.length === 0 ? [`  ${prefix}nothing[${quoted('Nothing for private endpoints')}]`] : []),
    ...nodes.map((node) => `  ${prefix}${node.id}[${quoted(linesOf(node).join('\n'))}]${classOf(node)}`),
    ...edges.map((edge) => {
      const text = edgeText(edge);
      return `  ${prefix}${edge.from} -->${text === '' ? '' : `|${quoted(text)}|`} ${prefix}${edge.to}`;
    }),
  ];
}

function linesOf(node: DiagramNode): readonly string[] {
  return [caption(node), node.label, ...node.details, ...node.findings.map(findingText)];
}

/** One class a node: that of the worst finding, else that of what is not deployed here. */
function classOf({ findings: [worst], presence }: DiagramNode): string {
  if (worst) return `:::${worst.severity}`;
  return presence === 'existing' || presence === 'named' ? ':::elsewhere' : '';
}

/** Mermaid writes characters as `#` and their number; what could mean anything to it or to HTML is written so. */
function quoted(text: string): string {
  const escaped = text
    .split('\n')
    .map((line) => line.replace(/[^\p{L}\p{N} .,:…()/_-]/gu, (character) => `#${character.codePointAt(0) ?? 0};`));
  return `"${escaped.join('<br>')}"`;
}
