import { escapeAttribute, escapeText } from '../../xml';
import type { Finding, Severity } from '../../../lint/finding';
import { idPrefix, type Diagram } from '../diagram';
import { countText, describe } from '../words';
import { curve, pixels } from './curve';
import { wordsWidth } from './arrange';
import { layOut, type Line, type PlacedBox } from './layout';
import type { BoxText } from './node-box';
import { turned, type Direction } from './point';
import { drawingClass, families, styleSheet } from './style';
import { elide, textWidth } from './text-width';

const margin = 20;
const headingHeight = 30;
const noteHeight = 24;
const headingSize = 15;
const widestHeading = 1200;

/**
 * The diagrams below each other as one SVG picture that stands for itself: no font, script or picture comes from elsewhere. Every node is
 * an element with the class `part` and the node's ID in `data-part`; every finding on it that has room, one with its index in `data-finding`.
 */
export function formatSvg(diagrams: readonly Diagram[]): string {
  const sections = diagrams.map((diagram, index) => section(diagram, idPrefix(index, diagrams)));
  const width = Math.max(...sections.map((it) => it.width)) + 2 * margin;
  const height = sections.reduce((sum, it) => sum + it.height + margin, margin);
  let y = margin;
  const bodies = sections.map((it) => {
    const body = `<g transform="translate(${margin} ${pixels(y)})">\n${it.body}</g>\n`;
    y += it.height + margin;
    return body;
  });
  const title = `Topology of ${diagrams.map((it) => it.title).join(', ')}`;
  const size = `width="${pixels(width)}" height="${pixels(height)}" viewBox="0 0 ${pixels(width)} ${pixels(height)}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" class="${drawingClass}" ${size} role="graphics-document" aria-labelledby="topology-title topology-text">
<title id="topology-title">${escapeText(title)}</title>
<desc id="topology-text">${escapeText(diagrams.map(summary).join(' '))}</desc>
<style>${styleSheet}</style>
<rect class="ground" width="100%" height="100%"/>
${bodies.join('')}</svg>
`;
}

interface Section {
  readonly width: number;
  readonly height: number;
  readonly body: string;
}

function section(diagram: Diagram, prefix: string): Section {
  const { direction, width, height, boxes, lines } = layOut(diagram);
  const heading = elide(diagram.title, widestHeading / headingSize);
  const note = noteOf(diagram);
  const body = [
    `<text class="heading" x="0" y="${headingSize}">${escapeText(heading)}</text>\n`,
    `<g transform="translate(0 ${headingHeight})">\n`,
    ...lines.map((line) => lineElement(line, direction)),
    // After all lines, so that none runs through a word.
    ...lines.map(wordsElement),
    ...boxes.map((box) => boxElement(box, describe(box.node, diagram), prefix)),
    '</g>\n',
    ...(note === ''
      ? []
      : [`<text class="caption" x="0" y="${pixels(headingHeight + height + 18)}">${escapeText(note)}</text>\n`]),
  ];
  return {
    width: Math.max(width, textWidth(heading) * headingSize, textWidth(note) * 11),
    height: headingHeight + height + (note === '' ? 0 : noteHeight),
    body: body.join(''),
  };
}

function noteOf({ nodes, otherFindings }: Diagram): string {
  if (nodes.length === 0) return 'This template deploys nothing for private endpoints.';
  return otherFindings.length === 0
    ? ''
    : `On no part of the drawing: ${countText(otherFindings)} (${rulesOf(otherFindings)}).`;
}

function rulesOf(findings: readonly Finding[]): string {
  return [...new Set(findings.map(({ ruleId }) => ruleId))].join(', ');
}

function summary({ title, nodes, otherFindings }: Diagram): string {
  const findings = [...new Set([...nodes.flatMap((node) => node.findings), ...otherFindings])];
  return `${title}: ${nodes.length} parts, ${countText(findings) || 'no findings'}.`;
}

function lineElement({ points }: Line, direction: Direction): string {
  const [before, end] = points.slice(-2).map((point) => turned(point, direction));
  const path = `<path class="edge" d="${curve(points, direction)}"/>`;
  if (!before || !end) return `${path}\n`;
  const back = before.x < end.x ? -8 : 8;
  const sides = [-3.5, 3.5].map((aside) => turned({ x: back, y: aside }, direction));
  const shape = sides.map(({ x, y }) => `L${x} ${y}`).join('');
  const tip = turned(end, direction);
  return `${path}<path class="tip" d="M0 0${shape}Z" transform="translate(${pixels(tip.x)} ${pixels(tip.y)})"/>\n`;
}

function wordsElement({ text, label }: Line): string {
  if (text === '') return '';
  const width = wordsWidth(text);
  const ground = `<rect class="ground" x="${pixels(label.x - width / 2)}" y="${pixels(label.y - 7)}" width="${pixels(width)}" height="14"/>`;
  return `${ground}<text class="edge-label" x="${pixels(label.x)}" y="${pixels(label.y + 4)}">${escapeText(text)}</text>\n`;
}

function boxElement({ node, x, y, width, height, texts }: PlacedBox, description: string, prefix: string): string {
  const [worst] = node.findings;
  const classes = ['part', families[node.kind], node.presence, ...(worst ? [`has-${worst.severity}`] : [])];
  const attributes = `class="${classes.join(' ')}" data-part="${prefix}${node.id}" role="graphics-symbol" aria-label="${escapeAttribute(description)}"`;
  return `<g ${attributes} transform="translate(${pixels(x)} ${pixels(y)})"><title>${escapeText(description)}</title><rect class="box" width="${pixels(width)}" height="${pixels(height)}" rx="6"/><rect class="stripe" x="1" y="6" width="4" height="${pixels(height - 12)}" rx="2"/>${texts.map(textElement).join('')}</g>\n`;
}

function textElement({ style, text, x, y, finding }: BoxText): string {
  const at = `x="${pixels(x)}" y="${pixels(y)}"`;
  const element = `<text class="${style}" ${at}>${escapeText(text)}</text>`;
  const isSeverity = style === 'error' || style === 'warning' || style === 'info';
  return isSeverity && finding !== undefined
    ? `<g class="finding" data-finding="${finding}">${symbol(style, x - 10, y - 4)}${element}</g>`
    : element;
}

/** Shapes that differ without their colours: a circle with a cross, a triangle with a stroke, a square with an i. */
function symbol(severity: Severity, x: number, y: number): string {
  const shapes: Readonly<Record<Severity, readonly [string, string]>> = {
    error: ['M-6 0A6 6 0 1 1 6 0A6 6 0 1 1 -6 0Z', 'M-2.2 -2.2L2.2 2.2M2.2 -2.2L-2.2 2.2'],
    warning: ['M0 -6L6.5 5.5H-6.5Z', 'M0 -2V1.2M0 3.4V3.5'],
    info: ['M-5.5 -5.5H5.5V5.5H-5.5Z', 'M0 -0.8V3.2M0 -3.2V-3.1'],
  };
  const [shape, mark] = shapes[severity];
  return `<g transform="translate(${pixels(x)} ${pixels(y)})"><path class="symbol ${severity}" d="${shape}"/><path class="mark" d="${mark}"/></g>`;
}
