import { deeper, type Layout } from './layout';
import { isScalar, type NewObject, type NewValue } from './new-value';
import type { Writer } from './writer';

/** Writes a value: over several lines, of which the first goes on at the current place, or on one line where `layout` is undefined. */
export function writeValue(writer: Writer, value: NewValue, layout: Layout | undefined): string | undefined {
  if (isScalar(value)) return writer.scalar(value);
  const inner = layout && deeper(layout);
  const members =
    'properties' in value
      ? Object.entries(value.properties).map(([name, member]) => writeProperty(writer, name, member, inner))
      : value.map((item) => writeValue(writer, item, inner));
  const [open, close] = isObject(value) ? ['{', '}'] : ['[', ']'];
  const written = members.filter((member) => member !== undefined);
  if (written.length < members.length) return undefined;
  if (written.length === 0) return open + close;
  if (layout === undefined || inner === undefined) return writeOnOneLine(written, open);
  const lines = written.map((member) => layout.lineBreak + inner.indent + member).join(writer.commas ? ',' : '');
  return open + lines + layout.lineBreak + layout.indent + close;
}

/** Writes a property; `layout` is that of the line where its name stands. */
export function writeProperty(
  writer: Writer,
  name: string,
  value: NewValue,
  layout: Layout | undefined,
): string | undefined {
  const written = writeValue(writer, value, layout);
  return written === undefined ? undefined : `${writer.key(name)}: ${written}`;
}

/** Writes items of an array, one on a line; `layout` is that of the line where the first one stands. */
export function writeItems(writer: Writer, items: readonly NewValue[], layout: Layout | undefined): string | undefined {
  const written = items.map((item) => writeValue(writer, item, layout)).filter((item) => item !== undefined);
  if (written.length < items.length) return undefined;
  return written.join(layout ? (writer.commas ? ',' : '') + layout.lineBreak + layout.indent : ', ');
}

/** Objects have blanks inside their braces, arrays have none. */
export function writeOnOneLine(members: readonly string[], open: string): string {
  return open === '{' ? `{ ${members.join(', ')} }` : `[${members.join(', ')}]`;
}

function isObject(value: readonly NewValue[] | NewObject): boolean {
  return 'properties' in value;
}
