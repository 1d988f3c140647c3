import type { Palette } from './palette';

/**
 * Markdown as a terminal shows it: headings set off, code indented, links followed by their addresses. Knows what the rules'
 * pages are made of: headings, paragraphs, lists, code and links.
 */
export function formatTerminalMarkdown(markdown: string, palette: Palette): string {
  let inCode = false;
  const lines: string[] = [];
  for (const line of markdown.split('\n')) {
    if (line.startsWith('```')) inCode = !inCode;
    else if (inCode) lines.push(line === '' ? '' : `    ${line}`);
    else lines.push(textLine(line, palette));
  }
  return lines.join('\n');
}

function textLine(line: string, palette: Palette): string {
  const heading = /^#+ (.*)$/.exec(line)?.[1];
  if (heading !== undefined) return palette.bold(heading);
  const linked = line.replace(/\[([^\]]*)\]\(([^)]*)\)(.*)$/, (_, text: string, address: string, rest: string) => {
    return `${text}${rest}\n  ${palette.underline(address)}`;
  });
  return linked.replace(/`([^`]+)`/g, (code) => palette.dim(code));
}
