/** Pads every column but the last to its widest text. */
export function alignColumns(rows: readonly (readonly string[])[]): string[][] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows.map((row) =>
    row.map((text, column) => (column < row.length - 1 ? text.padEnd(widths[column] ?? 0) : text)),
  );
}
