import type { Diagram } from './diagram';
import { formatDot } from './dot';
import { formatJson, type Files } from './json';
import { formatMermaid } from './mermaid';
import { formatSvg } from './svg/format';

/** What a topology can be drawn as. */
export const graphFormatNames = ['svg', 'mermaid', 'dot', 'json'] as const;
export type GraphFormatName = (typeof graphFormatNames)[number];

/** What a format may tell besides the diagrams. `tool` is the name and version. */
export interface GraphContext {
  readonly files: Files;
  readonly tool: string;
}

/** Each draws the diagrams, at least one, with a line break at its end. */
export const graphFormats: Readonly<
  Record<GraphFormatName, (diagrams: readonly Diagram[], context: GraphContext) => string>
> = {
  svg: formatSvg,
  mermaid: formatMermaid,
  dot: formatDot,
  json: (diagrams, { files, tool }) => formatJson(diagrams, files, tool),
};
