import { readFileSync } from 'node:fs';
import path from 'node:path';

/** A Markdown file with new text between `<!-- generated: name -->` and `<!-- /generated -->`. */
export function withGeneratedPart(root: string, file: string, name: string, part: string): string {
  const text = readFileSync(path.join(root, file), 'utf8');
  const mark = `<!-- generated: ${name} -->`;
  const start = text.indexOf(mark);
  const end = text.indexOf('<!-- /generated -->', start);
  if (start < 0 || end < 0) throw new Error(`${file} has no part between '${mark}' and '<!-- /generated -->'`);
  return `${text.slice(0, start + mark.length)}\n\n${part}\n\n${text.slice(end)}`;
}
