import type { Finding, Severity } from '../../../lint/finding';
import type { DiagramNode } from '../diagram';
import { caption, findingText } from '../words';
import { elide, textWidth } from './text-width';

/** A node's texts as they fit, and the size that they need, in pixels. */
export interface NodeBox {
  readonly node: DiagramNode;
  readonly width: number;
  readonly height: number;
  readonly texts: readonly BoxText[];
}

/** A line of a box. `x` and `y` are where its base line begins, from the box's corner. */
export interface BoxText {
  readonly style: 'caption' | 'name' | 'detail' | Severity;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Which of the node's findings it tells, from 0; none for other lines. */
  readonly finding?: number | undefined;
}

/** Font sizes in pixels; what else there is of a line's height is the gap above it. */
export const sizes = { caption: 11, name: 13, detail: 11, finding: 11 } as const;

const inset = 14;
const bold = 1.14;
const symbolWidth = 16;
/** Enough for the zones of Azure Backup, whose middle must be read. */
const widest = 460;
const narrowest = 132;
const shownDetails = 3;
const shownFindings = 4;

export function nodeBox(node: DiagramNode): NodeBox {
  const rows = rowsOf(node);
  const needed = rows.map(({ text, size, boldness, indent }) => indent + textWidth(text) * size * boldness);
  const width = Math.ceil(Math.min(widest, Math.max(narrowest, ...needed.map((it) => it + 2 * inset))));
  let y = 6;
  const texts = rows.map(({ style, text, size, boldness, indent, gap, finding }): BoxText => {
    y += size + gap;
    const room = (width - 2 * inset - indent) / (size * boldness);
    return { style, text: elide(text, room), x: inset + indent, y, finding };
  });
  return { node, width, height: y + 11, texts };
}

interface Row {
  readonly style: BoxText['style'];
  readonly text: string;
  readonly size: number;
  /** By what letters are wider than plain ones. */
  readonly boldness: number;
  readonly indent: number;
  readonly gap: number;
  readonly finding?: number;
}

function rowsOf(node: DiagramNode): readonly Row[] {
  const plain = (style: 'caption' | 'name' | 'detail', text: string): Row => ({
    style,
    text,
    size: sizes[style],
    boldness: style === 'name' ? bold : 1,
    indent: 0,
    gap: 5,
  });
  return [
    plain('caption', caption(node)),
    plain('name', node.label),
    ...limited(node.details, shownDetails, (more) => `and ${more} more`).map((text) => plain('detail', text)),
    ...findingRows(node.findings),
  ];
}

function findingRows(findings: readonly Finding[]): readonly Row[] {
  const shown = findings.length > shownFindings ? findings.slice(0, shownFindings - 1) : findings;
  const rows = shown.map((finding, index): Row => ({
    style: finding.severity,
    text: findingText(finding),
    size: sizes.finding,
    boldness: bold,
    indent: symbolWidth,
    gap: index === 0 ? 9 : 6,
    finding: index,
  }));
  const more = findings.length - shown.length;
  return more === 0
    ? rows
    : [
        ...rows,
        { style: 'detail', text: `and ${more} more`, size: sizes.detail, boldness: 1, indent: symbolWidth, gap: 6 },
      ];
}

function limited(texts: readonly string[], limit: number, rest: (more: number) => string): readonly string[] {
  return texts.length <= limit ? texts : [...texts.slice(0, limit - 1), rest(texts.length - limit + 1)];
}
